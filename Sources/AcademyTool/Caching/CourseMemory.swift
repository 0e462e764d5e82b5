import CourseModel
import Digest
import GitStore
import SourceCore

/// What earlier runs found in whole courses, by all files of a course and all else that it depends
/// on: a course in which nothing has changed is not even read.
struct CourseMemory {
  /// What is remembered of a course.
  struct Known {
    /// The course's name.
    let name: String
    /// Its pages, below the root of the tree.
    let pages: [String]
    /// What was found in its files.
    let diagnostics: [Diagnostic]
    /// What was found about its releases; nil where that is not remembered.
    var releases: [Diagnostic]?
  }

  private let store: any FactStore
  /// By the course's place in the list; nil where nothing may be remembered of it.
  private let keys: [FactKey?]
  private let releaseKeys: [FactKey?]
  private let root: String
  private let files: CourseFilesDigest
  private let settings: [UInt8]
  private let context: [UInt8]

  /// A memory for some of the courses of a tree.
  ///
  /// - Parameters:
  ///   - all: all courses of the tree.
  ///   - readsReleases: whether releases are looked at.
  ///   - describe: writes what findings depend on besides files and releases.
  init?(
    _ store: any FactStore, _ wanted: [CourseDiscovery.Found], among all: [CourseDiscovery.Found],
    in tree: OpenedTree, readsReleases: Bool, describe: (inout FactWriter) -> Bool
  ) {
    var writer = FactWriter()
    // What cannot be read today may be mended tomorrow, without a change of the rest.
    guard tree.changes.isEmpty, tree.view.unreadable.isEmpty, describe(&writer) else { return nil }
    let files = CourseFilesDigest(tree.view.entries, courses: all)
    guard let outside = files.outside else { return nil }
    let settings = SHA256.hash(writer.bytes)
    writer.data(outside)
    let context = SHA256.hash(writer.bytes)
    self.store = store
    root = tree.root
    self.files = files
    self.settings = settings
    self.context = context
    let keys = wanted.map { found in
      files.digest(of: found).map { own in
        FactKey("course", build: store.build) { writer in
          writer.data(context)
          writer.data(own)
        }
      }
    }
    self.keys = keys
    let references = readsReleases ? tree.repository?.referenceDigest : nil
    releaseKeys = keys.map { key in
      guard let key, let references else { return nil }
      return FactKey("course releases", build: store.build) { writer in
        let words = key.words
        for word in [words.0, words.1, words.2, words.3] {
          writer.integer(Int(bitPattern: UInt(word)))
        }
        writer.data(references)
        writer.optional(tree.head?.id) { $0.id($1) }
      }
    }
  }

  /// What is known of the courses, in their order.
  func recall() -> [Known?] {
    let values = values(for: keys)
    let releases = self.values(for: releaseKeys)
    return zip(values, releases).map { value, releases in
      guard var known = value.flatMap({ Known($0) }) else { return nil }
      known.releases = releases.flatMap { bytes in
        var reader = FactReader(bytes)
        let found = try? Diagnostic.readAll(from: &reader)
        return reader.isAtEnd ? found : nil
      }
      return known
    }
  }

  /// A memory of the base of a course, whose tree a recorder has seen being read.
  func base(of found: CourseDiscovery.Found, _ recorder: TreeRecorder) -> CourseBaseMemory {
    CourseBaseMemory(
      store, root: root, folder: found.folder, settings: settings, recorder: recorder
    ) { pages in
      files.digest(of: found, without: pages).map { own in
        var writer = FactWriter()
        writer.data(context)
        writer.data(own)
        return SHA256.hash(writer.bytes)
      }
    }
  }

  private func values(for keys: [FactKey?]) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: keys.count)
    let places = keys.indices.filter { keys[$0] != nil }
    for (place, value) in zip(places, store.values(for: keys.compactMap(\.self))) {
      values[place] = value
    }
    return values
  }

  /// What is kept of the course at a place of the list.
  func fact(of index: Int, _ known: Known) -> (key: FactKey, value: [UInt8])? {
    keys[index].map { ($0, known.bytes) }
  }

  /// What is kept of the releases of the course at a place of the list.
  func fact(of index: Int, releases: [Diagnostic]) -> (key: FactKey, value: [UInt8])? {
    releaseKeys[index].map { key in
      var writer = FactWriter()
      Diagnostic.write(releases, to: &writer)
      return (key, writer.bytes)
    }
  }

  /// Keeps facts for the next run.
  func keep(_ facts: [(key: FactKey, value: [UInt8])]) { store.put(facts) }
}

extension CourseMemory.Known {
  fileprivate var bytes: [UInt8] {
    var writer = FactWriter()
    writer.text(name)
    writer.list(pages) { $0.text($1) }
    Diagnostic.write(diagnostics, to: &writer)
    return writer.bytes
  }

  fileprivate init?(_ bytes: [UInt8]) {
    var reader = FactReader(bytes)
    do throws(FactReader.Malformed) {
      name = try reader.text()
      pages = try reader.list { (r) throws(FactReader.Malformed) in try r.text() }
      diagnostics = try Diagnostic.readAll(from: &reader)
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

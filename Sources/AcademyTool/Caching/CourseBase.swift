import CourseLint
import CourseModel
import SourceCore

/// What was found in a course, page by page and check by check.
///
/// Where pages change and nothing else does, all that has nothing to do with these pages is taken
/// from here.
struct CourseBase: Sendable {
  /// What was found in one page.
  struct Page: Sendable {
    /// Path below the course's folder.
    let path: String
    let kind: String
    let entryKind: String
    let blob: ObjectID
    /// What `PageMemory.result` reads.
    let result: FactReader
    /// Of that, what was found and what the page switches off, without its facts.
    let found: LessonResult
  }

  /// Digest of all that pages were linted with.
  let context: [UInt8]

  /// Digest of all files that are no pages, of where pages are, and of all else that counts for the
  /// course as a whole.
  let frame: [UInt8]
  /// Paths of pages that say something of the course, as a glossary does.
  let sources: Set<String>
  /// Sizes of files that pages mention.
  let sizes: [RepoPath: Int]
  let pages: [Page]
  /// What each check of the course found, whatever pages switch off.
  let checks: [[Diagnostic]]

  /// Rows that would be longer are not written.
  static let limit = 32 << 20

  /// The bytes of a base; nil where they would be too many.
  static func bytes(
    context: [UInt8], frame: [UInt8], sources: Set<String>, sizes: [RepoPath: Int],
    pages: [(page: CoursePage, blob: ObjectID, result: FactReader)], checks: [[Diagnostic]]
  ) -> [UInt8]? {
    guard pages.reduce(0, { $0 + $1.result.rest.count }) < limit else { return nil }
    var writer = FactWriter()
    writer.data(context)
    writer.data(frame)
    writer.list(sources.sorted()) { $0.text($1) }
    writer.list(sizes.sorted { $0.key < $1.key }) { writer, size in
      writer.text(size.key.string)
      writer.integer(size.value)
    }
    writer.list(pages) { writer, known in
      writer.text(known.page.path.string)
      writer.text(known.page.kind.rawValue)
      writer.text(known.page.entry.kind.rawValue)
      writer.id(known.blob)
      writer.data(known.result.rest)
    }
    writer.list(checks) { Diagnostic.write($1, to: &$0) }
    return writer.bytes.count < limit ? writer.bytes : nil
  }

  /// Reads what `bytes` gave.
  init?(_ bytes: [UInt8]) {
    var reader = FactReader(bytes)
    do throws(FactReader.Malformed) {
      context = try reader.data()
      frame = try reader.data()
      sources = Set(
        try reader.list { (r) throws(FactReader.Malformed) in try r.text() })
      sizes = Dictionary(
        try reader.list { (r) throws(FactReader.Malformed) in (try r.path(), try r.integer()) }
      ) { $1 }
      pages = try reader.list { (r) throws(FactReader.Malformed) in
        let (path, kind, entryKind) = (try r.text(), try r.text(), try r.text())
        let (blob, result) = (try r.id(), try r.nested())
        guard let found = PageMemory.found(result) else { throw FactReader.Malformed() }
        return Page(
          path: path, kind: kind, entryKind: entryKind, blob: blob, result: result, found: found)
      }
      checks = try reader.list { (r) throws(FactReader.Malformed) in
        try Diagnostic.readAll(from: &r)
      }
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }

  /// Whether what was found in a page is still so: the same bytes at the same place.
  static func isSame(_ known: Page, _ page: CoursePage) -> Bool {
    page.entry.blob == known.blob && page.path.string == known.path
      && page.kind.rawValue == known.kind && page.entry.kind.rawValue == known.entryKind
  }

  /// What is known of some pages, in their order.
  func results(of wanted: [CoursePage]) -> [FactReader?] {
    // Nearly always they are the same pages in the same order.
    if wanted.count == pages.count, zip(pages, wanted).allSatisfy({ $0.path == $1.path.string }) {
      return zip(pages, wanted).map { Self.isSame($0, $1) ? $0.result : nil }
    }
    let byPath = Dictionary(pages.map { ($0.path, $0) }) { $1 }
    return wanted.map { page in
      guard let known = byPath[page.path.string], Self.isSame(known, page) else { return nil }
      return known.result
    }
  }
}

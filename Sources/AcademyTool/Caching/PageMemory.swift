import CourseLint
import CourseModel
import Digest
import SourceCore

/// What earlier runs found in pages, by the pages' blobs and all else that it depends on.
struct PageMemory {
  private let store: any FactStore
  /// Digest of what holds for all pages of the course.
  private let context: [UInt8]
  private let limit: Int

  /// A memory for the pages of a course; `describe` writes what the results depend on besides the
  /// pages, and says no where that cannot be told.
  init?(_ store: any FactStore, limit: Int, describe: (inout FactWriter) -> Bool) {
    var writer = FactWriter()
    guard describe(&writer) else { return nil }
    self.store = store
    self.limit = limit
    context = SHA256.hash(writer.bytes)
  }

  /// The key of a page; nil for a file that Git does not know as it is.
  func key(of page: CoursePage) -> FactKey? {
    guard let blob = page.entry.blob, page.entry.isFile else { return nil }
    return FactKey("page", build: store.build) { writer in
      writer.data(context)
      writer.integer(limit)
      writer.text(page.path.string)
      writer.text(page.kind.rawValue)
      writer.text(page.entry.kind.rawValue)
      writer.id(blob)
    }
  }

  /// What is known under the keys, in their order.
  func recall(_ keys: [FactKey?]) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: keys.count)
    let places = keys.indices.filter { keys[$0] != nil }
    for (place, value) in zip(places, store.values(for: keys.compactMap(\.self))) {
      values[place] = value
    }
    return values
  }

  /// Keeps what was found.
  func keep(_ facts: [(key: FactKey, value: [UInt8])]) { store.put(facts) }

  /// A page's result as bytes.
  static func bytes(of result: LessonResult) -> [UInt8] {
    var writer = FactWriter()
    Diagnostic.write(result.diagnostics, to: &writer)
    writer.optional(result.facts) { $1.write(to: &$0) }
    writer.optional(result.suppressions) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads what `bytes(of:)` gave for a page.
  static func result(_ bytes: [UInt8], of page: CoursePage) -> LessonResult? {
    var reader = FactReader(bytes)
    do throws(FactReader.Malformed) {
      let diagnostics = try Diagnostic.readAll(from: &reader)
      let facts = try reader.optional { (r) throws(FactReader.Malformed) in
        try LessonFacts(path: page.path, kind: page.kind, from: &r)
      }
      let suppressions = try reader.optional { (r) throws(FactReader.Malformed) in
        try PageSuppressions(from: &r)
      }
      guard reader.isAtEnd else { return nil }
      return LessonResult(diagnostics: diagnostics, facts: facts, suppressions: suppressions)
    } catch {
      return nil
    }
  }
}

import CourseLint
import CourseModel
import Digest
import SourceCore

/// What earlier runs found in pages, by the pages' blobs and all else that it depends on.
struct PageMemory {
  private let store: any FactStore
  /// Digest of what holds for all pages of the course.
  let context: [UInt8]
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
    writer.optional(result.facts) { writer, facts in
      var own = FactWriter()
      facts.write(to: &own)
      writer.data(own.bytes)
    }
    writer.optional(result.suppressions) { writer, suppressions in
      var own = FactWriter()
      suppressions.write(to: &own)
      writer.data(own.bytes)
    }
    Diagnostic.write(result.diagnostics, to: &writer)
    return writer.bytes
  }

  /// Reads what `bytes(of:)` gave for a page.
  static func result(_ bytes: FactReader, of page: CoursePage) -> LessonResult? {
    read(
      bytes,
      facts: { (r) throws(FactReader.Malformed) in
        try LessonFacts(path: page.path, kind: page.kind, from: &r)
      })
  }

  /// Reads what `bytes(of:)` gave, without facts.
  static func found(_ bytes: FactReader) -> LessonResult? { read(bytes, facts: nil) }

  private static func read(
    _ bytes: FactReader,
    facts readFacts: ((inout FactReader) throws(FactReader.Malformed) -> LessonFacts)?
  ) -> LessonResult? {
    var reader = bytes
    do throws(FactReader.Malformed) {
      var facts: LessonFacts?
      if try reader.flag() {
        var own = try reader.nested()
        facts = try readFacts?(&own)
      }
      let suppressions = try reader.optional { (r) throws(FactReader.Malformed) in
        var own = try r.nested()
        return try PageSuppressions(from: &own)
      }
      let diagnostics = try Diagnostic.readAll(from: &reader)
      guard reader.isAtEnd else { return nil }
      return LessonResult(diagnostics: diagnostics, facts: facts, suppressions: suppressions)
    } catch {
      return nil
    }
  }

  /// The facts in what `bytes(of:)` gave for a page; nil where it has none, or is no such thing.
  static func facts(_ bytes: FactReader) -> FactReader? {
    var reader = bytes
    return (try? reader.optional { (r) throws(FactReader.Malformed) in try r.nested() }) ?? nil
  }
}

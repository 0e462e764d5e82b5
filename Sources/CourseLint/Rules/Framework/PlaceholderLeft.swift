import CourseModel
import Framework
import Markdown
import SourceCore
import StructuredData

/// Flags text that only holds the place of what is still to be written.
struct PlaceholderLeft: LessonRule {
  static let info = RuleInfo(
    id: "framework/placeholder",
    summary: "A placeholder stands where text should be.",
    why: """
      A learner who meets `FIXME` in a lesson cannot tell what is missing, and stops trusting the \
      rest. While a course is pre-alpha it is an honest note; a stable course has none.
      """,
    severity: .error, followsLifecycle: true,
    source: "Course format 1, \"Severity follows the lifecycle\"")

  static let examples: [Example] = [
    .good("## Sampling frames\n\nA frame lists the units of a population.\n"),
    .good("Search the code for `FIXME`.\n\n```python\n# TODO: weights\n```\n"),
    .good("See <https://example.org/FIXME> and [the list](https://example.org/TODO).\n"),
    .good("Reviewers search for \"TODO\" before they approve.\n"),
    .good("On a tout fait : le METODO et le TBCX sont des noms.\n", language: "fr"),
    .good("Pulse GUARDAR TODO para terminar.\n", language: "es"),
    .bad("## Sampling frames\n\n⟦FIXME⟧\n"),
    .bad("---\ntitle: \"⟦FIXME⟧\"\n---\n\n- First point (⟦TODO⟧)\n- **⟦TBC⟧**: the second\n"),
    .bad("## Bases de sondage\n\n⟦À COMPLÉTER⟧ : la définition.\n", language: "fr"),
    .bad("## Marcos muestrales\n\n⟦TODO⟧: la definición.\n\n⟦POR COMPLETAR⟧\n", language: "es"),
    .bad("## Weights\n\n⟦Lorem ipsum⟧ dolor sit amet.\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let search = context.placeholders
    let bytes = lesson.text.bytes
    // Most pages have none, in code neither, and one search tells.
    guard search.isAnywhere(in: bytes) else { return }
    let isOrdinaryTodo = Self.sayTodoForAll.contains(
      asciiLowercased(lesson.language.prefix { $0 != "-" && $0 != "_" }))
    var words = Words(bytes: bytes)
    func look(in range: ByteRange, isProse: Bool) {
      search.search(bytes, range) { found in
        if isProse, isQuoted(found, bytes) || words.isInAddress(found, range) { return }
        if isOrdinaryTodo, isOrdinary(found, range, bytes) { return }
        let text = String(decoding: bytes[found], as: UTF8.self)
        report(
          Finding(
            ByteRange(found.lowerBound, found.upperBound),
            "`\(text)` stands where text should be",
            help: "write what is missing, or keep the note in an issue instead of the lesson"))
      }
    }
    if let data = lesson.frontMatter.data {
      values(data, bytes) { look(in: $0, isProse: false) }
    }
    for range in lesson.prose { look(in: range, isProse: true) }
  }

  /// Languages in which `todo` is a word like any other.
  private static let sayTodoForAll: Set<String> = ["es", "pt", "gl", "ast"]

  private func isOrdinary(_ found: Range<Int>, _ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    guard bytes[found].elementsEqual("TODO".utf8) else { return false }
    if found.upperBound < range.end {
      return bytes[found.upperBound] != UInt8(ascii: ":")
        && bytes[found.upperBound] != UInt8(ascii: "(")
    }
    // Alone in its paragraph it is a note to oneself.
    return found.lowerBound != range.start
  }

  /// A mark in quotation marks is talked about.
  private func isQuoted(_ found: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<found.lowerBound].suffix(4)
    let after = bytes[found.upperBound...].prefix(4)
    for (opening, closing) in [
      ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("«", "»"), ("« ", " »"),
      ("«\u{A0}", "\u{A0}»"), ("„", "“"),
    ] where before.reversed().starts(with: opening.utf8.reversed()) {
      if after.starts(with: closing.utf8) { return true }
    }
    return false
  }

  /// The words that marks stand in; a long one may hold thousands.
  private struct Words {
    let bytes: [UInt8]
    private var last = ByteRange(0, 0)
    private var isAddress = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Whether a mark is part of an address or a path that stands in the text.
    mutating func isInAddress(_ found: Range<Int>, _ range: ByteRange) -> Bool {
      if found.lowerBound > range.start, bytes[found.lowerBound - 1] == UInt8(ascii: "/") {
        return true
      }
      if found.upperBound < range.end, bytes[found.upperBound] == UInt8(ascii: "/") { return true }
      if found.lowerBound >= last.start, found.upperBound <= last.end { return isAddress }
      var start = found.lowerBound
      while start > range.start, bytes[start - 1] > 0x20 { start -= 1 }
      var end = found.upperBound
      while end < range.end, bytes[end] > 0x20 { end += 1 }
      last = ByteRange(start, end)
      isAddress = ByteSearch.first("://", in: bytes, from: start, to: end) != nil
      return isAddress
    }
  }

  /// Calls `body` with the range of each text; block scalars (`|`) hold code and are left out.
  private func values(_ node: DataNode, _ bytes: [UInt8], body: (ByteRange) -> Void) {
    switch node.content {
    case .string:
      guard !node.range.isEmpty, node.range.end <= bytes.count,
        bytes[node.range.start] != UInt8(ascii: "|")
      else { return }
      body(node.range)
    case .array(let elements): for element in elements { values(element, bytes, body: body) }
    case .object(let members): for member in members { values(member.value, bytes, body: body) }
    default: return
    }
  }
}

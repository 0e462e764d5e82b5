import SourceCore

/// Finds the terms of a course's glossary: definition lists, and entries that start in bold.
///
/// The Workbench keeps it in `learners/reference.md`; others in a page called `glossary`, in the
/// course's language.
enum GlossaryReader {
  private static let stems: Set<String> = [
    "glossary", "glossaire", "glosario", "glossar", "reference", "terms", "terminology",
  ]

  /// Whether a page may be a glossary by its name.
  static func isGlossary(_ path: RepoPath) -> Bool {
    stems.contains(asciiLowercased(Lesson.defaultID(path)))
  }

  /// The terms of all pages that are glossaries by their name.
  static func read(_ pages: [CoursePage], in view: any TreeView, limit: Int) -> Glossary {
    var terms: [Glossary.Term] = []
    for page in pages where isGlossary(page.path) {
      guard let bytes = try? view.read(page.entry, limit: limit) else { continue }
      terms += Self.terms(bytes, path: page.path)
    }
    return terms.isEmpty ? .empty : Glossary(terms)
  }

  /// The terms of one page.
  static func terms(_ bytes: [UInt8], path: RepoPath) -> [Glossary.Term] {
    let lines = LineIndex(bytes)
    var terms: [Glossary.Term] = []
    var previous: (line: Int, range: Range<Int>)?
    for line in 0..<lines.count {
      let range = lines.contentRange(ofLine: line, in: bytes)
      let text = trimmed(bytes, range)
      guard !text.isEmpty else { continue }
      if bytes[text.lowerBound] == UInt8(ascii: ":"), text.count > 1,
        bytes[text.lowerBound + 1] <= 0x20
      {
        if let previous, let term = plain(bytes, previous.range) {
          terms.append(Glossary.Term(text: term, path: path, line: previous.line + 1))
        }
        previous = nil
        continue
      }
      if let bold = bold(bytes, text), let term = plain(bytes, bold) {
        terms.append(Glossary.Term(text: term, path: path, line: line + 1))
      }
      previous = (line, text)
    }
    return terms
  }

  /// The bold start of an entry: `**Term**: …`, `- **Term** – …`.
  private static func bold(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int>? {
    var start = text.lowerBound
    if text.count > 2, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*"),
      bytes[start + 1] == 0x20
    {
      start += 2
    }
    let star = UInt8(ascii: "*")
    guard start + 4 < text.upperBound, bytes[start] == star, bytes[start + 1] == star else {
      return nil
    }
    var end = start + 2
    while end + 1 < text.upperBound, bytes[end] != star || bytes[end + 1] != star { end += 1 }
    guard end + 2 < text.upperBound else { return nil }
    let inner = start + 2..<(bytes[end - 1] == UInt8(ascii: ":") ? end - 1 : end)
    let rest = bytes[(end + 2)..<text.upperBound].drop { $0 == 0x20 }
    let separates =
      inner.upperBound < end || rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "-")
      || rest.starts(with: [0xE2, 0x80, 0x93]) || rest.starts(with: [0xE2, 0x80, 0x94])
    return separates ? inner : nil
  }

  /// A term without markup; nil for what is no term (a sentence, a heading, code, a link's target).
  private static func plain(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var out: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["): break
      case UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "|"):
        if byte != UInt8(ascii: "#") || out.isEmpty { return nil }
        out.append(byte)
      case UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "("): position = range.upperBound
      default: out.append(byte)
      }
      position += 1
    }
    while let last = out.last, last <= 0x20 || last == UInt8(ascii: ":") { out.removeLast() }
    let words = out.split(separator: 0x20).count
    // What is searched for a term is as long as the longest one.
    let parts = 1 + out.count { $0 == 0x20 || $0 == 0x2D }
    guard out.count >= 2, words <= 5, parts <= 12, out.last != UInt8(ascii: "."),
      !out.contains(0x2C)
    else {
      return nil
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

import CourseModel
import Markdown
import SourceCore

/// Marks in running text that only pandoc knows.
struct PandocInlines {
  private let document: Document
  /// Whether what only pandoc knows is meant.
  private let isForPandoc: Bool
  private var found: [PandocDifference] = []
  /// Where the backslash and letters looked at last ended, and whether they were part of a path.
  private var lastCommand = (end: 0, isPath: false)

  /// All of them, in document order.
  static func find(in lesson: Lesson) -> [PandocDifference] {
    let document = lesson.document
    var search = PandocInlines(document: document)
    search.look(lesson.prose)
    if !search.isForPandoc { search.lookForHeadings(lesson) }
    // What is escaped or struck out has one of these.
    if !search.isForPandoc,
      ByteSearch.first(UInt8(ascii: "\\"), in: document.source) != nil
        || ByteSearch.first(UInt8(ascii: "~"), in: document.source) != nil
    {
      search.lookAtNodes()
    }
    return search.found
  }

  private mutating func lookAtNodes() {
    for (index, kind) in document.kinds.enumerated() {
      let node = NodeID(index)
      switch kind {
      case .escape: lookForMath(node)
      case .strikethrough: lookForSubscript(node)
      default: break
      }
    }
  }

  private init(document: Document) {
    self.document = document
    isForPandoc = PandocDifference.isWritten(for: document.dialect)
  }

  /// Looks at text, which most pages have in so many parts that it is searched in one go with what
  /// is between them.
  private mutating func look(_ prose: [ByteRange]) {
    let bytes = document.source
    let span = bytes.span
    var at = 0
    var last = 0
    for range in prose {
      if at < range.start || range.start < last {
        at = ByteRun.next(span, from: 0x5C, through: 0x5E, at: range.start, to: span.count)
      }
      last = range.start
      if at < range.end { at = look(bytes, range, from: at) }
    }
  }

  /// Looks at a part of the text; returns where the next mark is, at the end of the part or behind.
  private mutating func look(_ bytes: [UInt8], _ range: ByteRange, from start: Int) -> Int {
    let span = bytes.span
    var at = start
    while true {
      // Both stand together in ASCII, with hardly anything else between them.
      at = ByteRun.next(span, from: 0x5C, through: 0x5E, at: at, to: span.count)
      guard at < range.end else { return at }
      switch span[at] {
      case UInt8(ascii: "\\"): lookForTeX(bytes, at, range)
      case UInt8(ascii: "^") where !isForPandoc: at = lookForNote(bytes, at, range)
      default: break
      }
      at += 1
    }
  }

  /// `\Users` is a command of TeX to pandoc, and in HTML it is gone.
  private mutating func lookForTeX(_ bytes: [UInt8], _ start: Int, _ range: ByteRange) {
    var end = start + 1
    while end < range.end, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    guard end > start + 1 else { return }
    let isPath = isInPath(bytes, start, end)
    if isForPandoc, !isPath { return }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    found.append(
      PandocDifference(
        range: ByteRange(start, end),
        message: "pandoc takes `\(Wording.short(text))` for a command of TeX and leaves it out",
        help: "write it as code, or with two backslashes",
        fix: Fix(
          title: "write two backslashes", replacing: ByteRange(start, start + 1), with: "\\\\",
          // Where it may be meant for TeX, somebody has to look.
          applicability: isPath ? .safe : .suggestion)))
  }

  /// Whether a backslash and letters are part of a path (`C:\Users\ana`) and no command that
  /// somebody wrote for TeX (`\newpage`, `prices\index{prices}`, `\let\name\other`).
  private mutating func isInPath(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let before = start > 0 ? bytes[start - 1] : 0x20
    var isPath =
      (before | 0x20) &- 0x61 < 26 || before &- 0x30 < 10 || before == UInt8(ascii: ":")
    if lastCommand.end == start { isPath = lastCommand.isPath }
    if end < bytes.count, bytes[end] == UInt8(ascii: "{") || bytes[end] == UInt8(ascii: "[") {
      isPath = false
    }
    lastCommand = (end, isPath)
    return isPath
  }

  /// `^[note]` and `x^2^`; returns where to go on.
  private mutating func lookForNote(_ bytes: [UInt8], _ start: Int, _ range: ByteRange) -> Int {
    guard start + 1 < bytes.count else { return start }
    if bytes[start + 1] == UInt8(ascii: "[") {
      found.append(
        PandocDifference(
          range: ByteRange(start, start + 2), message: "pandoc makes a footnote of `^[…]`",
          help: "write a footnote that others know too: `[^1]`, and `[^1]: …` below"))
      return start + 1
    }
    var end = start + 1
    while end < range.end, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "^") { end += 1 }
    guard end > start + 1, end < range.end, bytes[end] == UInt8(ascii: "^") else { return start }
    found.append(
      PandocDifference(
        range: ByteRange(start, end + 1), message: "pandoc raises what stands between `^` and `^`",
        help: "write `<sup>…</sup>`, or math: `$x^2$`"))
    return end
  }

  /// `H~2~O`: one tilde lowers the text in pandoc and strikes it out in GFM.
  private mutating func lookForSubscript(_ node: NodeID) {
    let range = document.range(node)
    guard document.source[range.start + 1] != UInt8(ascii: "~") else { return }
    found.append(
      PandocDifference(
        range: range, message: "pandoc lowers what stands between single tildes",
        help: "write `<sub>…</sub>`, math (`$x_2$`), or two tildes to strike it out"))
  }

  /// `[Weights]` is a link to the heading of that name.
  private mutating func lookForHeadings(_ lesson: Lesson) {
    for link in lesson.links {
      guard let heading = document.namedHeading(link.node) else { continue }
      found.append(
        PandocDifference(
          range: link.range,
          message: "pandoc makes a link to the heading "
            + "`\(Wording.short(document.plainText(heading)))` of this",
          help: "link to it by its anchor, or write a backslash before the bracket"))
    }
  }

  /// `\(x\)` is math in pandoc as the Workbench calls it, and brackets elsewhere.
  private mutating func lookForMath(_ node: NodeID) {
    let bytes = document.source
    let range = document.range(node)
    let opening = bytes[range.start + 1]
    guard opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else { return }
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard let parent = document.parent(node) else { return }
    let end = document.range(parent).end
    var at = range.end
    // A formula is short; a bracket far behind belongs to something else.
    while at + 1 < min(end, range.end + 500) {
      if bytes[at] == UInt8(ascii: "\\") {
        if bytes[at + 1] == closing {
          found.append(
            PandocDifference(
              range: ByteRange(range.start, at + 2),
              message: "pandoc reads this as math, others as brackets",
              help: "write `$…$` or `$$…$$` for math"))
          return
        }
        at += 1
      }
      at += 1
    }
  }
}

import SourceCore

/// A syntax error as libyaml tells it, and what it means to an author.
struct YAMLFailure {
  let problem: String
  let context: String?
  /// Byte offset in the file where libyaml gave up.
  let at: Int
  /// Byte offset of what it was reading then.
  let contextAt: Int?
  let input: YAMLInput
  /// Where the parsed text ends.
  let end: Int

  /// The error in an author's words; its range is the place that has to be changed.
  var described: DataProblem {
    if let tab = tabIndentation { return tab }
    switch problem {
    case "mapping values are not allowed in this context": return strayColon
    case "could not find expected ':'": return noColon
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote
    case "found character that cannot start any token",
      "did not find expected alphabetic or numeric character", "found undefined tag handle",
      "did not find URI escaped octet", "did not find expected '!'",
      "did not find expected whitespace or line break", "did not find expected tag URI":
      return badStart(contextAt.map { context == Self.tokenContext ? at : $0 } ?? at)
    case "mapping keys are not allowed in this context": return badStart(at)
    case "did not find expected key": return badIndentation
    case "did not find expected node content":
      if context == "while parsing a block node" { return badStart(at) }
      return syntax(at, "a value is missing here", help: "write a value, or remove the `,`")
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      let line = content(of: at)
      let before = line.prefix { $0 <= at }.suffix(4)
      return syntax(
        before.last { input.bytes[$0] == UInt8(ascii: "\\") } ?? at,
        "a backslash in double quotes begins an escape, and this is none",
        help: "write `\\\\` for a backslash, or put the text in single quotes")
    case "did not find expected <document start>": return badDocument
    case "block sequence entries are not allowed in this context":
      return syntax(
        at, "a list item `- ` cannot stand here",
        help: "put each `- ` on a line of its own, below its key, or quote the text")
    case "did not find expected '-' indicator":
      return syntax(
        at, "this line is indented like the list above, but does not begin with `- `",
        help: "begin it with `- `, or align it with the key it belongs to")
    case "did not find expected ',' or ']'":
      return syntax(
        contextAt ?? at, "the list that begins here with `[` is not closed",
        help: "separate its items by `,` and end it with `]`")
    case "did not find expected ',' or '}'":
      return syntax(
        contextAt ?? at, "the map that begins here with `{` is not closed",
        help: "separate its entries by `,` and end it with `}`")
    default:
      let doing = context.map { " (\($0))" } ?? ""
      return syntax(at, "this is not valid YAML: \(problem)\(doing)")
    }
  }

  private static let tokenContext = "while scanning for the next token"

  // MARK: - The common mistakes

  /// A tab in the indentation of the line in question, or of the one libyaml stopped at.
  private var tabIndentation: DataProblem? {
    for place in [at, contextAt ?? at] {
      var i = lineStart(place)
      while i < end, input.bytes[i] == UInt8(ascii: " ") { i += 1 }
      let start = i
      while i < end, input.bytes[i] == UInt8(ascii: "\t") { i += 1 }
      guard i > start, place >= start else { continue }
      let range = ByteRange(start, i)
      return DataProblem(
        .tabIndentation, range, "a tab indents this line; YAML allows only spaces",
        help: "replace each tab by two spaces",
        fix: Fix(
          title: "indent by spaces", replacing: range,
          with: String(repeating: "  ", count: i - start), applicability: .suggestion))
    }
    return nil
  }

  /// `title: Data: an introduction`, or a line that libyaml took for a part of the value above.
  private var strayColon: DataProblem {
    let line = content(of: at)
    // The value begins behind the first colon that a space follows.
    var i = line.lowerBound
    while i < at, !isKeyColon(i) { i += 1 }
    guard i >= at else {
      i += 1
      while i < at, isBlank(i) { i += 1 }
      return quoting(i..<max(i, line.upperBound), "a `:` inside a text needs quotes around it")
    }
    guard let above = lineWithoutKey(above: line) else {
      return syntax(
        at, "this line is indented as if it belonged to the value above",
        help: "align it with the other keys")
    }
    return missingColon(above)
  }

  /// The first of the lines right above that are indented like this one and hold no `key: `.
  private func lineWithoutKey(above line: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var current = line
    while current.lowerBound > input.range.lowerBound {
      let above = content(of: current.lowerBound - 1)
      guard !above.isEmpty, indentation(above) == indentation(line),
        !above.contains(where: isKeyColon)
      else { break }
      found = above
      current = above
    }
    return found
  }

  /// A line that is no `key: value`.
  private var noColon: DataProblem {
    let place = contextAt ?? at
    let line = content(of: place)
    if let first = input.bytes[min(place, line.upperBound)..<line.upperBound].first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      return syntax(
        place, "a text in quotes ends, and no `:` follows",
        help: "write `key: value`, or close the quote on the line where it begins")
    }
    return missingColon(max(place, line.lowerBound)..<max(place, line.upperBound))
  }

  private func missingColon(_ line: Range<Int>) -> DataProblem {
    let start = line.lowerBound + indentation(line)
    guard let colon = line.first(where: { input.bytes[$0] == UInt8(ascii: ":") }) else {
      return DataProblem(
        .syntax, ByteRange(start, line.upperBound), "this line has no `:`",
        help: "write `key: value`, or indent it if it continues the text above")
    }
    return DataProblem(
      .syntax, ByteRange(start, colon + 1), "there is no space after the `:`",
      help: "write `key: value` with a space",
      fix: Fix(
        title: "put a space after the `:`", replacing: ByteRange(colon + 1, colon + 1), with: " ",
        applicability: .safe))
  }

  private var unclosedQuote: DataProblem {
    let place = contextAt ?? at
    if context?.hasPrefix("while scanning a quoted scalar") == true {
      return syntax(
        place, "the quote that begins here is not closed", help: "end the text with the same quote")
    }
    return syntax(place, "the text ends before this is complete")
  }

  /// A value that begins with a character that YAML reserves.
  private func badStart(_ place: Int) -> DataProblem {
    let line = content(of: place)
    let start = min(max(place, line.lowerBound), line.upperBound)
    let first = start < line.upperBound ? input.bytes[start] : 0
    let shown = first == UInt8(ascii: "`") ? "a backtick" : "`\(Unicode.Scalar(first))`"
    return quoting(start..<line.upperBound, "a text that begins with \(shown) needs quotes")
  }

  private var badIndentation: DataProblem {
    let line = content(of: at)
    let start = line.lowerBound + indentation(line)
    let first = at < end ? input.bytes[at] : 0
    if first == UInt8(ascii: "]") || first == UInt8(ascii: "}") {
      return syntax(at, "this `\(Unicode.Scalar(first))` closes nothing", help: "remove it")
    }
    if at > start {
      return syntax(
        at, "nothing may follow a text in quotes on its line",
        help: "put the quotes around the whole text; inside double quotes write \\\" for \"")
    }
    if first == UInt8(ascii: "-"), isBlank(at + 1) {
      return syntax(
        at, "a list item cannot stand here", help: "indent the items of a list below their key")
    }
    return syntax(
      at, "this line is indented differently from the lines it belongs with",
      help: "align keys of one map in the same column")
  }

  /// Text behind a complete value at the top.
  private var badDocument: DataProblem {
    syntax(
      at, "this does not belong to what stands above",
      help: "write `key: value`, one on each line, all with the same indentation")
  }

  // MARK: - Problems

  private func syntax(_ place: Int, _ message: String, help: String? = nil) -> DataProblem {
    let line = content(of: place)
    let start = min(max(place, line.lowerBound), line.upperBound)
    return DataProblem(.syntax, ByteRange(start, line.upperBound), message, help: help)
  }

  /// A text that needs quotes, with the fix that puts them.
  private func quoting(_ range: Range<Int>, _ message: String) -> DataProblem {
    let place = ByteRange(range.lowerBound, range.upperBound)
    let text = String(decoding: input.bytes[range], as: UTF8.self)
    let help = "put the whole value in double quotes"
    // Where quotes or a comment are there already, only the author knows what belongs inside.
    guard !text.isEmpty, !text.utf8.contains(UInt8(ascii: "\"")), !text.hasPrefix("'"),
      !text.contains(" #")
    else { return DataProblem(.syntax, place, message, help: help) }
    let escaped = text.split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "\\\\")
    return DataProblem(
      .syntax, place, message, help: help,
      fix: Fix(
        title: "put it in quotes", replacing: place, with: "\"\(escaped)\"", applicability: .safe))
  }

  // MARK: - Places

  private func isBlank(_ i: Int) -> Bool { i >= end || input.bytes[i] <= 0x20 }

  private func isKeyColon(_ i: Int) -> Bool {
    input.bytes[i] == UInt8(ascii: ":") && isBlank(i + 1)
  }

  private func indentation(_ line: Range<Int>) -> Int {
    line.prefix { input.bytes[$0] <= 0x20 }.count
  }

  private func lineStart(_ place: Int) -> Int {
    var i = min(place, end)
    while i > input.range.lowerBound, !isBreak(input.bytes[i - 1]) { i -= 1 }
    return i
  }

  /// The line that holds `place`, without its ending and the blanks before it.
  ///
  /// At the end of the text it is the last line that is not blank.
  private func content(of place: Int) -> Range<Int> {
    var place = min(place, end)
    if place == end {
      while place > input.range.lowerBound, input.bytes[place - 1] <= 0x20 { place -= 1 }
    }
    let start = lineStart(place)
    var last = place
    while last < end, !isBreak(input.bytes[last]) { last += 1 }
    while last > start, input.bytes[last - 1] <= 0x20 { last -= 1 }
    return start..<last
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

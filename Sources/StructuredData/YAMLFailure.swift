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

  /// The place that an author has to change; reading can go on below its line.
  var culprit: Int { described.range.start }

  /// The error in an author's words.
  var described: DataProblem {
    if let tab = tabIndentation { return tab }
    switch problem {
    case "mapping values are not allowed in this context": return strayColon
    case "could not find expected ':'": return noColon
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote
    case "found character that cannot start any token": return badStart
    case "block sequence entries are not allowed in this context":
      return syntax(
        from: at, "a list item `- ` cannot stand here",
        help: "put each `- ` on a line of its own, below its key, or quote the text")
    case "did not find expected '-' indicator":
      return syntax(
        from: at, "this line is indented like the list above, but does not begin with `- `",
        help: "begin it with `- `, or align it with the key it belongs to")
    case "did not find expected ',' or ']'":
      return syntax(
        from: contextAt ?? at, "the list that begins here with `[` is not closed",
        help: "separate its items by `,` and end it with `]`")
    case "did not find expected ',' or '}'":
      return syntax(
        from: contextAt ?? at, "the map that begins here with `{` is not closed",
        help: "separate its entries by `,` and end it with `}`")
    case "found unknown escape character":
      return syntax(
        from: at, "a backslash in double quotes begins an escape, and this is none",
        help: "write `\\\\` for a backslash, or use single quotes")
    case "did not find expected key": return badIndentation
    case "did not find expected node content":
      return syntax(
        from: at, "a value is missing here", help: "write a value, or remove the `,`")
    case "did not find expected <document start>":
      return syntax(
        from: at, "this does not belong to what stands above",
        help: "write `key: value`, one on each line, all with the same indentation")
    case "did not find expected alphabetic or numeric character":
      return syntax(
        from: contextAt ?? at, "`&` and `*` name a value in YAML, and no name follows",
        help: "put the text in quotes")
    case "found undefined tag handle":
      return syntax(
        from: contextAt ?? at, "`!` at the start of a value begins a YAML tag",
        help: "put the text in quotes")
    default:
      let doing = context.map { " (\($0))" } ?? ""
      return syntax(from: at, "this is not valid YAML: \(problem)\(doing)")
    }
  }

  // MARK: - The common mistakes

  /// A tab in the indentation of the line in question, or of the one libyaml stopped at.
  private var tabIndentation: DataProblem? {
    for place in [at, contextAt ?? at] {
      var i = lineStart(place)
      while i < end, input.bytes[i] == UInt8(ascii: " ") { i += 1 }
      let start = i
      while i < end, input.bytes[i] == UInt8(ascii: "\t") { i += 1 }
      if i > start, place >= start {
        return DataProblem(
          .tabIndentation, ByteRange(start, i), "a tab indents this line; YAML allows only spaces",
          help: "replace each tab by two spaces")
      }
    }
    return nil
  }

  /// `title: Data: an introduction`.
  private var strayColon: DataProblem {
    let line = content(of: at)
    // The value begins behind the first colon that a space follows.
    var i = line.lowerBound
    while i < at, !(input.bytes[i] == UInt8(ascii: ":") && isBlank(i + 1)) { i += 1 }
    guard i < at else {
      return syntax(
        from: at, "this line is indented as if it belonged to the value above",
        help: "align it with the other keys")
    }
    i += 1
    while i < at, isBlank(i) { i += 1 }
    return DataProblem(
      .syntax, ByteRange(i, max(i, line.upperBound)), "a `:` inside a text needs quotes around it",
      help: "put the whole value in double quotes")
  }

  /// A line that is no `key: value`.
  private var noColon: DataProblem {
    let place = contextAt ?? at
    let line = content(of: place)
    var i = max(place, line.lowerBound)
    if let first = input.bytes[i..<line.upperBound].first,
      first == UInt8(ascii: "\"")
        || first == UInt8(ascii: "'")
    {
      return syntax(
        from: place, "a text in quotes ends, and no `:` follows",
        help: "write `key: value`, or close the quote on the line where it begins")
    }
    while i < line.upperBound, input.bytes[i] != UInt8(ascii: ":") { i += 1 }
    if i < line.upperBound {
      return DataProblem(
        .syntax, ByteRange(place, i + 1), "there is no space after the `:`",
        help: "write `key: value` with a space")
    }
    return syntax(
      from: place, "this line has no `:`",
      help: "write `key: value`, or indent it if it continues the text above")
  }

  private var unclosedQuote: DataProblem {
    let place = contextAt ?? at
    if context?.hasPrefix("while scanning a quoted scalar") == true {
      return syntax(
        from: place, "the quote that begins here is not closed",
        help: "end the text with the same quote")
    }
    return syntax(from: place, "the text ends before this is complete")
  }

  /// A value that begins with a reserved character.
  private var badStart: DataProblem {
    let place = min(at, end)
    let scalar = String(
      decoding: input.bytes[place..<min(place + 4, end)], as: UTF8.self
    ).unicodeScalars.first
    let shown = scalar.map { "`\($0)`" } ?? "this"
    return syntax(
      from: place, "a text cannot begin with \(shown == "```" ? "a backtick" : shown)",
      help: "put the text in quotes")
  }

  private var badIndentation: DataProblem {
    let line = content(of: at)
    var i = line.lowerBound
    while i < line.upperBound, isBlank(i) { i += 1 }
    if at > i {
      return syntax(
        from: at, "nothing may follow a text in quotes on its line",
        help: "put the quotes around the whole text; a quote inside is written \\\"")
    }
    return syntax(
      from: at, "this line is indented differently from the lines it belongs with",
      help: "align keys of one map in the same column")
  }

  // MARK: - Places

  private func syntax(from place: Int, _ message: String, help: String? = nil) -> DataProblem {
    let line = content(of: place)
    let start = min(max(place, line.lowerBound), line.upperBound)
    return DataProblem(.syntax, ByteRange(start, line.upperBound), message, help: help)
  }

  private func isBlank(_ i: Int) -> Bool { i >= end || input.bytes[i] <= 0x20 }

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

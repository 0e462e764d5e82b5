import SourceCore

/// Writes an example as Markdown: the texts without marks, and what is reported in words.
enum ExamplePage {
  /// The example's section.
  static func markdown(_ example: Example, keepsMarks: Bool = false) -> String {
    var page = ""
    let isNamed = example.files.count != 1 || example.files[0].path != Example.lessonPath
    for (number, commit) in example.history.enumerated() {
      let tags = commit.tags.isEmpty ? "" : " (tagged \(Wording.list(commit.tags)))"
      page += "Commit \(number + 1)\(tags):\n\n"
      for file in commit.files { page += block(file, isNamed: true, keepsMarks) }
    }
    if !example.history.isEmpty, !example.files.isEmpty { page += "Then:\n\n" }
    if !example.options.isEmpty { page += "With \(settings(example.options)):\n\n" }
    for file in example.files { page += block(file, isNamed: isNamed, keepsMarks) }
    if example.isBad { page += "Reported: \(reported(example, isNamed: isNamed)).\n\n" }
    if let fixed = example.fixed, let first = example.files.first {
      page += (isNamed ? "With the fix, `\(first.path)`:\n\n" : "With the fix:\n\n")
      page += fenced(fixed, first.path)
    }
    // The blocks end with a blank line, which the next section brings itself.
    page.removeLast()
    return page
  }

  private static func settings(_ options: [String: RuleSettings.Value]) -> String {
    Wording.list(
      options.sorted { $0.key < $1.key }.map { name, value in
        switch value {
        case .number(let number): "`\(name)` \(number)"
        case .flag(let flag): "`\(name)` \(flag)"
        case .text(let text): "`\(name)` `\(text)`"
        case .texts(let texts): "`\(name)` `\(texts.joined(separator: "`, `"))`"
        case .numbers(let numbers):
          "`\(name)` \(numbers.map { String($0) }.joined(separator: ", "))"
        }
      })
  }

  private static func block(
    _ file: Example.File, isNamed: Bool, _ keepsMarks: Bool
  ) -> String {
    switch file.nature {
    case .file:
      let text = keepsMarks ? abridged(file.text) : shown(file.text)
      return (isNamed ? "`\(file.path)`\n\n" : "")
        + (text.isEmpty ? "(an empty file)\n\n" : fenced(text, file.path))
    case .symlink: return "`\(file.path)`: a symbolic link to `\(file.text)`\n\n"
    case .submodule: return "`\(file.path)`: a submodule\n\n"
    case .sized(let size): return "`\(file.path)`: a file of \(Wording.size(size))\n\n"
    case .unreadable(let reason): return "`\(file.path)`: cannot be read (\(reason.rawValue))\n\n"
    }
  }

  /// The text without the marks of spans; those of bytes stay, as a page is UTF-8.
  private static func shown(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "⟦" && scalar != "⟧" { out.append(scalar) }
    return abridged(String(out))
  }

  /// A line of a thousand characters says no more than its start.
  private static func abridged(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.unicodeScalars.count > 200 else { return String(line) }
      return String(line.unicodeScalars.prefix(60)) + " … (\(line.unicodeScalars.count) characters)"
    }.joined(separator: "\n")
  }

  private static func fenced(_ text: String, _ path: String) -> String {
    var run = 0
    var longest = 2
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let ending = path.split(separator: ".").last ?? ""
    let language =
      switch ending {
      case "yml", "yaml", "cff": "yaml"
      case "md", "qmd", "Rmd": "markdown"
      case "json", "lock": "json"
      default: "text"
      }
    return fence + language + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n\n"
  }

  private static func reported(_ example: Example, isNamed: Bool) -> String {
    var parts: [String] = []
    for file in example.files {
      let marked = MarkedText(file.text)
      let lines = LineIndex(marked.bytes)
      let written = MarkedText.written(file.text)
      for (number, range) in marked.ranges.enumerated() {
        let first = lines.line(at: range.start) + 1
        let last = lines.line(at: max(range.start, range.end - 1)) + 1
        let text = String(decoding: marked.bytes[range.indices], as: UTF8.self)
        let line = first == last ? "line \(first)" : "lines \(first) to \(last)"
        let place = isNamed ? "`\(file.path)`, \(line)" : line
        parts.append(first == last ? "\(quoted(text, written[number])) (\(place))" : place)
      }
    }
    for path in example.wholeFiles {
      if path.isEmpty {
        parts.append("the course as a whole")
      } else {
        parts.append(isNamed ? "`\(path)` as a whole" : "the page as a whole")
      }
    }
    return parts.joined(separator: "; ")
  }

  /// The span as inline code, with as many backticks as it needs; bytes that the example writes as
  /// numbers stay numbers, since a page is UTF-8 and no scanner should take an example for a key.
  private static func quoted(_ text: String, _ written: String) -> String {
    let short = Wording.short(written.unicodeScalars.contains("‹") ? written : text, limit: 80)
    guard short.utf8.contains(UInt8(ascii: "`")) else { return "`\(short)`" }
    return "`` \(short) ``"
  }
}

import SourceCore

/// What to do first: the rules that matter most and clean the most files.
struct FirstThings {
  /// One rule, and what answering it would bring.
  struct Thing {
    let first: Diagnostic
    /// Where that stands among all diagnostics.
    let position: Int
    /// How to do it, where a finding says so.
    let how: String?
    var count = 0
    var files = 0
    /// Files in which nothing of this weight would be left.
    var cleaned = 0
  }

  let things: [Thing]

  private struct Key: Hashable {
    let severity: Severity
    let rule: String
  }

  init(_ diagnostics: [Diagnostic], limit: Int = 3) {
    // Rules in each file, by severity.
    var rulesOfFile: [String: Set<Key>] = [:]
    var things: [Key: Thing] = [:]
    for (position, diagnostic) in diagnostics.enumerated() {
      let key = Key(severity: diagnostic.severity, rule: diagnostic.rule)
      var thing =
        things[key]
        ?? Thing(
          first: diagnostic, position: position, how: diagnostic.help ?? diagnostic.fix?.title)
      thing.count += 1
      things[key] = thing
      rulesOfFile[diagnostic.path, default: []].insert(key)
    }
    for keys in rulesOfFile.values {
      for key in keys {
        things[key]?.files += 1
        let isLast = keys.allSatisfy { $0 == key || $0.severity < key.severity }
        if isLast { things[key]?.cleaned += 1 }
      }
    }
    let ordered = things.values.sorted { a, b in
      if a.first.severity != b.first.severity { return a.first.severity > b.first.severity }
      if a.cleaned != b.cleaned { return a.cleaned > b.cleaned }
      if a.files != b.files { return a.files > b.files }
      if a.count != b.count { return a.count > b.count }
      return a.position < b.position
    }
    self.things = Array(ordered.prefix(limit))
  }

  /// The heading and one or two lines for each thing.
  func lines(style: TextStyle, width: Int) -> [String] {
    let numbers = ["One thing", "Two things", "Three things"]
    var lines = [style(.strong, "\(numbers[things.count - 1]) to do first")]
    for (i, thing) in things.enumerated() {
      let count = TextReporter.count(thing.count, thing.first.severity.rawValue)
      let place = FindingRenderer.place(thing.first, column: true)
      let scope: String
      if thing.count == 1 {
        scope = "at \(place)"
      } else if thing.files == 1 {
        scope = "in one file, first in \(place)"
      } else {
        scope = "in \(thing.files) files, first in \(place)"
      }
      lines.append(
        "  \(i + 1). "
          + style(TextStyle.role(thing.first.severity), TerminalText.visible(thing.first.rule))
          + ": \(count) \(scope)")
      if let how = thing.how {
        lines += TerminalText.wrapped(TerminalText.visible(how), width: width - 5)
          .map { "     " + $0 }
      }
    }
    return lines
  }
}

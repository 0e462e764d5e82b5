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

  init(_ diagnostics: [Diagnostic], keys: FindingKeys, limit: Int = 3) {
    var things = [Thing?](repeating: nil, count: keys.kinds)
    // The kinds that are found in the file at hand.
    var inFile: [Int] = []
    for (position, diagnostic) in diagnostics.enumerated() {
      let kind = keys.kind[position]
      if things[kind] == nil {
        things[kind] = Thing(
          first: diagnostic, position: position, how: diagnostic.help ?? diagnostic.fix?.title)
      }
      things[kind]?.count += diagnostic.tally
      if !inFile.contains(kind) { inFile.append(kind) }
      guard position + 1 == diagnostics.count || keys.file[position + 1] != keys.file[position]
      else { continue }
      let severities = inFile.map { things[$0]?.first.severity ?? .note }
      let worst = severities.max() ?? .note
      for (i, kind) in inFile.enumerated() {
        things[kind]?.files += 1
        let isLast = severities[i] == worst && severities.count { $0 == worst } == 1
        if isLast { things[kind]?.cleaned += 1 }
      }
      inFile.removeAll(keepingCapacity: true)
    }
    let ordered = things.compactMap(\.self).sorted { a, b in
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

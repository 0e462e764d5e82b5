import SourceCore

/// Prints one finding in full: where and what, the flagged line, what to do.
struct FindingRenderer {
  let style: TextStyle
  let width: Int

  /// The finding's lines.
  func lines(_ diagnostic: Diagnostic) -> [String] {
    let gutter = String(diagnostic.line).utf8.count
    var lines = [headline(diagnostic)]
    let hasExcerpt = !diagnostic.excerpt.isEmpty
    if hasExcerpt {
      lines += ExcerptRenderer(style: style, width: width).lines(diagnostic, gutter: gutter)
    }
    let indent = hasExcerpt ? gutter + 1 : 2
    if let help = diagnostic.help { lines += detail("help", help, indent: indent) }
    for note in diagnostic.notes { lines += detail("note", Self.text(note), indent: indent) }
    if let fix = diagnostic.fix { lines += detail("fix", fix.title, indent: indent) }
    return lines
  }

  /// `path:line:column: severity[rule]: message`
  func headline(_ diagnostic: Diagnostic) -> String {
    style(.strong, Self.place(diagnostic, column: true)) + ": " + label(diagnostic) + ": "
      + TerminalText.visible(diagnostic.message)
  }

  /// `severity[rule]`
  func label(_ diagnostic: Diagnostic) -> String {
    style(
      TextStyle.role(diagnostic.severity),
      "\(diagnostic.severity.rawValue)[\(TerminalText.visible(diagnostic.rule))]")
  }

  /// `= help: …`, wrapped under its own beginning.
  func detail(_ name: String, _ text: String, indent: Int) -> [String] {
    let lead = String(repeating: " ", count: indent) + "= \(name): "
    let hanging = String(repeating: " ", count: lead.utf8.count)
    let wrapped = TerminalText.wrapped(
      TerminalText.visible(text), width: max(20, width - lead.utf8.count))
    let colored =
      String(repeating: " ", count: indent) + style(.frame, "=") + " "
      + style(name == "note" ? .strong : .help, name + ":") + " "
    return wrapped.enumerated().map { ($0.offset == 0 ? colored : hanging) + $0.element }
  }

  private static func text(_ note: Finding.Note) -> String {
    guard let path = note.path else { return note.text }
    let line = note.line.map { ":\($0)" } ?? ""
    return path.string + line + ": " + note.text
  }

  /// `path:line:column`, or the path alone for a finding about a whole file.
  static func place(_ diagnostic: Diagnostic, column: Bool) -> String {
    var path = TerminalText.visible(diagnostic.path == "." ? "this folder" : diagnostic.path)
    if diagnostic.isAboutWhole { return path }
    if let cell = diagnostic.cell { path += ":cell \(cell)" }
    return column
      ? "\(path):\(diagnostic.line):\(diagnostic.column)" : "\(path):\(diagnostic.line)"
  }
}

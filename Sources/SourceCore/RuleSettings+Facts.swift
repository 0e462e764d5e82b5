// What findings depend on, as bytes for a key: the same settings give the same bytes.

extension RuleSettings {
  /// Writes the settings.
  public func write(to writer: inout FactWriter) {
    writer.list(scopes) { writer, scope in
      writer.list(scope.paths) { $0.text($1.string) }
      writer.list(scope.rules.keys.sorted()) { writer, name in
        writer.text(name)
        scope.rules[name]?.write(to: &writer)
      }
      writer.optional(scope.dialect) { $0.text($1) }
    }
  }
}

extension RuleSettings.Setting {
  fileprivate func write(to writer: inout FactWriter) {
    switch level {
    case nil: writer.integer(-2)
    case .off: writer.integer(-1)
    case .on(let severity): writer.integer(severity.code)
    }
    writer.list(options.keys.sorted()) { writer, name in
      writer.text(name)
      options[name]?.write(to: &writer)
    }
  }
}

extension RuleSettings.Value {
  fileprivate func write(to writer: inout FactWriter) {
    switch self {
    case .number(let value):
      writer.integer(0)
      writer.integer(value)
    case .texts(let values):
      writer.integer(1)
      writer.list(values) { $0.text($1) }
    case .flag(let value):
      writer.integer(2)
      writer.flag(value)
    case .text(let value):
      writer.integer(3)
      writer.text(value)
    case .numbers(let values):
      writer.integer(4)
      writer.list(values) { $0.integer($1) }
    }
  }
}

extension RuleSelection {
  /// Writes the selection.
  public func write(to writer: inout FactWriter) {
    writer.list(profiles) { $0.text($1.rawValue) }
    writer.optional(only) { writer, only in writer.list(only.sorted()) { $0.text($1) } }
    for names in [extended, ignored, guards] { writer.list(names.sorted()) { $0.text($1) } }
  }
}

extension DiagnosticNeeds {
  /// Writes the needs.
  public func write(to writer: inout FactWriter) {
    writer.integer(excerpts)
    writer.flag(edits)
    writer.flag(editSpans)
    writer.integer(findings)
  }
}

/// What the options of one rule are set to; a value that is missing or of the wrong kind is the
/// option's default.
public struct RuleOptionValues: Sendable, Hashable {
  private let values: [String: RuleSettings.Value]
  private let options: [RuleOption]

  /// Takes the values that are set for a rule.
  public init(_ values: [String: RuleSettings.Value] = [:], of rule: any Rule.Type) {
    self.values = values
    options = rule.options
  }

  /// Whether the option was set, to a value of its kind.
  public func isSet(_ name: String) -> Bool {
    guard let value = values[name], let kind = kind(name) else { return false }
    switch (kind, value) {
    case (.number, .number), (.texts, .texts), (.flag, .flag), (.text, .text), (.choice, .text),
      (.numbers, .numbers), (.numbers, .number):
      return true
    // A list without anything in it is of any kind.
    case (.texts, .numbers(let list)): return list.isEmpty
    default: return false
    }
  }

  /// An option that is yes or no.
  public func flag(_ name: String) -> Bool {
    if case .flag(let value) = values[name] { return value }
    if case .flag(let value) = kind(name) { return value }
    return false
  }

  /// An option that is a number; outside its range the default holds.
  public func number(_ name: String) -> Int {
    guard case .number(let range, let standard) = kind(name) else { return 0 }
    if case .number(let value) = values[name], range.contains(value) { return value }
    return standard
  }

  /// An option that is a text or a choice; what is no choice is the default.
  public func text(_ name: String) -> String {
    switch kind(name) {
    case .text(let standard):
      if case .text(let value) = values[name] { return value }
      return standard
    case .choice(let choices, let standard):
      if case .text(let value) = values[name], choices.contains(value) { return value }
      return standard
    default: return ""
    }
  }

  /// The text that an option was set to, be it one of its choices or not; nil where none was.
  public func written(_ name: String) -> String? {
    if case .text(let value) = values[name] { return value }
    return nil
  }

  /// An option that is a list of texts.
  public func texts(_ name: String) -> [String] {
    if case .texts(let value) = values[name] { return value }
    if case .texts(let value) = kind(name) { return value }
    return []
  }

  /// An option that is a number for each level.
  public func numbers(_ name: String) -> [Int] {
    switch values[name] {
    case .numbers(let value): return value
    case .number(let value): return [value]
    default: break
    }
    if case .numbers(let value) = kind(name) { return value }
    return []
  }

  private func kind(_ name: String) -> RuleOption.Kind? {
    options.first { $0.name == name }?.kind
  }
}

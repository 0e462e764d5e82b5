import SourceCore

/// Colours for a terminal, or none.
struct TextStyle: Sendable {
  /// What a piece of text is.
  enum Role: Sendable {
    case error, warning, note
    /// A path, or a heading.
    case strong
    /// Line numbers and rules.
    case frame
    /// What to do about it.
    case help
    /// What matters less.
    case dim
  }

  let isColored: Bool

  /// The text in the colour of its role.
  func callAsFunction(_ role: Role, _ text: String) -> String {
    guard isColored, !text.isEmpty else { return text }
    let code =
      switch role {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      case .strong: "1"
      case .frame: "34"
      case .help: "32"
      case .dim: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The role of a severity.
  static func role(_ severity: Severity) -> Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

import SourceCore

/// The rules about how a tree was opened.
enum ToolRules {
  /// All of them, in the order of their ids.
  static let all: [any Rule] = [DamagedHistory(), NoRepository()]
}

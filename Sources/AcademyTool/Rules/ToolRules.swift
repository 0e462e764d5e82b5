import SourceCore

/// The rules about framework documents and about how a tree was opened.
enum ToolRules {
  /// All of them, in the order of their ids.
  static let all: [any Rule] = [
    FrameworkFault(), FrameworkLoosening(), DamagedHistory(), MarkdownlintFile(), NoRepository(),
  ]
}

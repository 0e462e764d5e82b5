import SourceCore
import StructuredData

/// The agreement between offices that a course is checked against, read from a document.
public struct Framework: Sendable {
  /// The framework inside the tool.
  public static let builtin = Framework()

  /// What courses call it (`framework/1`).
  public let name = "framework/1"
  /// The document's own version.
  public let version = "1.0.0"
  /// Text that marks what is unfinished; a mark with an upper-case letter counts only as written.
  public var placeholders: [String] { [] }

  /// The vocabulary with this name; nil where there is none.
  public func vocabulary(_ name: String) -> Vocabulary? { nil }

  /// What the lessons of a layout must hold; a layout the framework does not know requires nothing.
  public func structure(layout: String) -> StructureRules {
    StructureRules(layout: layout, requiredDivs: [], recommended: [], knownDivs: [])
  }

  /// The verbs of a language, found by its primary subtag; nil where the framework lists none.
  public func verbs(language: String) -> VerbList? { nil }

  /// What a rule's finding weighs in a course of this lifecycle.
  public func severity(of rule: RuleInfo, lifecycle: Lifecycle) -> Severity { rule.severity }

  /// What a manifest (`course.yml`) gets wrong.
  public func validate(manifest: DataNode) -> [SchemaProblem] { [] }

  /// What a lesson's front matter gets wrong.
  public func validate(frontMatter: DataNode) -> [SchemaProblem] { [] }

  /// The fields that a manifest must give, or that must be known from elsewhere, at a lifecycle.
  public func requiredFields(_ lifecycle: Lifecycle) -> [String] { [] }
}

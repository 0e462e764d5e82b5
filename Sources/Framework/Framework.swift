import SourceCore
import StructuredData

/// The agreement between offices that a course is checked against, read from a document.
public struct Framework: Sendable {
  /// The framework inside the tool.
  public static let builtin = Framework(agreement: BuiltinDocument.agreement, parts: .builtin)

  /// The text of the framework inside the tool, one JSON document.
  public static var builtinText: String { Framework1.text }

  /// Large parts: the built-in ones are read when they are first asked for.
  private enum Parts: Sendable {
    case builtin
    case read(
      vocabularies: [String: Vocabulary], verbs: [String: VerbList], course: SchemaValidator,
      frontMatter: SchemaValidator)
  }

  private let agreement: Agreement
  private let parts: Parts

  private init(agreement: Agreement, parts: Parts) {
    self.agreement = agreement
    self.parts = parts
  }

  /// Reads a whole framework document.
  init(document node: DataNode) throws(DocumentProblem) {
    let document = DocumentReader(node, part: "framework")
    let schemas = try document.part("schemas")
    self.init(
      agreement: try Agreement(document),
      parts: .read(
        vocabularies: try Vocabulary.all(document.part("vocabularies")),
        verbs: try VerbList.all(document.part("verbs")),
        course: try SchemaValidator(schemas.part("course")),
        frontMatter: try SchemaValidator(schemas.part("frontMatter"))))
  }

  /// What courses call it (`framework/1`).
  public var name: String { agreement.name }
  /// The document's own version.
  public var version: String { agreement.version }
  /// Text that marks what is unfinished; a mark with an upper-case letter counts only as written.
  public var placeholders: [String] { agreement.placeholders }

  /// The fields of a lesson's front matter that its author gives; the others may be missing.
  public var requiredFrontMatter: [String] { agreement.requiredFrontMatter }

  /// The vocabulary with this name; nil where there is none.
  public func vocabulary(_ name: String) -> Vocabulary? {
    switch parts {
    case .builtin: BuiltinDocument.vocabularies[name]
    case .read(let vocabularies, _, _, _): vocabularies[name]
    }
  }

  /// What the lessons of a layout must hold; a layout the framework does not know requires nothing.
  public func structure(layout: String) -> StructureRules {
    agreement.structure[layout]
      ?? StructureRules(layout: layout, requiredDivs: [], recommended: [], knownDivs: [])
  }

  /// The verbs of a language, found by its primary subtag; nil where the framework lists none.
  public func verbs(language: String) -> VerbList? {
    let primary = asciiLowercased(language.prefix { $0 != "-" && $0 != "_" })
    return switch parts {
    case .builtin: BuiltinDocument.verbs(primary)
    case .read(_, let verbs, _, _): verbs[primary]
    }
  }

  /// What a rule's finding weighs in a course of this lifecycle.
  public func severity(of rule: RuleInfo, lifecycle: Lifecycle) -> Severity {
    let stage = lifecycle.judgedAs
    if let severity = agreement.severities[rule.id]?[stage] { return severity }
    guard rule.followsLifecycle, let most = agreement.atMost[stage] else { return rule.severity }
    return min(rule.severity, most)
  }

  /// What a manifest (`course.yml`) gets wrong, in the order of the file.
  ///
  /// A field that may be known from elsewhere is not missed here: see `requiredFields`.
  public func validate(manifest: DataNode) -> [SchemaProblem] {
    let schema =
      switch parts {
      case .builtin: BuiltinDocument.course
      case .read(_, _, let course, _): course
      }
    return schema.allProblems(of: manifest, vocabulary: vocabulary)
  }

  /// What a lesson's front matter gets wrong, in the order of the file.
  public func validate(frontMatter: DataNode) -> [SchemaProblem] {
    let schema =
      switch parts {
      case .builtin: BuiltinDocument.frontMatter
      case .read(_, _, _, let frontMatter): frontMatter
      }
    return schema.allProblems(of: frontMatter, vocabulary: vocabulary)
  }

  /// What `pipeline.json` gets wrong, in the order of the file.
  public func validate(pipeline: DataNode) -> [SchemaProblem] {
    // How the tool is set up is no office's to change.
    BuiltinDocument.pipeline.allProblems(of: pipeline, vocabulary: vocabulary)
  }

  /// The fields of a manifest that must be known at a lifecycle, there or from elsewhere.
  public func requiredFields(_ lifecycle: Lifecycle) -> [String] {
    let stage = lifecycle.judgedAs
    return Lifecycle.allCases.filter { $0 <= stage }.flatMap { agreement.required[$0] ?? [] }
  }
}

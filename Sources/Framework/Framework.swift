import SourceCore
import StructuredData

/// The agreement between offices that a course is checked against, read from a document.
public struct Framework: Sendable {
  /// The framework inside the tool.
  public static let builtin = Framework(agreement: BuiltinDocument.agreement, parts: .builtin)

  /// The text of the framework inside the tool, one JSON document.
  public static var builtinText: String { Framework1.text }

  /// Large parts: the built-in ones are read when they are first asked for.
  private indirect enum Parts: Sendable {
    case builtin
    /// An office's document upon the framework that it extends.
    case extending(Framework, Overlay)
    case read(
      vocabularies: [String: Vocabulary], verbs: [String: VerbList], course: SchemaValidator,
      frontMatter: SchemaValidator)
  }

  let agreement: Agreement
  private let parts: Parts

  private init(agreement: Agreement, parts: Parts) {
    self.agreement = agreement
    self.parts = parts
  }

  /// Puts an office's document upon the framework that it extends.
  init(_ base: Framework, overlay: Overlay) {
    self.init(agreement: overlay.agreement, parts: .extending(base, overlay))
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
    case .extending(let base, let overlay): overlay.vocabularies[name] ?? base.vocabulary(name)
    case .read(let vocabularies, _, _, _): vocabularies[name]
    }
  }

  /// The names of all vocabularies, in order.
  public var vocabularyNames: [String] {
    switch parts {
    case .builtin: BuiltinDocument.vocabularies.keys.sorted()
    case .extending(let base, let overlay):
      Set(base.vocabularyNames).union(overlay.vocabularies.keys).sorted()
    case .read(let vocabularies, _, _, _): vocabularies.keys.sorted()
    }
  }

  /// The primary languages that verbs are listed for, in order.
  public var verbLanguages: [String] {
    switch parts {
    case .builtin: BuiltinDocument.verbLanguages
    case .extending(let base, let overlay):
      Set(base.verbLanguages).union(overlay.verbs.keys).sorted()
    case .read(_, let verbs, _, _): verbs.keys.sorted()
    }
  }

  /// The layouts that the framework says something of, in order.
  public var layouts: [String] { agreement.structure.keys.sorted() }

  /// The fields of a manifest that the framework describes, in order.
  public var manifestFields: [String] {
    let own = BuiltinDocument.courseFields
    let added = overlays.flatMap { $0.manifest?.schema["properties"]?.object?.map(\.key) ?? [] }
    return Set(own).union(added).sorted()
  }

  /// What offices' documents ask of the fields of course.yml and of front matter, in words.
  public var fieldDemands: [String] {
    FrameworkComparison(.builtin, self, rules: []).changes
      .filter { $0.area == .fields }.map(\.message)
  }

  /// The frameworks that this one extends, the nearest first, and last the one inside the tool.
  public var extended: [(name: String, version: String)] {
    guard case .extending(let base, _) = parts else { return [] }
    return [(base.name, base.version)] + base.extended
  }

  /// The documents it was read from, its own first, each behind a byte that tells JSON from YAML;
  /// empty for the framework inside the tool, and nil where that is not known.
  public var documents: [[UInt8]]? {
    switch parts {
    case .builtin: []
    case .extending(let base, let overlay): base.documents.map { [overlay.document] + $0 }
    case .read: nil
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
    case .extending(let base, let overlay): overlay.verbs[primary] ?? base.verbs(language: primary)
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
    let own = courseSchema.allProblems(of: manifest, vocabulary: vocabulary)
    return overlays.compactMap(\.manifest).add(to: own, of: manifest, vocabulary: vocabulary)
  }

  /// What offices' frameworks find wrong with fields of a manifest that another file gives.
  ///
  /// The framework's own schema says how `course.yml` is written, not what other files may hold.
  public func validate(inferred fields: DataNode) -> [SchemaProblem] {
    overlays.compactMap(\.manifest).add(to: [], of: fields, vocabulary: vocabulary)
  }

  /// What a lesson's front matter gets wrong, in the order of the file.
  ///
  /// It also holds fields for the site's generator: unknown ones are of interest where they may be
  /// misspelt.
  public func validate(frontMatter: DataNode) -> [SchemaProblem] {
    let own = frontMatterSchema.allProblems(
      of: frontMatter, vocabulary: vocabulary, tellsAllFields: false)
    return overlays.compactMap(\.frontMatter).add(
      to: own, of: frontMatter, vocabulary: vocabulary)
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

  /// What offices' documents put upon the framework inside the tool, the innermost first.
  var overlays: [Overlay] {
    guard case .extending(let base, let overlay) = parts else { return [] }
    return base.overlays + [overlay]
  }

  private var courseSchema: SchemaValidator {
    switch parts {
    case .builtin: BuiltinDocument.course
    case .extending(let base, let overlay): overlay.schemas?.course ?? base.courseSchema
    case .read(_, _, let course, _): course
    }
  }

  private var frontMatterSchema: SchemaValidator {
    switch parts {
    case .builtin: BuiltinDocument.frontMatter
    case .extending(let base, let overlay): overlay.schemas?.frontMatter ?? base.frontMatterSchema
    case .read(_, _, _, let frontMatter): frontMatter
    }
  }
}

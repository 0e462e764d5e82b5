import CourseModel
import Framework
import SourceCore

/// What a lesson rule may know besides the page: nothing that differs between two pages of a course.
public struct LessonContext: Sendable {
  /// The framework that the course is held against.
  public let framework: Framework
  /// Required and known sections of the course's layout.
  public let structure: StructureRules
  /// How the course is laid out.
  public let layout: CourseLayout
  /// The terms that the course explains.
  public let glossary: Glossary
  /// How finished the course says it is.
  public let lifecycle: Lifecycle
  /// What finds the framework's placeholders.
  let placeholders: MarkSearch
  /// What the schema says of the course's manifest.
  let manifestProblems: ManifestProblems
  private let settings: RuleSettings
  let folder: RepoPath

  /// Makes a context for the pages of the course in a folder of its repository.
  public init(
    framework: Framework, layout: CourseLayout, lifecycle: Lifecycle,
    settings: RuleSettings = .none, folder: RepoPath = .root, glossary: Glossary = .empty
  ) {
    self.glossary = glossary
    self.settings = settings
    self.folder = folder
    self.framework = framework
    manifestProblems = ManifestProblems(framework)
    placeholders = MarkSearch(framework.placeholders)
    structure = framework.structure(layout: layout.rawValue)
    self.layout = layout
    self.lifecycle = lifecycle
  }

  /// The value of a rule's option that is a number: as set for the course, else its default.
  public func number(_ name: String, of rule: any Rule.Type) -> Int {
    if case .number(let value) = settings.options(of: rule.info.id, at: folder)[name] {
      return value
    }
    for option in rule.options where option.name == name {
      if case .number(_, let value) = option.kind { return value }
    }
    return 0
  }

  /// The value of a rule's option that is a list of texts: as set for the course, else its default.
  public func texts(_ name: String, of rule: any Rule.Type) -> [String] {
    if case .texts(let value) = settings.options(of: rule.info.id, at: folder)[name] {
      return value
    }
    for option in rule.options where option.name == name {
      if case .texts(let value) = option.kind { return value }
    }
    return []
  }
}

import CourseModel
import Framework
import SourceCore

/// What linting one page gives.
public struct LessonResult: Sendable {
  /// What was found, unsorted.
  public let diagnostics: [Diagnostic]
  /// What the course needs to know of the page; nil where it could not be parsed.
  public let facts: LessonFacts?
}

/// Lints the pages of one course; a pure function of a page's bytes and the context.
public struct LessonLinter: Sendable {
  private let context: LessonContext
  private let parser: LessonParser
  private let folder: RepoPath
  private let inputRules: [any InputRule]
  private let rules: [any LessonRule]
  private let severities: [String: Severity]

  /// Makes a linter for the pages of `course` with the rules that are on.
  public init(
    course: Course, framework: Framework, rules: [any Rule] = LintRules.all,
    settings: RuleSettings = .none
  ) {
    let lifecycle = course.metadata.effectiveLifecycle
    context = LessonContext(
      framework: framework, layout: course.layout, lifecycle: lifecycle, settings: settings,
      folder: course.folder, glossary: course.glossary)
    parser = LessonParser(layout: course.layout, language: course.metadata.effectiveLanguage)
    folder = course.folder
    inputRules = rules.compactMap { $0 as? any InputRule }
    self.rules = rules.compactMap { $0 as? any LessonRule }
    severities = Self.severities(rules, framework, lifecycle)
  }

  static func severities(_ rules: [any Rule], _ framework: Framework, _ lifecycle: Lifecycle)
    -> [String: Severity]
  {
    var severities: [String: Severity] = [:]
    for rule in rules {
      severities[rule.info.id] = framework.severity(of: rule.info, lifecycle: lifecycle)
    }
    return severities
  }

  /// Lints one page.
  public func lint(_ input: PageInput) -> LessonResult {
    let path = folder.appending(input.page.path)
    for rule in inputRules {
      guard let finding = rule.check(input) else { continue }
      let text = (try? input.bytes.get()).map { SourceText(path: path, bytes: $0) }
      let diagnostic = Diagnostic(
        finding, rule: rule.info, severity: severity(rule.info), path: path.string, text: text,
        lines: text.map { LineIndex($0.bytes) })
      return LessonResult(diagnostics: [diagnostic], facts: nil)
    }
    guard case .success(let bytes) = input.bytes else {
      return LessonResult(diagnostics: [], facts: nil)
    }
    let lesson = parser.parse(
      SourceText(path: path, bytes: bytes), path: input.page.path, kind: input.page.kind)
    var diagnostics: [Diagnostic] = []
    var places = PlaceResolver(lesson.text, lines: lesson.lines)
    for rule in rules {
      let info = rule.info
      rule.check(lesson, context) { found in
        var finding = found
        let place = finding.range.map { places.place($0) }
        if lesson.text.cells != nil {
          // What stands between cells nobody wrote, and an edit of the text is none of the file.
          if let place, place.cell == nil { return }
          finding.fix = nil
        }
        diagnostics.append(
          Diagnostic(
            finding, rule: info, severity: severity(info), path: path.string, place: place))
      }
    }
    return LessonResult(diagnostics: diagnostics, facts: LessonFacts(lesson))
  }

  private func severity(_ info: RuleInfo) -> Severity { severities[info.id] ?? info.severity }
}

import MarkdownLint
import SourceCore

/// A rule in each of the ways in which it looks at courses.
///
/// To ask the runtime what a rule conforms to takes longer than to lint a page, the first time in
/// each run; of listed rules the compiler knows.
struct RuleFacets: Sendable {
  /// The rule as such.
  let rule: any Rule
  /// As one about a page.
  var lesson: (any LessonRule)?
  /// As one about a page's front matter.
  var frontMatter: (any FrontMatterRule)?
  /// As one about Markdown alone.
  var markdown: (any MarkdownRule)?
  /// As one about a file that cannot be parsed.
  var input: (any InputRule)?
  /// As one about a course as a whole.
  var course: (any CourseRule)?
  /// As one about a course's links.
  var link: (any LinkRule)?
  /// As one about several courses.
  var academy: (any AcademyRule)?

  /// The facets of a rule.
  static func of(_ rule: any Rule) -> RuleFacets {
    known[ObjectIdentifier(type(of: rule))] ?? RuleFacets(asking: rule)
  }

  private static let known: [ObjectIdentifier: RuleFacets] = {
    let markdown = MarkdownRules.all.map { RuleFacets(rule: $0, markdown: $0) }
    let all = LintRules.facets + markdown
    return Dictionary(all.map { (ObjectIdentifier(type(of: $0.rule)), $0) }) { first, _ in first }
  }()

  /// Asks the runtime about a rule that is not listed.
  private init(asking rule: any Rule) {
    self.rule = rule
    lesson = rule as? any LessonRule
    frontMatter = rule as? any FrontMatterRule
    markdown = rule as? any MarkdownRule
    input = rule as? any InputRule
    course = rule as? any CourseRule
    link = rule as? any LinkRule
    academy = rule as? any AcademyRule
  }

  fileprivate init(
    rule: any Rule, lesson: (any LessonRule)? = nil, frontMatter: (any FrontMatterRule)? = nil,
    markdown: (any MarkdownRule)? = nil, input: (any InputRule)? = nil,
    course: (any CourseRule)? = nil, link: (any LinkRule)? = nil,
    academy: (any AcademyRule)? = nil
  ) {
    self.rule = rule
    self.lesson = lesson
    self.frontMatter = frontMatter
    self.markdown = markdown
    self.input = input
    self.course = course
    self.link = link
    self.academy = academy
  }
}

/// Lists rules, each as what its type says it is.
@resultBuilder enum RuleListBuilder {
  static func buildBlock(_ rules: RuleFacets...) -> [RuleFacets] { rules }

  static func buildExpression(_ rule: some Rule) -> RuleFacets { RuleFacets(rule: rule) }

  static func buildExpression(_ rule: some LessonRule) -> RuleFacets {
    RuleFacets(rule: rule, lesson: rule)
  }

  static func buildExpression(_ rule: some FrontMatterRule) -> RuleFacets {
    RuleFacets(rule: rule, frontMatter: rule)
  }

  static func buildExpression(_ rule: some InputRule) -> RuleFacets {
    RuleFacets(rule: rule, input: rule)
  }

  static func buildExpression(_ rule: some CourseRule) -> RuleFacets {
    RuleFacets(rule: rule, course: rule)
  }

  static func buildExpression(_ rule: some LinkRule) -> RuleFacets {
    RuleFacets(rule: rule, link: rule)
  }

  static func buildExpression(_ rule: some AcademyRule) -> RuleFacets {
    RuleFacets(rule: rule, academy: rule)
  }

  static func buildExpression(_ rule: some LessonRule & CourseRule) -> RuleFacets {
    RuleFacets(rule: rule, lesson: rule, course: rule)
  }

  static func buildExpression(_ rule: some FrontMatterRule & CourseRule) -> RuleFacets {
    RuleFacets(rule: rule, frontMatter: rule, course: rule)
  }

  static func buildExpression(_ rule: some LessonRule & CourseRule & LinkRule) -> RuleFacets {
    RuleFacets(rule: rule, lesson: rule, course: rule, link: rule)
  }

  static func buildExpression(_ rule: some InputRule & CourseRule) -> RuleFacets {
    RuleFacets(rule: rule, input: rule, course: rule)
  }

  static func buildExpression(_ rule: some CourseRule & AcademyRule) -> RuleFacets {
    RuleFacets(rule: rule, course: rule, academy: rule)
  }
}

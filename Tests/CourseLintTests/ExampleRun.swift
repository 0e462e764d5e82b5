import CourseLint
import CourseModel
import Framework
import Markdown
import MarkdownLint
import SourceCore

/// Runs one rule over an example's files as the tool would over a course.
struct ExampleRun {
  let rule: any Rule
  let example: Example

  /// The files in a variant's spelling, marks taken out; nil where the variant does not apply.
  func files(_ variant: ExampleVariant) -> [(path: String, file: Example.File, marked: MarkedText)]?
  {
    var files: [(path: String, file: Example.File, marked: MarkedText)] = []
    for file in example.files {
      guard let text = variant.apply(file.text, path: file.path) else { return nil }
      files.append((file.path, file, MarkedText(text)))
    }
    return files
  }

  /// What the marks and `wholeFiles` ask for, in the spelling of `found`.
  func expected(_ files: [(path: String, file: Example.File, marked: MarkedText)]) -> [String] {
    var expected = example.wholeFiles.map { $0.isEmpty ? "." : $0 }
    for (path, _, marked) in files {
      let text = SourceText(path: .root, bytes: marked.bytes)
      let lines = LineIndex(marked.bytes)
      for range in marked.ranges {
        let place = Place(range, in: text, lines: lines)
        expected.append(
          "\(path) \(place.line):\(place.column)-\(place.endLine):\(place.endColumn)"
            + " [\(place.flagged)]")
      }
    }
    return expected.sorted()
  }

  /// The rule's diagnostics for some files.
  func diagnostics(_ files: [(path: String, file: Example.File, bytes: [UInt8])]) -> [Diagnostic] {
    if let rule = rule as? any MarkdownRule { return diagnostics(rule, files) }
    // What suppresses nothing is known when the other rules have run.
    let isOfOthers = rule.info.id == "source/unused-suppression"
    let rules = isOfOthers ? LintRules.onByDefault : [rule]
    return diagnostics(files, rules).filter { !isOfOthers || $0.rule == rule.info.id }
  }

  private func diagnostics(
    _ files: [(path: String, file: Example.File, bytes: [UInt8])], _ rules: [any Rule]
  ) -> [Diagnostic] {
    var files = files
    // A lesson alone stands in the smallest course there is.
    if files.count == 1, files[0].path == Example.lessonPath {
      let config = Example.File(
        "config.yaml", "title: Example\nlang: \(example.language)\nlife_cycle: stable\n")
      files.append((config.path, config, Array(config.text.utf8)))
    }
    let tree = ExampleTree(files)
    let framework = ExampleFramework.of(files)
    let limit = (type(of: rule) as? any InputRule.Type)?.exampleLimit ?? 5_000_000
    let found = CourseDiscovery.courses(in: tree.entries)
    var diagnostics: [Diagnostic] = []
    var courses: [AcademyCourse] = []
    for place in found {
      let course = CourseReader(limit: limit).read(place, among: found, in: tree)
      let linter = LessonLinter(
        course: course, framework: framework, rules: rules,
        // As in a run of the tool, a rule sees only what it says that it reads.
        facts: CourseLinter.reads(rules))
      var facts: [LessonFacts] = []
      for page in course.pages {
        let bytes: Result<[UInt8], ReadFailure>
        do { bytes = .success(try tree.read(page.entry, limit: limit)) } catch {
          bytes = .failure(error)
        }
        let result = linter.lint(PageInput(page: page, bytes: bytes, limit: limit))
        diagnostics += result.diagnostics
        if let found = result.facts { facts.append(found) }
      }
      diagnostics += CourseLinter(framework: framework, rules: rules)
        .lint(
          CourseFacts(
            course: course, pages: facts,
            surroundings: CourseSurroundings(course, pages: facts, in: tree, limit: limit)))
      courses.append(AcademyCourse(course))
    }
    let academy = AcademyCourses(courses)
    for index in courses.indices {
      diagnostics += AcademyLinter(framework: framework, rules: rules).lint(index, among: academy)
    }
    return diagnostics
  }

  /// Rules of `markdown/` look at a page wherever it is.
  private func diagnostics(
    _ rule: any MarkdownRule, _ files: [(path: String, file: Example.File, bytes: [UInt8])]
  ) -> [Diagnostic] {
    let configured = type(of: rule).init(
      RuleOptionValues(example.options, of: type(of: rule)))
    return files.flatMap { file in
      let lines = LineIndex(file.bytes)
      let document = Document(file.bytes, options: ParseOptions(dialect: .github))
      return MarkdownLinter(rules: [configured]).lint(MarkdownPage(document, lines: lines)).map {
        Diagnostic(
          $0.finding, rule: $0.rule, severity: $0.rule.severity, path: file.path,
          text: SourceText(path: .root, bytes: file.bytes), lines: lines)
      }
    }
  }

  /// Diagnostics as short lines that compare: the path alone for one about a whole file.
  static func found(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { d in
      if d.excerpt.isEmpty, d.flagged.isEmpty, d.line == 1, d.endColumn == 1 { return d.path }
      return "\(d.path) \(d.line):\(d.column)-\(d.endLine):\(d.endColumn) [\(d.flagged)]"
    }.sorted()
  }
}

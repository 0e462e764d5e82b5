import CourseModel
import Markdown
import MarkdownLint
import SourceCore

/// Lints one page by a plan.
struct PageLinter {
  let plan: LessonPlan
  let parser: LessonParser
  /// What the course needs to know of the page; nil where that is nothing.
  let facts: FactParts?
  /// What of the findings is kept.
  let needs: DiagnosticNeeds
  /// Whether the parsed page is asked for.
  var keepsLessons = false

  /// Lints a page that is reported under `path`.
  func lint(_ input: PageInput, path: RepoPath, dialect: Dialect) -> LessonResult {
    for active in plan.inputRules {
      guard let finding = active.rule.check(input) else { continue }
      let text = (try? input.bytes.get()).map { SourceText(path: path, bytes: $0) }
      let diagnostic = Diagnostic(
        finding, rule: active.info, severity: active.severity, path: path.string, text: text,
        lines: text.map { LineIndex($0.bytes) })
      return LessonResult(
        diagnostics: plan.on.contains(active.info.id) ? [diagnostic] : [], facts: nil,
        suppressions: nil)
    }
    guard case .success(let bytes) = input.bytes else {
      return LessonResult(diagnostics: [], facts: nil, suppressions: nil)
    }
    let text = SourceText(path: path, bytes: bytes)
    if plan.rules.isEmpty, plan.frontMatterRules.isEmpty, facts == nil, !keepsLessons,
      !Notebook.isNotebook(input.page.path),
      let diagnostics = lintMarkdown(text, plan.dialect ?? dialect)
    {
      return LessonResult(diagnostics: diagnostics, facts: nil, suppressions: nil)
    }
    return lint(
      parser.parse(text, path: input.page.path, kind: input.page.kind, dialect: plan.dialect),
      path.string, file: bytes)
  }

  /// What the rules of `markdown/` find where nothing else is asked; nil where the page may switch
  /// off rules in this tool's own way, for which it is read as a lesson.
  private func lintMarkdown(_ text: SourceText, _ dialect: Dialect) -> [Diagnostic]? {
    let document = parser.document(text.bytes, dialect)
    let lines = LineIndex(text.bytes)
    let frontMatter = Self.frontMatter(document)
    if PageSuppressions.mayBe(in: text.bytes, frontMatter: frontMatter) { return nil }
    let switches = switches(text.bytes, lines, frontMatter)
    guard plan.markdown.hasWork(switches) else { return [] }
    var found = DiagnosticPacker(text, lines: lines, path: text.path.string, needs: needs)
    let page = MarkdownPage(document, lines: lines, labels: parser.sharedLabels)
    var severities = MarkdownSeverities(plan)
    plan.markdown.lint(
      page, switches: switches,
      isTold: { found.isTold($2, rule: $0, severity: severities.severity($0, $1)) },
      report: { item in
        found.add(
          item.finding, rule: item.rule, severity: severities.severity(item.rule, item.severity))
      })
    return found.finish()
  }

  private func lint(_ lesson: Lesson, _ path: String, file: [UInt8]) -> LessonResult {
    var diagnostics = DiagnosticPacker(
      lesson.text, lines: lesson.lines, path: path, needs: needs)
    let switches = switches(lesson.text.bytes, lesson.lines, Self.frontMatter(lesson.document))
    let suppressions = PageSuppressions(lesson, switches: switches)
    var used: Set<Int> = []
    var edits = lesson.text.cells.map { NotebookEdits($0, file: file) }
    func report(_ found: Finding, _ info: RuleInfo, _ severity: Severity) {
      var finding = found
      if let cells = lesson.text.cells {
        guard isReported(found, info, cells, lesson) else { return }
        finding.fix = finding.fix.flatMap { edits?.fix($0) }
      }
      if let suppressions {
        let line = finding.range.map { lesson.lines.line(at: $0.start) } ?? 0
        if let index = suppressions.directive(for: info, line: line) {
          used.insert(index)
          return
        }
        // What markdownlint's comments switch off of `markdown/` is not reported to begin with.
        if !info.isMarkdownlint, suppressions.suppresses(info, line: line) { return }
      }
      diagnostics.add(finding, rule: info, severity: severity)
    }
    for active in plan.rules {
      active.rule.check(lesson, plan.context) { report($0, active.info, active.severity) }
    }
    let problems =
      plan.frontMatterRules.isEmpty ? [] : plan.context.frontMatterProblems(lesson)
    if !problems.isEmpty {
      for active in plan.frontMatterRules {
        active.rule.check(problems, in: lesson, plan.context) {
          report($0, active.info, active.severity)
        }
      }
    }
    if plan.markdown.hasWork(switches) {
      let page = MarkdownPage(
        lesson.document, lines: lesson.lines, labels: parser.sharedLabels)
      var severities = MarkdownSeverities(plan)
      // What comments and cells leave out is not counted either.
      let isPlain = suppressions == nil && lesson.text.cells == nil
      plan.markdown.lint(
        page, switches: switches,
        isTold: { rule, severity, range in
          !isPlain
            || diagnostics.isTold(
              range, rule: rule, severity: severities.severity(rule, severity))
        },
        report: { found in
          report(found.finding, found.rule, severities.severity(found.rule, found.severity))
        })
    }
    if let suppressions, let severity = plan.unusedSuppression {
      for (index, directive) in suppressions.directives.enumerated() where !used.contains(index) {
        let finding = UnusedSuppression.finding(
          directive, known: LintRules.ofPages, isOn: { plan.on.contains($0.id) })
        guard let finding else { continue }
        diagnostics.add(finding, rule: UnusedSuppression.info, severity: severity)
      }
    }
    return LessonResult(
      diagnostics: diagnostics.finish(), facts: facts.map { LessonFacts(lesson, parts: $0) },
      suppressions: suppressions,
      // Bundles show a page as its course is read, whatever grammar the settings lint it with.
      lesson: keepsLessons
        && (plan.dialect ?? lesson.document.dialect) == parser.dialect(of: lesson.path)
        ? lesson : nil)
  }

  /// Whether a finding in a notebook is about what its author wrote: not about what joins the cells,
  /// and not about the style of Markdown where the cell holds code.
  private func isReported(
    _ finding: Finding, _ info: RuleInfo, _ cells: CellMap, _ lesson: Lesson
  ) -> Bool {
    guard let range = finding.range else { return true }
    guard let span = cells.span(ofLine: lesson.lines.line(at: range.start)) else { return false }
    return span.isMarkdown || info.group != "markdown"
  }

  private func switches(_ bytes: [UInt8], _ lines: LineIndex, _ frontMatter: ByteRange?)
    -> CommentSwitches?
  {
    guard plan.markdown.readsComments else { return nil }
    let first = frontMatter.map { lines.line(at: max($0.start, $0.end - 1)) + 1 } ?? 0
    return CommentSwitches(bytes, lines, firstLine: first)
  }

  private static func frontMatter(_ document: Document) -> ByteRange? {
    guard document.nodeCount > 1, document.kind(NodeID(1)) == .frontMatter else { return nil }
    return document.range(NodeID(1))
  }
}

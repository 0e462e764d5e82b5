import ArgumentParser
import CourseModel
import Framework
import GitStore
import SourceCore

/// `academy adopt`: writes the manifest of a course that has none.
struct AdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Writes a short course.yml for an existing course.",
    discussion: """
      Only what no other file says is written; what nobody says is marked with `# unknown` and a line \
      to fill in. An existing course.yml is never touched. Courses of the Carpentries Workbench, \
      Jekyll (Carpentries), Quarto, Jupyter Book, MyST, Sphinx, Hugo and mdBook are known, and plain \
      folders of Markdown.

      With --fork-of, the lessons are held against those of the course that this one was forked from, \
      at the commit where the fork began: a table says which are verbatim, adapted, translated, its \
      own or dropped, wherever they were renamed or put in another order, and `reuses` and \
      academy.lock are written with course.yml. A manifest that the fork has kept gets an id and a \
      version of its own.
      """)

  @Argument(help: "The course's folder.", completion: .directory)
  var path = "."

  @Option(help: "The course's id, office/slug; from the repository's address and name if absent.")
  var id: String?

  @Option(
    name: .customLong("fork-of"),
    help: ArgumentHelp(
      "The course that this one was forked from: an address, or the path of a clone.",
      valueName: "url|path"))
  var upstream: String?

  @Flag(name: .customLong("dry-run"), help: "Print course.yml instead of writing it.")
  var isDryRun = false

  @Option(
    help: ArgumentHelp(
      "Write a baseline too, which accepts today's findings, so that CI is green from day one.",
      valueName: "file"))
  var baseline: String?

  @OptionGroup var sources: SourceOptions

  func validate() throws {
    for text in [id, upstream].compactMap(\.self)
    where text.isEmpty || text != ManifestDraft.oneLine(text) {
      throw ValidationError("--id and --fork-of want one line of text")
    }
    if baseline != nil, isDryRun {
      throw ValidationError("--baseline and --dry-run exclude each other")
    }
  }

  func run() async throws {
    let target = try AdoptionTarget.find(path, limit: PipelineFile.defaultLessonLimit)
    let file = "\(target.folder)/course.yml"
    let isThere = target.course.manifest != nil || FileSystem.isOccupied(file)
    if isThere, upstream == nil || target.course.manifest == nil {
      throw ToolFailure(
        "there is already a course.yml in \(target.folder), and it is never overwritten",
        help: "edit it; `academy lint` says what it lacks")
    }
    if let upstream {
      try adopt(target, forkedFrom: UpstreamCourse.open(upstream, for: target, sources))
      if baseline != nil { try await acceptToday() }
      return
    }
    let adoption = adopter(target).adoption()
    try ManifestDraft.check(Array(adoption.manifest.utf8))
    for remark in adoption.remarks { Console.error(remark + "\n") }
    if isDryRun {
      Console.output(adoption.manifest)
    } else {
      try FileSystem.create(file, with: Array(adoption.manifest.utf8))
      Console.error("Wrote \(file). `academy lint` checks the course.\n")
      try await acceptToday()
    }
  }

  /// Writes the baseline, or tells how to.
  private func acceptToday() async throws {
    guard let baseline else {
      Console.error(
        "`academy lint --baseline accepted.txt --update-baseline` accepts what it finds today, so "
          + "that CI is green from day one and new faults are red.\n")
      return
    }
    var lint = LintOperation(
      LintChoices(
        limit: PipelineFile.defaultLessonLimit, config: nil, framework: nil, rules: .none,
        needs: DiagnosticNeeds(excerpts: 0, edits: false)),
      fixing: nil, store: nil)
    try await lint.check(Target.open(path, selection: nil), prefix: nil)
    var found = lint.diagnostics
    Diagnostic.finish(&found)
    try BaselineFile(path: baseline).accept(found)
    Console.error("`academy lint --baseline \(baseline)` is what CI should run.\n")
  }

  private func adopt(_ target: AdoptionTarget, forkedFrom upstream: UpstreamCourse) throws {
    let fork = ForkAdoption(
      target: target, upstream: upstream,
      adopter: adopter(target, upstreamID: upstream.id))
    let plan = try fork.plan()
    try ManifestDraft.check(plan.manifest)
    Console.output(plan.table)
    if !plan.refused.isEmpty {
      for diagnostic in plan.refused { Console.error("error: \(diagnostic.message)\n") }
      throw ExitCode(1)
    }
    for remark in plan.remarks { Console.error(remark + "\n") }
    if isDryRun {
      Console.output("\ncourse.yml would be:\n\n" + String(decoding: plan.manifest, as: UTF8.self))
      return
    }
    guard !plan.files.isEmpty else {
      Console.error("Nothing to write: course.yml and academy.lock say all of this already.\n")
      return
    }
    try FileStep(target.tree).write(plan.files)
    Console.error(
      "Wrote \(plan.files.map(\.path.string).joined(separator: " and ")). "
        + "`academy lint --fix` repairs links to lessons that were renamed, `academy reuse check` "
        + "says what is missing.\n")
  }

  private func adopter(
    _ target: AdoptionTarget, upstreamID: String? = nil
  ) -> CourseAdopter {
    let course = target.course
    let origin = target.tree.repository?.originAddress.flatMap { RepositoryAddress($0) }
    let name = course.folder.isRoot ? origin?.name : course.folder.name
    return CourseAdopter(
      course: course, framework: .builtin,
      folderName: name ?? String(target.folder.split(separator: "/").last ?? ""), origin: origin,
      licences: LicenceFile.find(
        for: course.folder, in: target.tree.view, limit: PipelineFile.defaultLessonLimit),
      indexTitle: Self.indexTitle(target), id: id, upstreamID: upstreamID)
  }

  /// The title or first heading of the course's first page.
  private static func indexTitle(_ target: AdoptionTarget) -> Field<String>? {
    let course = target.course
    guard let page = course.pages.first(where: { $0.kind == .index }),
      let bytes = try? target.tree.view.read(page.entry, limit: PipelineFile.defaultLessonLimit)
    else { return nil }
    let text = SourceText(path: page.path, bytes: bytes)
    guard text.firstInvalidUTF8() == nil else { return nil }
    let lesson = LessonParser(course).parse(text, path: page.path, kind: page.kind)
    if let title = lesson.frontMatter.title, !title.isEmpty {
      return Field(title, path: page.path, range: lesson.frontMatter.range ?? ByteRange(0, 0))
    }
    guard let heading = lesson.headings.first, !heading.text.isEmpty else { return nil }
    return Field(heading.text, path: page.path, range: heading.range)
  }
}

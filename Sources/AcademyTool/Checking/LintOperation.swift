import CourseModel
import CourseReuse
import Framework
import MarkdownLint
import SourceCore

/// Lints what some paths mean, and gathers what was found.
struct LintOperation {
  /// What the command line says.
  let choices: LintChoices
  /// How findings are fixed before they are reported; nil leaves the files alone.
  let fixing: FixLoop?
  /// What the findings are compared with; nil reports all.
  let since: SinceComparison?
  /// What earlier runs found; nil where it is not to be used.
  let store: (any FactStore)?
  /// What was found so far, unsorted; where targets lie in each other, some of it twice.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many files were checked.
  private(set) var filesChecked = 0
  /// Names of the courses that were checked.
  private(set) var courseNames: [String] = []
  /// What fixes made of files.
  private(set) var fixed = FixedFiles()

  /// The last course's check, which nobody needs to take apart before the process ends.
  private var lastCheck: CourseCheck?
  private var progress = ProgressLine()

  init(
    _ choices: LintChoices, fixing: FixLoop?, store: (any FactStore)?,
    since: SinceComparison? = nil
  ) {
    self.choices = choices
    self.fixing = fixing
    self.store = store
    self.since = since
  }

  /// Whether it holds what pages say, which takes long to take apart.
  var holdsPages: Bool { lastCheck != nil }

  /// What was found, which the caller keeps alone.
  mutating func take() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  /// What one look at a target gave.
  private struct Look {
    var found: [Diagnostic] = []
    var courses: [String] = []
    /// Pages at or below what is meant.
    var covered = 0
  }

  /// Checks one target; `prefix` is put before its paths where several trees are checked.
  mutating func check(_ target: Target, prefix: String?) async throws {
    var look = try await look(at: target)
    if let fixing {
      var fixes = FixRound(loop: fixing, limit: choices.limit)
      var target = target
      let first = target
      while let changes = try fixes.next(
        look.found, in: target.tree, guards: { try PageGuards(first, choices) })
      {
        target = Target(
          argument: target.argument, tree: target.tree.changed(changes), focus: target.focus)
        look = try await self.look(at: target)
      }
      fixed.add(fixes.files(prefix: prefix))
    }
    if let since {
      look.found = try await since.new(look.found, of: target) { base in
        // Before there was a course, nothing was found.
        if base.tree.courses(focus: .root, limit: choices.limit).isEmpty { return [] }
        return try await self.look(at: base).found
      }
    }
    filesChecked += look.covered
    courseNames += look.courses
    if let prefix { look.found = Diagnostic.below(prefix, look.found) }
    if diagnostics.isEmpty { diagnostics = look.found } else { diagnostics += look.found }
  }

  private mutating func look(at target: Target) async throws -> Look {
    let tree = target.tree
    let work = try TreeCheck(target, choices, store: store)
    let memory = store.flatMap { store in
      CourseMemory(
        store, work.wanted, among: work.all, in: tree, readsReleases: !work.releaseRules.isEmpty,
        describe: work.checker.describe)
    }
    var look = Look()
    look.found = tree.findings + work.configurationFindings
    try await check(work, memory, &look)
    try work.restrict(&look.found, covered: look.covered, courses: look.courses)
    return look
  }

  /// Checks courses of a tree, those in which something has changed.
  private mutating func check(
    _ work: TreeCheck, _ memory: CourseMemory?, _ look: inout Look
  ) async throws {
    let (target, checker, releaseRules) = (work.target, work.checker, work.releaseRules)
    var known = memory?.recall() ?? Array(repeating: nil, count: work.wanted.count)
    let left = work.wanted.indices.filter { index in
      known[index] == nil || (known[index]?.releases == nil && !releaseRules.isEmpty)
    }
    let dialects = left.isEmpty ? .none : FolderDialects(in: target.tree.view)
    let recorders = left.map { _ in TreeRecorder() }
    let bases = zip(left, recorders).map { index, recorder in
      known[index] == nil ? memory?.base(of: work.wanted[index], recorder) : nil
    }
    let loaded = zip(left, recorders).map { index, recorder in
      (memory == nil ? target.tree : target.tree.viewed { RecordedTree($0, by: recorder) })
        .read(work.wanted[index], among: work.all, limit: choices.limit, dialects: dialects)
    }
    let releases = ReuseChecker(
      framework: checker.framework, members: loaded.map(\.member), limit: choices.limit,
      rules: releaseRules)
    var additions: [(key: FactKey, value: [UInt8])] = []
    for (position, (index, loaded)) in zip(left, loaded).enumerated() {
      let course = loaded.course
      var result = known[index]
      if result == nil {
        progress.show("checking \(course.name) (\(course.pages.count) pages)")
        var check = try await checker.check(loaded, base: bases[position])
        let found = CourseMemory.Known(
          name: course.name, pages: course.pages.map(\.entry.path.string),
          diagnostics: check.diagnostics)
        // What is found as quickly again is not worth a row as long as the base.
        let isLong = check.isRepeated && course.pages.count > 500
        if check.isLasting, !isLong, let fact = memory?.fact(of: index, found) {
          additions.append(fact)
        }
        result = found
        check.diagnostics = []
        if !check.facts.pages.isEmpty { lastCheck = check }
      }
      if !releaseRules.isEmpty {
        let found = releases.check(position).diagnostics
        if releases.releases(position).isLasting,
          let fact = memory?.fact(of: index, releases: found)
        {
          additions.append(fact)
        }
        result?.releases = found
      }
      known[index] = result
    }
    progress.clear()
    memory?.keep(additions)
    for case let course? in known {
      look.courses.append(course.name)
      if look.found.isEmpty {
        look.found = course.diagnostics
      } else {
        look.found += course.diagnostics
      }
      look.found += course.releases ?? []
      look.covered += course.pages.count { target.covers($0) }
    }
  }
}

extension CourseChecker {
  /// Writes what findings in courses depend on besides the courses' files; false where that cannot
  /// be told.
  fileprivate func describe(_ writer: inout FactWriter) -> Bool {
    guard let documents = framework.documents else { return false }
    writer.list(documents) { $0.data($1) }
    writer.integer(limit)
    settings.write(to: &writer)
    selection.write(to: &writer)
    configurations?.write(to: &writer)
    needs.write(to: &writer)
    return true
  }
}

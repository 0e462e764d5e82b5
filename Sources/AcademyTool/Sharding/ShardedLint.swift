import CourseModel
import CourseReuse
import Digest
import Framework
import SourceCore

/// Does one part of what `lint` would do, and keeps what is found.
///
/// Pages are shared out by their bytes, whatever course they are in. What needs a whole course waits
/// for the merge; the part that leads a course keeps what that will ask of the course's files.
struct ShardedLint {
  let shard: ShardNumber
  let choices: LintChoices
  /// The settings that were named, with their path.
  let config: (path: String, bytes: [UInt8])?

  private var places: [LintRequest.Place] = []
  private var frameworks: [[[UInt8]]] = []
  private var trees: [LintPart.Tree] = []
  private var commits: [String] = []
  private var files = FactWriter()
  private var progress = ProgressLine()
  /// Pages that this part has checked, and all there are.
  private(set) var pages = (checked: 0, all: 0)

  /// Prepares one part.
  init(_ shard: ShardNumber, _ choices: LintChoices, config: (path: String, bytes: [UInt8])?) {
    self.shard = shard
    self.choices = choices
    self.config = config
  }

  /// Checks the part's pages of one target.
  mutating func check(_ target: Target, prefix: String?) async throws {
    let recorder = TreeRecorder()
    let tree = target.tree.viewed { RecordedTree($0, by: recorder) }
    let work = try TreeCheck(
      Target(argument: target.argument, tree: tree, focus: target.focus), choices)
    guard let documents = work.checker.framework.documents else {
      throw ToolFailure("this framework cannot be handed on to other machines")
    }
    places.append(
      LintRequest.Place(argument: target.argument, focus: target.focus, prefix: prefix))
    frameworks.append(documents)
    commits.append(tree.head?.id.hex ?? "")
    let plan = plan(target.tree, work)
    let dialects = FolderDialects(in: tree.view)
    var part = LintPart.Tree(
      frame: shard.number == 1 ? TreeFrame(tree) : nil, reads: [:], sizes: [:], courses: [])
    var led: [(place: Int, loaded: LoadedCourse)] = []
    for index in work.wanted.indices where plan.involved[index].contains(shard.number) {
      let isLed = plan.leaders[index] == shard.number
      recorder.isOn = isLed
      let loaded = tree.read(
        work.wanted[index], among: work.all, limit: choices.limit, dialects: dialects)
      let course = loaded.course
      let own = course.pages.filter { plan.part(of: $0.entry.path) ?? 1 == shard.number }
      pages.checked += own.count
      progress.show("checking \(course.name) (\(own.count) of \(course.pages.count) pages)")
      let results = try await work.checker.pages(of: loaded).results(own)
      guard let outcome = PageChecker.gather(own, results.map { FactReader($0) }) else {
        throw ToolFailure("what was found in \(course.name) cannot be read again")
      }
      // What the merge will ask of the tree is asked once now.
      recorder.isOn = true
      _ = work.checker.surroundings(of: loaded, outcome.facts)
      recorder.isOn = false
      if isLed { led.append((part.courses.count, loaded)) }
      part.courses.append(
        LintPart.Course(
          index: index, pages: zip(own, results).map { ($0.path.string, $1) }, releases: nil))
    }
    if !work.releaseRules.isEmpty {
      let releases = ReuseChecker(
        framework: work.checker.framework, members: led.map(\.loaded.member),
        limit: choices.limit, rules: work.releaseRules)
      for (position, course) in led.enumerated() {
        progress.show("reading the releases of \(course.loaded.course.name)")
        part.courses[course.place].releases = releases.check(position).diagnostics
      }
    }
    progress.clear()
    part.reads = recorder.reads
    part.sizes = recorder.sizes
    trees.append(part)
  }

  private mutating func plan(_ tree: OpenedTree, _ work: TreeCheck) -> ShardPlan {
    let files = CourseFilesDigest(tree.view.entries, courses: work.all)
    var sizes: [RepoPath: Int] = [:]
    let courses = work.wanted.map { found in
      let entries = files.entries(of: found).filter(\.isFile)
      for entry in entries where ShardPlan.isPage(entry.path) {
        sizes[entry.path] = tree.view.size(of: entry) ?? 0
        pages.all += 1
      }
      return (folder: found.folder, files: entries)
    }
    // A blob's id would say more, but of a work tree Git does not know it at all times.
    let knowsBlobs = tree.view.origin != .worktree
    self.files.list(tree.view.entries) { writer, entry in
      writer.text(entry.path.string)
      writer.text(entry.kind.rawValue)
      writer.optional(sizes[entry.path]) { $0.integer($1) }
      writer.optional(knowsBlobs ? entry.blob : nil) { $0.id($1) }
    }
    return ShardPlan(courses, count: shard.count) { sizes[$0.path] ?? 0 }
  }

  /// The part's file.
  func bytes() throws -> [UInt8] {
    let request = LintRequest(
      limit: choices.limit, config: config, rules: choices.rules, frameworks: frameworks,
      places: places)
    var settings = FactWriter()
    request.write(to: &settings)
    let header = try PartHeader(
      .lint, shard, commits: commits, settings: SHA256.hash(settings.bytes),
      files: SHA256.hash(files.bytes))
    return PartFile.bytes(header, LintPart(request: request, trees: trees).bytes)
  }
}

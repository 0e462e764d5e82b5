import CourseModel
import Framework
import SourceCore

/// Puts together what the parts of `lint` have found, and finds what only whole courses tell.
struct MergedLint {
  /// What was found, unsorted.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many files were checked.
  private(set) var filesChecked = 0
  /// Names of the courses that were checked.
  private(set) var courseNames: [String] = []
  /// What the parts looked at.
  private(set) var targets: [Target] = []
  /// Which rules were asked for.
  let rules: RuleChoice

  private let set: PartSet
  private let parts: [LintPart]

  /// Reads the parts.
  init(_ set: PartSet) throws {
    self.set = set
    parts = try set.files.map { file in
      do throws(FactReader.Malformed) {
        return try LintPart(file.body)
      } catch {
        throw Self.unfit(file)
      }
    }
    rules = parts[0].request.rules
  }

  private static func unfit(_ file: PartFile) -> ToolFailure {
    ToolFailure(
      "\(file.path) does not say what a part of a run says", help: "run its part again")
  }

  /// Finds all that the single run would have found.
  mutating func check() async throws {
    for place in parts[0].request.places.indices { try await check(place) }
  }

  private mutating func check(_ index: Int) async throws {
    let request = parts[0].request
    let place = request.places[index]
    guard let frame = parts[0].trees[index].frame else { throw Self.unfit(set.files[0]) }
    let view = try view(index, frame)
    let tree = OpenedTree(kept: view)
    let target = Target(argument: place.argument, tree: tree, focus: place.focus)
    targets.append(target)
    let work = try TreeCheck(
      target,
      LintChoices(
        limit: request.limit,
        config: try request.config.map {
          try PipelineFile.parse($0.bytes, path: $0.path, isWhole: false)
        }, framework: try framework(request.frameworks[index]), rules: request.rules, needs: .all),
      knowsHistory: frame.knowsHistory)
    let dialects = FolderDialects(in: view)
    var found = frame.findings + work.configurationFindings
    var covered = 0
    let results = try results(index, work)
    for course in work.wanted.indices {
      let loaded = tree.read(
        work.wanted[course], among: work.all, limit: request.limit, dialects: dialects)
      let pages = loaded.course.pages
      let own = try pages.map { page in
        guard let result = results[course].pages[page.path.string] else {
          throw ToolFailure(
            "no part holds the page \(page.entry.path)", help: "run all parts again")
        }
        return result
      }
      guard own.count == results[course].pages.count,
        let outcome = PageChecker.gather(pages, own.map { FactReader($0) }),
        work.releaseRules.isEmpty == (results[course].releases == nil)
      else {
        throw ToolFailure(
          "what the parts hold of the course \(loaded.course.name) does not fit together",
          help: "run all parts again")
      }
      found += await work.checker.finish(loaded, outcome).diagnostics
      found += results[course].releases ?? []
      covered += pages.count { target.covers($0.entry.path.string) }
      courseNames.append(loaded.course.name)
    }
    if let gap = view.gaps.paths.first {
      throw ToolFailure("no part holds \(gap), which a rule asks for", help: "run all parts again")
    }
    try work.restrict(&found, covered: covered, courses: courseNames)
    filesChecked += covered
    diagnostics += place.prefix.map { Diagnostic.below($0, found) } ?? found
  }

  /// The tree as all parts together have kept it.
  private func view(_ index: Int, _ frame: TreeFrame) throws -> KeptTree {
    var reads: [TreeRecorder.Request: Result<[UInt8], ReadFailure>] = [:]
    var sizes: [RepoPath: Int?] = [:]
    for (file, part) in zip(set.files, parts) {
      func differs(_ path: RepoPath) -> ToolFailure {
        ToolFailure(
          "\(file.path) and another part have read different bytes in \(path)",
          help: "what a job makes before it runs academy must be the same for each part")
      }
      for (request, result) in part.trees[index].reads {
        if let known = reads.updateValue(result, forKey: request), known != result {
          throw differs(request.path)
        }
      }
      for (path, size) in part.trees[index].sizes {
        if let known = sizes.updateValue(size, forKey: path), known != size {
          throw differs(path)
        }
      }
    }
    return KeptTree(
      entries: frame.entries, unreadable: frame.unreadable, origin: frame.origin, reads: reads,
      sizes: sizes)
  }

  /// What the parts hold of one course.
  private struct Results {
    var pages: [String: [UInt8]] = [:]
    var releases: [Diagnostic]?
  }

  private func results(_ index: Int, _ work: TreeCheck) throws -> [Results] {
    var results = work.wanted.map { _ in Results() }
    for (file, part) in zip(set.files, parts) {
      for course in part.trees[index].courses {
        guard results.indices.contains(course.index) else { throw Self.unfit(file) }
        for page in course.pages
        where results[course.index].pages.updateValue(page.result, forKey: page.path) != nil {
          throw ToolFailure(
            "\(file.path) and another part both hold the page \(page.path)",
            help: "run all parts again")
        }
        if let releases = course.releases {
          if results[course.index].releases != nil { throw Self.unfit(file) }
          results[course.index].releases = releases
        }
      }
    }
    return results
  }

  /// The framework that some documents make, of which each extends the next.
  private func framework(_ documents: [[UInt8]]) throws -> Framework {
    try FrameworkLoader.framework(documents)
  }
}

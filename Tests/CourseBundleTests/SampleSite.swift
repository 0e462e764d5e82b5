import CourseBundle
import CourseModel
import SourceCore
import TestSupport

/// A bundle built from files that a test writes down.
struct SampleSite {
  let plan: BundlePlan
  let diagnostics: [Diagnostic]

  /// Builds the site of the one course in `files`.
  init(
    _ files: [String: String], mark: BundleMark = .worktree,
    credits: [RepoPath: ReuseCredit] = [:], assetLimit: Int = 1_000_000,
    format: BundleFormat = .site
  ) async {
    await self.init(
      tree: MemoryTree(files, origin: .worktree), mark: mark, credits: credits,
      assetLimit: assetLimit, format: format)
  }

  init(
    tree: some TreeView, mark: BundleMark = .worktree, credits: [RepoPath: ReuseCredit] = [:],
    assetLimit: Int = 1_000_000, format: BundleFormat = .site
  ) async {
    let found = CourseDiscovery.courses(in: tree.entries)
    let course = CourseReader(limit: 1_000_000).read(found[0], among: found, in: tree)
    let builder = await BundleBuilder(
      BundleRequest(
        course: course, mark: mark, credits: credits, pageLimit: 1_000_000,
        assetLimit: assetLimit), in: tree)
    plan = await builder.plan(format)
    diagnostics = builder.diagnostics
  }

  /// A course of one lesson in `language`, with an image beside it.
  init(lesson: String, language: String = "en") async {
    await self.init([
      "course.yml": "schema: course/1\nid: nso/one\nversion: 1.0.0\nlanguage: \(language)\n",
      "config.yaml": "title: One\n",
      "episodes/01-one.md": lesson,
      "episodes/02-two.md": "---\ntitle: Two\n---\n\n## A place\n\nText.\n",
      "episodes/fig/a.png": "picture", "episodes/fig/\u{E9}.csv": "a",
      "instructors/notes.md": "Secret.\n",
    ])
  }

  /// The text of a file of the site; empty where there is none.
  func text(_ path: String) -> String {
    String(decoding: plan.file(at: path)?.bytes ?? [], as: UTF8.self)
  }

  /// The lesson of `init(lesson:)`.
  var lesson: String { text("lessons/one.html") }

  /// What the author's text became: all between the page's header and the article's end.
  var body: String {
    let parts = lesson.split(separator: "</header>\n", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return "" }
    return String(parts[2].split(separator: "</article>", omittingEmptySubsequences: false)[0])
  }

  var paths: [String] { plan.files.map(\.path) }

  static let release = BundleMark.release(
    version: "1.2.0", commit: ObjectID(hex: String(repeating: "a1", count: 20))!,
    tree: ObjectID(hex: String(repeating: "b2", count: 20))!, time: 1_700_000_001)
}

import CourseModel
import SourceCore

/// Finds the lesson that a copied link meant: it is still written as it was in the course that the
/// lesson was taken from, and the other lesson has another name here.
struct TakenPaths {
  /// What was meant.
  struct Found {
    /// The lesson here.
    let path: RepoPath
    /// The course that the link comes from.
    let course: String
    /// Whether the page with the link was taken from that course too.
    let isCertain: Bool
  }

  private let byCopy: [RepoPath: [TakenLesson]]
  /// By the original's path without its ending, since sites link to `.html`.
  private let byOriginal: [RepoPath: [TakenLesson]]

  init(_ lessons: [TakenLesson]) {
    byCopy = Dictionary(grouping: lessons, by: \.copy)
    byOriginal = Dictionary(grouping: lessons) { Self.bare($0.original) }
  }

  /// The lesson that a link of a page meant, where `target` does not exist.
  func lesson(_ target: RepoPath, from page: RepoPath) -> Found? {
    guard !byOriginal.isEmpty, Self.endings.contains(target.fileExtension) else { return nil }
    for own in byCopy[page] ?? [] {
      // The link was written where the original stands.
      guard let path = own.original.parent.resolving(target.link(from: page.parent)) else {
        continue
      }
      let found = (byOriginal[Self.bare(path)] ?? []).filter { $0.course == own.course }
      if found.count == 1 { return Found(path: found[0].copy, course: own.course, isCertain: true) }
    }
    let found = byOriginal[Self.bare(target)] ?? []
    guard found.count == 1 else { return nil }
    return Found(path: found[0].copy, course: found[0].course, isCertain: false)
  }

  private static let endings: Set<String> = ["md", "html", "Rmd", "qmd", "ipynb", ""]

  private static func bare(_ path: RepoPath) -> RepoPath { path.parent.appending(path.stem) }
}

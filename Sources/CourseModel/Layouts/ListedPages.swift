import SourceCore

/// The files and pages that the lists of a course may name, gathered once for all its lists.
final class ListedPages {
  let files: Set<RepoPath>
  private let pages: [RepoPath]
  private var answers: [Question: [RepoPath]] = [:]
  /// How many pages may yet be held against a pattern.
  private var looks: Int
  /// How many lessons patterns may yet give.
  private var lessons: Int

  private struct Question: Hashable {
    let folder: RepoPath
    let pattern: String
  }

  /// Prepares to look among the entries of a course, which are in bytewise order.
  init(_ entries: [TreeEntry]) {
    let files = entries.lazy.filter(\.isFile).map(\.path)
    self.files = Set(files)
    pages = files.filter { PlainLayout.isLessonPath($0, notebooks: true) }
    // No list needs as many patterns, each of which may mean every page.
    looks = 200 * pages.count + 100_000
    lessons = 20 * pages.count + 1_000
  }

  /// The pages that a pattern means, by path: `a/*`, `a/**`, `a/**/b-*.md`; none where a list has
  /// had far more of them than there are pages.
  func matches(_ pattern: String, from folder: RepoPath) -> [RepoPath] {
    let question = Question(folder: folder, pattern: pattern)
    let found = answers[question] ?? search(pattern, from: folder)
    answers[question] = found
    guard lessons >= found.count else { return [] }
    lessons -= found.count
    return found
  }

  private func search(_ pattern: String, from folder: RepoPath) -> [RepoPath] {
    let parts = pattern.split(separator: "/").filter { $0 != "." }
    // Each `**` multiplies what is to be tried, and one is all that lists have.
    guard parts.count(where: { $0 == "**" }) <= 2 else { return [] }
    let fixed = parts.dropLast().prefix { !$0.utf8.contains(UInt8(ascii: "*")) }
    let start = fixed.isEmpty ? folder : folder.resolving(fixed.joined(separator: "/")) ?? folder
    let range = below(start)
    guard looks >= range.count else { return [] }
    looks -= range.count
    return pages[range].filter { page in
      guard let path = page.relative(to: folder) else { return false }
      return PathPattern.matches(path.components[...], parts[...])
    }
  }

  /// Where the pages below a folder stand.
  private func below(_ folder: RepoPath) -> Range<Int> {
    if folder.isRoot { return pages.indices }
    // `/` is followed by `0`, so that what is below a folder stands between the two.
    let (first, last) = (folder.string + "/", folder.string + "0")
    return pages.partitionPoint {
      $0.string.precedesBytewise(first)
    }..<pages.partitionPoint { $0.string.precedesBytewise(last) }
  }
}

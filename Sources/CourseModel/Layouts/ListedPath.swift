import SourceCore

/// Turns what a generator's list of pages holds into lessons.
struct ListedPath {
  private let folder: RepoPath
  private let pages: [RepoPath]
  private let files: Set<RepoPath>
  private let endings: [String]

  /// Prepares to read a list whose paths start from `folder`, with or without a leading `/`;
  /// `endings` are tried where the list leaves them out, and are empty where it does not.
  init(from folder: RepoPath, _ entries: [TreeEntry], endings: [String] = []) {
    self.folder = folder
    self.endings = endings
    let files = entries.lazy.filter(\.isFile).map(\.path)
    self.files = Set(files)
    pages = files.filter { PlainLayout.isLessonPath($0, notebooks: true) }
  }

  /// The lessons that one entry of a list stands for: none for an address or another kind of file,
  /// several for a pattern or a folder.
  func lessons(_ written: String, at range: ByteRange, in file: RepoPath) -> [ListedLesson] {
    guard case .local(let text, _) = LinkTarget(written) else { return [] }
    let paths: [RepoPath?]
    if text.utf8.contains(UInt8(ascii: "*")) {
      paths = matches(text)
    } else {
      let path = folder.resolving(text.drop { $0 == "/" }).map(completed)
      if let path, !PlainLayout.isPage(path), !Notebook.isNotebook(path) { return [] }
      paths = [path]
    }
    return paths.map { path in
      ListedLesson(
        id: path.map(Lesson.defaultID) ?? written, path: path, written: written, aliases: [],
        field: Field(written, path: file, range: range))
    }
  }

  /// The pages below a folder that a list names.
  func lessons(below written: String, at range: ByteRange, in file: RepoPath) -> [ListedLesson] {
    let name = written.utf8.last == UInt8(ascii: "/") ? String(written.dropLast()) : written
    return lessons(name.isEmpty ? "**" : name + "/**", at: range, in: file)
  }

  /// The path with its ending.
  private func completed(_ path: RepoPath) -> RepoPath {
    if endings.isEmpty || PlainLayout.isPage(path) || files.contains(path) { return path }
    // What is reStructuredText is a page of the site and none that is read here; a missing page is
    // a page.
    for ending in endings + ["ipynb", "rst", "txt"] {
      let whole = path.parent.appending(path.name + "." + ending)
      if files.contains(whole) { return whole }
    }
    return path.parent.appending(path.name + "." + endings[0])
  }

  /// The pages that a pattern means, by path: `a/*`, `a/**`, `a/**/b-*.md`.
  private func matches(_ pattern: String) -> [RepoPath] {
    let parts = pattern.split(separator: "/").filter { $0 != "." }
    // Each `**` multiplies what is to be tried, and one is all that lists have.
    guard parts.count(where: { $0 == "**" }) <= 2 else { return [] }
    return pages.filter { page in
      guard let path = page.relative(to: folder) else { return false }
      return Self.matches(path.components[...], parts[...])
    }
  }

  private static func matches(_ path: ArraySlice<Substring>, _ pattern: ArraySlice<Substring>)
    -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      let rest = pattern.dropFirst()
      // At its end it means everything below.
      if rest.isEmpty { return !path.isEmpty }
      return path.indices.contains { matches(path[$0...], rest) }
    }
    guard let name = path.first else { return false }
    if path.count == 1, pattern.count == 1, let stem = RepoPath(name)?.stem,
      isMatch(Array(stem.utf8), Array(first.utf8))
    {
      return true
    }
    return isMatch(Array(name.utf8), Array(first.utf8))
      && matches(path.dropFirst(), pattern.dropFirst())
  }

  /// Whether a name matches a pattern with `*`; goes back to the last star only, so it is quick.
  private static func isMatch(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (i, j) = (0, 0)
    var star: (i: Int, j: Int)?
    while i < name.count {
      if j < pattern.count, pattern[j] == UInt8(ascii: "*") {
        star = (i, j)
        j += 1
      } else if j < pattern.count, pattern[j] == name[i] {
        i += 1
        j += 1
      } else if let last = star {
        star = (last.i + 1, last.j)
        i = last.i + 1
        j = last.j + 1
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

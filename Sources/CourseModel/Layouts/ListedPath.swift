import SourceCore

/// Turns what a generator's list of pages holds into lessons.
struct ListedPath {
  private let folder: RepoPath
  private let pages: ListedPages
  private let endings: [String]

  /// Prepares to read a list whose paths start from `folder`, with or without a leading `/`;
  /// `endings` are tried where the list leaves them out, and are empty where it does not.
  init(from folder: RepoPath, _ pages: ListedPages, endings: [String] = []) {
    self.folder = folder
    self.pages = pages
    self.endings = endings
  }

  /// The lessons that one entry of a list stands for: none for an address or another kind of file,
  /// several for a pattern or a folder.
  func lessons(_ written: String, at range: ByteRange, in file: RepoPath) -> [ListedLesson] {
    guard case .local(let text, _) = LinkTarget(written) else { return [] }
    let paths: [RepoPath?]
    if text.utf8.contains(UInt8(ascii: "*")) {
      paths = pages.matches(text, from: folder)
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
    if endings.isEmpty || PlainLayout.isPage(path) || pages.files.contains(path) { return path }
    // What is reStructuredText is a page of the site and none that is read here; a missing page is
    // a page.
    for ending in endings + ["ipynb", "rst", "txt"] {
      let whole = path.parent.appending(path.name + "." + ending)
      if pages.files.contains(whole) { return whole }
    }
    return path.parent.appending(path.name + "." + endings[0])
  }
}

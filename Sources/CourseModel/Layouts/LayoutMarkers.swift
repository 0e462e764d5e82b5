import SourceCore

/// The files by which one sees which site generator a folder is written for.
struct LayoutMarkers {
  /// A layout, and where below its folder the pages are.
  struct Match {
    let layout: CourseLayout
    let content: RepoPath
  }

  /// Folders with something that may make a course of them, in bytewise order.
  let folders: [RepoPath]
  /// Folders with a `course.yml`.
  let manifests: [RepoPath]

  private let files: [RepoPath: Set<String>]
  private let pageFolders: Set<RepoPath>

  /// Names that are looked for.
  private static let names: Set<String> = [
    "course.yml", "config.yaml", "_config.yml", "_quarto.yml", "_quarto.yaml", "book.toml",
    "SUMMARY.md", "myst.yml", "_toc.yml", "conf.py", "index.md", "hugo.toml", "hugo.yaml",
    "hugo.yml", "hugo.json", "config.toml",
  ]
  /// Folders in which Sphinx and Jupyter Book keep what is to be published.
  private static let contentNames = [
    "content", "source", "src", "docs", "doc", "book", "lesson", "lessons",
  ]

  /// Looks for markers in a tree; what others have written (packages, themes, the generator's own
  /// output) is passed over.
  init(_ entries: [TreeEntry]) {
    var files: [RepoPath: Set<String>] = [:]
    var pageFolders: Set<RepoPath> = []
    // Neighbours mostly lie in the same folder.
    var last: RepoPath?
    for entry in entries where entry.isFile {
      let name = entry.path.name
      if Self.names.contains(name) { files[entry.path.parent, default: []].insert(name) }
      guard last.map({ entry.path.isDirectly(in: $0) }) != true,
        PlainLayout.isPage(entry.path)
      else { continue }
      var folder = entry.path.parent
      last = folder
      while pageFolders.insert(folder).inserted, !folder.isRoot { folder = folder.parent }
    }
    self.files = files
    self.pageFolders = pageFolders
    manifests = files.filter { $0.value.contains("course.yml") }.keys.sorted()
    // What Sphinx and mdBook need may be one folder deeper than the course itself.
    let candidates = Set(files.keys).union(files.keys.map(\.parent))
    folders = candidates.filter(Self.isOwn).sorted()
  }

  /// The layout that a folder's files show; nil where they show none.
  func match(_ folder: RepoPath) -> Match? {
    func has(_ names: String...) -> Bool {
      names.contains { files[folder]?.contains($0) == true }
    }
    func hasPages(_ name: String) -> Bool { pageFolders.contains(folder.appending(name)) }
    guard pageFolders.contains(folder) else { return nil }
    if has("config.yaml"), hasPages("episodes") {
      return Match(layout: .workbench, content: .root)
    }
    if has("_config.yml"), hasPages("_episodes") || hasPages("_episodes_rmd") {
      return Match(layout: .jekyll, content: .root)
    }
    if has("_quarto.yml", "_quarto.yaml") { return Match(layout: .quarto, content: .root) }
    if has("book.toml"), let content = folderOf("SUMMARY.md", in: folder) {
      return Match(layout: .mdbook, content: content)
    }
    if let content = sphinxFolder(in: folder) { return Match(layout: .myst, content: content) }
    let isHugo = has("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml")
    if isHugo, hasPages("content") {
      return Match(layout: .hugo, content: RepoPath.root.appending("content"))
    }
    return nil
  }

  /// The layout of a folder that is said to be a course.
  func layout(of folder: RepoPath) -> Match {
    if let match = match(folder) { return match }
    let isWorkbench =
      files[folder]?.contains("config.yaml") == true
      || pageFolders.contains(folder.appending("episodes"))
    return Match(layout: isWorkbench ? .workbench : .plain, content: .root)
  }

  /// The folder itself or the one below it that holds a file.
  private func folderOf(_ name: String, in folder: RepoPath) -> RepoPath? {
    let below = Self.contentNames.first { files[folder.appending($0)]?.contains(name) == true }
    if let below { return RepoPath.root.appending(below) }
    return files[folder]?.contains(name) == true ? .root : nil
  }

  private func sphinxFolder(in folder: RepoPath) -> RepoPath? {
    func isSphinx(_ folder: RepoPath) -> Bool {
      guard let names = files[folder], pageFolders.contains(folder) else { return false }
      return names.contains("myst.yml") || names.contains("_toc.yml")
        || names.contains("conf.py") && names.contains("index.md")
    }
    if isSphinx(folder) { return .root }
    return Self.contentNames.first { isSphinx(folder.appending($0)) }.map(RepoPath.root.appending)
  }

  /// Whether a folder is of this repository's own making.
  private static func isOwn(_ folder: RepoPath) -> Bool {
    folder.components.allSatisfy { part in
      !["node_modules", "renv", "packrat", "vendor", "venv", "themes", "site-packages"]
        .contains(part) && part.utf8.first != UInt8(ascii: ".")
        && part.utf8.first != UInt8(ascii: "_")
    }
  }
}

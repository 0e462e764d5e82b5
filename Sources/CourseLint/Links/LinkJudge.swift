import CourseModel
import SourceCore

/// Judges links of one course; in doubt for the author where the site generator is not known.
struct LinkJudge {
  private let course: Course
  private let resolver: LinkResolver
  private let detours: [RepoPath: TreeEntry]
  private let names: Set<String>

  init(_ course: Course) {
    self.course = course
    resolver = LinkResolver(course)
    detours = course.entries.reduce(into: [:]) { detours, entry in
      if !entry.isFile { detours[entry.path] = entry }
    }
    names = course.layout.isLenient ? Set(course.entries.map(\.path.name)) : []
  }

  func verdict(_ path: String, from page: RepoPath) -> LinkVerdict {
    if Self.isWindowsPath(path) { return .leaves(.windows) }
    // Browsers read a backslash as a slash.
    let slashed = path.utf8.contains(UInt8(ascii: "\\")) ? Self.slashed(path) : path
    if slashed != path, page.parent.resolving(slashed) == nil { return .leaves(.parent) }
    switch resolver.resolve(path, from: page) {
    case .page(let path): return .page(path)
    case .file(let path):
      guard let entry = course.entry(at: path), !entry.isFile else { return .file(path) }
      return .notFollowed(entry)
    case .folder, .generated: return .found
    case .outside:
      let isElsewhere = isRepositoryPage(slashed) || isServedAsFolder(slashed, page)
      return isElsewhere ? .unknown : .leaves(.parent)
    case .missing(let target):
      if let entry = detour(to: target) { return .notFollowed(entry) }
      if path.utf8.first == UInt8(ascii: "/") {
        if !course.layout.isLenient || Self.isSystemPath(path) { return .leaves(.absolute) }
        return .unknown
      }
      guard course.layout.isLenient else { return .missing(target) }
      if mayBeMade(path, target) { return .unknown }
      // Browsers find what pandoc leaves a backslash in; a bundle of ours would too.
      if slashed != path, case .missing = verdict(slashed, from: page) { return .missing(target) }
      return slashed == path ? .missing(target) : .unknown
    }
  }

  /// The symbolic link or submodule that a path is, or lies behind.
  private func detour(to target: RepoPath) -> TreeEntry? {
    if detours.isEmpty { return nil }
    var path = target
    while true {
      if let entry = detours[path] { return entry }
      if path.isRoot { return nil }
      path = path.parent
    }
  }

  /// Whether a site generator that is not known might make what a plain course links to.
  private func mayBeMade(_ path: String, _ target: RepoPath) -> Bool {
    if path.utf8.last == UInt8(ascii: "/") { return true }
    // Sphinx and MyST name labels without an ending; Hugo and others name pages so.
    let ending = target.fileExtension
    if ending.isEmpty || ending == "html" || ending == "htm" || ending == "pdf" { return true }
    // Another file of that name may be where the generator puts this one.
    return names.contains(target.name)
  }

  /// `../../issues` and the like lead from a page shown by GitHub or GitLab to the project's own.
  private func isRepositoryPage(_ path: String) -> Bool {
    guard course.layout.isLenient else { return false }
    let first = path.split(separator: "/").first { $0 != ".." && $0 != "." }
    return first.map { Self.repositoryPages.contains(String($0)) } ?? false
  }

  /// Jekyll and Hugo serve `setup.md` as `setup/`, so that one `..` more is needed there.
  private func isServedAsFolder(_ path: String, _ page: RepoPath) -> Bool {
    guard course.layout.isLenient, path.hasPrefix("../") else { return false }
    switch resolver.resolve(String(path.dropFirst(3)), from: page) {
    case .page, .file, .folder, .generated: return true
    case .missing, .outside: return false
    }
  }

  private static let repositoryPages: Set<String> = [
    "-", "actions", "blob", "commits", "discussions", "fork", "issues", "projects", "pulls",
    "releases", "security", "tags", "tree", "wiki",
  ]

  private static let systemFolders: Set<String> = [
    "Users", "bin", "dev", "etc", "home", "mnt", "opt", "private", "proc", "root", "sys", "tmp",
    "usr", "var",
  ]

  static func isSystemPath(_ path: String) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/"), let first = path.split(separator: "/").first else {
      return false
    }
    return systemFolders.contains(String(first))
  }

  /// `C:\x`, `C:/x` or `\\server\share`.
  static func isWindowsPath(_ path: String) -> Bool {
    let bytes = Array(path.utf8.prefix(3))
    if bytes.starts(with: "\\\\".utf8) { return true }
    guard bytes.count >= 2, bytes[1] == UInt8(ascii: ":") else { return false }
    let letter = bytes[0] | 0x20
    return letter >= 0x61 && letter <= 0x7A
  }

  static func slashed(_ path: String) -> String {
    String(
      decoding: path.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }
}

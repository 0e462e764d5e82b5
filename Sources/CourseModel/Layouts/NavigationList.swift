import SourceCore
import StructuredData

/// Gathers the pages that a tree of navigation entries names, in its order.
///
/// Quarto, Jupyter Book and MyST all nest lists of entries; an entry is a path, or an object with a
/// path under one key and further entries under others.
struct NavigationList {
  /// The lessons so far; a page that is named twice stands here twice.
  private(set) var lessons: [ListedLesson] = []

  private let paths: ListedPath
  private let file: RepoPath

  /// Keys of an entry that hold its own page.
  private static let pageKeys: Set<String> = ["file", "href", "root"]
  /// Keys that hold a page or a title.
  private static let titleKeys: Set<String> = ["part", "section"]
  /// Keys that hold patterns or folders.
  private static let patternKeys: Set<String> = ["glob", "pattern"]
  /// Keys that hold further entries.
  private static let innerKeys: Set<String> = [
    "articles", "chapters", "children", "contents", "menu", "parts", "sections", "subtrees",
  ]
  private static let depthLimit = 50

  init(_ paths: ListedPath, in file: RepoPath) {
    self.paths = paths
    self.file = file
  }

  /// Adds what a list, an entry or a path names.
  mutating func add(_ node: DataNode?) {
    if let node { add(node, depth: 0) }
  }

  /// Adds Quarto's side bar, or each of several.
  mutating func addSidebar(_ node: DataNode?) {
    for bar in node?.array ?? [node].compactMap(\.self) { add(bar["contents"]) }
  }

  private mutating func add(_ node: DataNode, depth: Int) {
    guard depth < Self.depthLimit else { return }
    switch node.content {
    case .array(let elements): for element in elements { add(element, depth: depth + 1) }
    case .object(let members):
      for member in members {
        if let text = member.value.string, Self.pageKeys.contains(member.key) || isPage(member) {
          lessons += paths.lessons(text, at: member.value.range, in: file)
        } else if Self.patternKeys.contains(member.key), let text = member.value.string {
          lessons += paths.lessons(text, at: member.value.range, in: file)
        } else if member.key == "auto" {
          automatic(member.value)
        } else if Self.innerKeys.contains(member.key) {
          add(member.value, depth: depth + 1)
        }
      }
    case .string(let text):
      if text == "auto" {
        automatic(node)
      } else {
        lessons += paths.lessons(text, at: node.range, in: file)
      }
    default: return
    }
  }

  /// Whether a member whose key may hold a title holds a page.
  private func isPage(_ member: DataNode.Member) -> Bool {
    guard Self.titleKeys.contains(member.key), let text = member.value.string else { return false }
    return RepoPath.root.resolving(text).map(PlainLayout.isPage) ?? false
  }

  /// Quarto's `auto`: all pages, those below some folders, or those that match.
  private mutating func automatic(_ node: DataNode) {
    if node.boolValue == true || node.string == "auto" {
      lessons += paths.lessons(below: "", at: node.range, in: file)
    }
    for entry in node.array ?? [node] {
      guard let text = entry.string, text != "auto" else { continue }
      if text.utf8.contains(UInt8(ascii: "*")) {
        lessons += paths.lessons(text, at: entry.range, in: file)
      } else {
        lessons += paths.lessons(below: text, at: entry.range, in: file)
      }
    }
  }
}

import Markdown
import SourceCore
import StructuredData

/// Puts the pages of a Hugo site in the order in which its menus show them.
struct HugoOrder {
  /// The pages: a folder's own page, then what the folder holds.
  let pages: [CoursePage]

  /// What the front matter of a page says that matters here.
  private struct Page {
    let entry: TreeEntry
    let weight: Int
    let isDraft: Bool
    /// Whether there is text below the front matter.
    let hasText: Bool
  }

  /// Reads the front matter of all pages.
  init(_ entries: [TreeEntry], below content: RepoPath, _ files: inout CourseFiles) {
    var pages: [RepoPath: Page] = [:]
    var sections: [RepoPath: Int] = [:]
    for entry in entries {
      let page = Self.page(entry, &files)
      pages[entry.path] = page
      // A folder stands where its own page says.
      if ["_index", "index"].contains(entry.path.stem) {
        sections[entry.path.parent] = page.weight
      }
    }
    let ordered = entries.map { entry in
      (entry: entry, key: Self.key(entry.path, content, pages, sections))
    }.sorted { Self.precedes($0.key, $1.key) }
    self.pages = ordered.compactMap { entry, _ in
      guard let page = pages[entry.path] else { return nil }
      // The page of a section often holds its title and nothing else.
      let isLesson = entry.path.stem != "_index" || page.hasText
      return CoursePage(
        path: entry.path, kind: isLesson ? .lesson : .learner, entry: entry, listedID: nil,
        isListed: !page.isDraft)
    }
  }

  private static func page(_ entry: TreeEntry, _ files: inout CourseFiles) -> Page {
    guard let bytes = files.bytes(entry.path) else {
      return Page(entry: entry, weight: .max, isDraft: false, hasText: true)
    }
    let reading = FrontMatterReader.read(bytes)
    let weight = reading.frontMatter["weight"]?.intValue ?? 0
    return Page(
      entry: entry, weight: weight == 0 ? .max : weight,
      isDraft: reading.frontMatter["draft"]?.boolValue == true,
      hasText: bytes[reading.end...].contains { $0 > 0x20 })
  }

  /// One step of a path: the folder's or page's weight, then its name; a folder's own page is
  /// before what the folder holds.
  private typealias Step = (weight: Int, name: String)

  private static func key(
    _ path: RepoPath, _ content: RepoPath, _ pages: [RepoPath: Page],
    _ sections: [RepoPath: Int]
  ) -> [Step] {
    var steps: [Step] = []
    var folder = content
    let parts = path.relative(to: content)?.components ?? []
    for part in parts.dropLast() {
      folder = folder.appending(part)
      steps.append((sections[folder] ?? .max, String(part)))
    }
    if !["_index", "index"].contains(path.stem) {
      steps.append((pages[path]?.weight ?? .max, path.name))
    }
    return steps
  }

  private static func precedes(_ a: [Step], _ b: [Step]) -> Bool {
    for (x, y) in zip(a, b) {
      if x.weight != y.weight { return x.weight < y.weight }
      if x.name != y.name { return x.name.precedesBytewise(y.name) }
    }
    return a.count < b.count
  }
}

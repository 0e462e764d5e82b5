import SourceCore
import StructuredData

/// Which pages a Hugo site has: those below `content/`, each folder's by `weight`, then by name.
///
/// Hugo also orders by date and title; a course that relies on those gives its pages numbers in
/// their names as a rule, and comes out right.
enum HugoLayout {
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    let config = input.files.file(
      "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml")
    if let config {
      reading.config = config
      let parameters = config["params"]
      reading.site.take("title", config["title"], in: config)
      reading.site.take(
        "language", config["languageCode"], config["defaultContentLanguage"], in: config)
      for name in ["description", "keywords", "license"] {
        reading.site.take(name, parameters?[name], config[name], in: config)
      }
      reading.site.take(
        "authors", config["author"]?["name"], parameters?["authors"], parameters?["author"],
        in: config)
    }
    let content = input.content
    let candidates = input.files.entries.filter { entry in
      entry.path.relative(to: content) != nil && isPage(entry.path)
    }
    let index = candidates.first { entry in
      entry.path.parent == content && ["_index", "index"].contains(entry.path.stem)
    }
    let rest = candidates.filter { $0.path != index?.path }
    let first = index.map { [SitePages.page($0, .index)] } ?? []
    if input.declared.isEmpty {
      reading.pages = first + HugoOrder(rest, below: content, &input.files).pages
    } else {
      reading.pages = SitePages.pages(
        candidates, index: index?.path, listed: input.declared)
    }
    return reading
  }

  private static func isPage(_ path: RepoPath) -> Bool {
    guard PlainLayout.isPage(path) else { return false }
    return path.components.allSatisfy { $0.utf8.first != UInt8(ascii: ".") }
      && asciiLowercased(path.stem) != "readme"
  }
}

import SourceCore

/// Reads the addresses that the Carpentries' template for Jekyll builds with Liquid.
///
/// `{{ page.root }}/fig/a.png` and `{{ site.baseurl }}/setup/` start at the site's root, and
/// `{% link _episodes/01-a.md %}` names a file from there.
enum LiquidPath {
  private static let roots: Set<String> = [
    "page.root", "relative_root_path", "site.baseurl", "site.root",
  ]

  /// The path from the site's root, with a `/` before it; nil where Liquid does something else.
  static func rooted(_ destination: String) -> String? {
    var path = ""
    var isRooted = false
    var rest = destination[...]
    while let open = rest.firstIndex(of: "{") {
      path += rest[..<open]
      let isOutput = rest[open...].hasPrefix("{{")
      guard isOutput || rest[open...].hasPrefix("{%"),
        let close = rest[open...].firstIndex(of: "}")
      else { return nil }
      let end = rest.index(after: close)
      guard isOutput ? rest[end...].first == "}" : rest[close...].first == "}" else { return nil }
      let inner = rest[rest.index(open, offsetBy: 2)..<close]
      let words = inner.split { $0 == " " || $0 == "%" }.map(String.init)
      if isOutput, words.count == 1, roots.contains(words[0]), path.isEmpty {
        isRooted = true
      } else if !isOutput, words.count == 2, words[0] == "link", path.isEmpty {
        isRooted = true
        path += "/" + words[1]
      } else {
        return nil
      }
      rest = rest[(isOutput ? rest.index(after: end) : end)...]
    }
    guard isRooted else { return nil }
    path += rest
    return path.isEmpty ? "/" : path.utf8.first == UInt8(ascii: "/") ? path : "/" + path
  }
}

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
    let bytes = Array(destination.utf8)
    var path: [UInt8] = []
    var isRooted = false
    var position = 0
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "{")) {
      path += bytes[position..<open]
      let inside = open + 2
      guard inside <= bytes.count else { return nil }
      let isOutput = bytes[open + 1] == UInt8(ascii: "{")
      guard isOutput || bytes[open + 1] == UInt8(ascii: "%"),
        let close = bytes[inside...].firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      position = close + 1
      if isOutput {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "}") else { return nil }
        position += 1
      }
      let words = bytes[inside..<close]
        .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "%") }
        .map { String(decoding: $0, as: UTF8.self) }
      guard path.isEmpty else { return nil }
      if isOutput, words.count == 1, roots.contains(words[0]) {
        isRooted = true
      } else if !isOutput, words.count == 2, words[0] == "link" {
        isRooted = true
        path += "/\(words[1])".utf8
      } else {
        return nil
      }
    }
    guard isRooted else { return nil }
    path += bytes[position...]
    if path.first != UInt8(ascii: "/") { path.insert(UInt8(ascii: "/"), at: 0) }
    return String(decoding: path, as: UTF8.self)
  }
}

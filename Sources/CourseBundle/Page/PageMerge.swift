import SourceCore

/// Puts the text of a page among that of others: its ids get a prefix, and its links follow.
///
/// It reads what this module wrote: every attribute is quoted, and no text holds `<`.
struct PageMerge {
  /// What the ids of a page start with, by the page's path as links write it.
  let prefixes: [String: String]
  /// Path of the page that all are put into.
  let target: String

  private static let idAttributes: Set<String> = [
    "id", "for", "name", "aria-labelledby", "aria-describedby", "headers",
  ]
  private static let linkAttributes: Set<String> = ["href", "src", "poster"]

  /// The place of a page's beginning.
  static func top(_ prefix: String) -> String { prefix + "top" }

  /// The text of the page at `path` as it stands in the whole.
  func text(_ html: [UInt8], of path: String) -> [UInt8] {
    guard let prefix = prefixes[Self.written(path)] else { return html }
    let folder = (RepoPath(Self.written(path)) ?? .root).parent
    var out: [UInt8] = []
    out.reserveCapacity(html.count + html.count / 8)
    var i = 0
    var isTag = false
    var isSection = false
    while i < html.count {
      let byte = html[i]
      if byte == UInt8(ascii: "<") {
        isTag = true
        isSection = html[i...].starts(with: "<section ".utf8)
      }
      if byte == UInt8(ascii: ">") { isTag = false }
      guard isTag, byte == UInt8(ascii: "\""), i > 0, html[i - 1] == UInt8(ascii: "=") else {
        out.append(byte)
        i += 1
        continue
      }
      let end = html[(i + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
      let name = Self.name(before: i - 1, in: html)
      let value = String(decoding: html[(i + 1)..<end], as: UTF8.self)
      if isSection, name.hasPrefix("aria-label") {
        // Pages have regions of the same names, which must not be landmarks of one page.
        out.removeLast(name.utf8.count + 2)
        i = min(end + 1, html.count)
        continue
      }
      out.append(byte)
      if Self.idAttributes.contains(name) {
        out.append(
          contentsOf: value.split(separator: " ").map { prefix + $0 }.joined(separator: " ").utf8)
      } else if Self.linkAttributes.contains(name) {
        out.append(contentsOf: link(value, prefix, folder).utf8)
      } else {
        out.append(contentsOf: value.utf8)
      }
      i = end
      if i < html.count {
        out.append(html[i])
        i += 1
      }
    }
    return out
  }

  private static func name(before end: Int, in html: [UInt8]) -> String {
    var start = end
    while start > 0, html[start - 1] > 0x20 { start -= 1 }
    return String(decoding: html[start..<end], as: UTF8.self)
  }

  private func link(_ value: String, _ prefix: String, _ folder: RepoPath) -> String {
    if value.hasPrefix("#") { return "#" + prefix + value.dropFirst() }
    if value.contains(":") || value.hasPrefix("//") { return value }
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = folder.resolving(parts[0]) else { return value }
    guard let prefix = prefixes[path.string] else {
      return parts.count > 1 ? "\(path.string)#\(parts[1])" : path.string
    }
    return "#" + (parts.count > 1 ? prefix + parts[1] : Self.top(prefix))
  }

  /// A path as links write it.
  static func written(_ path: String) -> String { URLText.relative(path, from: "page") }
}

import SourceCore

/// Puts the text of a page among that of others: its ids get a prefix, and its links follow.
///
/// It reads what this module wrote: every attribute is quoted, and no text holds `<`.
struct PageMerge: Sendable {
  /// What the ids of a page start with, by the page's path as links write it.
  let prefixes: [String: String]
  /// Path of the page that all are put into.
  let target: String

  /// What is done with an attribute's value.
  private enum Change {
    case ids, link, none
  }

  /// The place of a page's beginning.
  static func top(_ prefix: String) -> String { prefix + "top" }

  /// The text of the page at `path` as it stands in the whole.
  func text(_ html: [UInt8], of path: String) -> [UInt8] {
    guard let prefix = prefixes[Self.written(path)] else { return html }
    let folder = (RepoPath(Self.written(path)) ?? .root).parent
    var out: [UInt8] = []
    out.reserveCapacity(html.count + html.count / 8 + 200)
    // What lies before this is written.
    var done = 0
    var next = ByteSearch.first(UInt8(ascii: "<"), in: html)
    var quote: Int? = -1
    while let tag = next {
      let end = ByteSearch.first(UInt8(ascii: ">"), in: html, from: tag) ?? html.count
      next = ByteSearch.first(UInt8(ascii: "<"), in: html, from: end)
      let isSection = ByteSearch.stands("<section ", in: html, at: tag)
      if let known = quote, known < tag {
        quote = ByteSearch.first(UInt8(ascii: "\""), in: html, from: tag)
      }
      while let start = quote, start < end {
        let close = ByteSearch.first(UInt8(ascii: "\""), in: html, from: start + 1) ?? html.count
        quote = ByteSearch.first(UInt8(ascii: "\""), in: html, from: close + 1)
        let name = Self.name(before: start - 1, in: html)
        if isSection, html[name].starts(with: "aria-label".utf8) {
          // Pages have regions of the same names, which must not be landmarks of one page.
          out += html[done..<name.lowerBound - 1]
          done = min(close + 1, html.count)
          continue
        }
        let change = Self.change(html[name])
        if case .none = change { continue }
        out += html[done...start]
        done = close
        let value = String(decoding: html[(start + 1)..<close], as: UTF8.self)
        if case .link = change {
          out += link(value, prefix, folder).utf8
        } else {
          out += value.split(separator: " ").map { prefix + $0 }.joined(separator: " ").utf8
        }
      }
    }
    out += html[done...]
    return out
  }

  private static func change(_ name: ArraySlice<UInt8>) -> Change {
    switch String(decoding: name, as: UTF8.self) {
    case "id", "for", "name", "aria-labelledby", "aria-describedby", "headers": .ids
    case "href", "src", "poster": .link
    default: .none
    }
  }

  private static func name(before end: Int, in html: [UInt8]) -> Range<Int> {
    var start = end
    while start > 0, html[start - 1] > 0x20 { start -= 1 }
    return start..<end
  }

  private func link(_ value: String, _ prefix: String, _ folder: RepoPath) -> String {
    if value.utf8.first == UInt8(ascii: "#") { return "#" + prefix + value.dropFirst() }
    if value.utf8.contains(UInt8(ascii: ":")) || value.hasPrefix("//") { return value }
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

import Markdown
import SourceCore

/// What the pages of a site say, for a search that needs neither server nor network.
///
/// Each page is a list of its path, its title and its sections, each of which has the id of its
/// heading, the heading and the text below it; what stands above the first heading has no id.
enum SearchIndex {
  /// The index as a script, since pages of a file system cannot read other files.
  static func script(_ pages: [[UInt8]]) -> [UInt8] {
    var out = Array("window.academySearch = [".utf8)
    out.reserveCapacity(pages.reduce(100) { $0 + $1.count + 1 })
    for (index, page) in pages.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out += page
    }
    out += "];\n".utf8
    return out
  }

  /// A page's part of the index; `html` is what this module wrote.
  static func entry(path: String, title: String, _ html: [UInt8]) -> [UInt8] {
    var out = Array("[".utf8) + quoted(path) + Array(",".utf8) + quoted(title) + Array(",[".utf8)
    out.reserveCapacity(html.count)
    var id = quoted("")
    var (heading, text) = (SearchText(), SearchText())
    var isHeading = false
    var count = 0
    func finish() {
      // A page is found by its title even where nothing stands above its first heading.
      if count > 0, text.json.isEmpty, heading.json.isEmpty { return }
      out += count > 0 ? ",[".utf8 : "[".utf8
      out += id
      for part in [heading, text] {
        out += ",\"".utf8
        out += part.json
        out.append(UInt8(ascii: "\""))
      }
      out.append(UInt8(ascii: "]"))
      count += 1
    }
    var i = 0
    while i < html.count {
      let open = ByteSearch.first(UInt8(ascii: "<"), in: html, from: i) ?? html.count
      if isHeading { heading.append(html, i..<open) } else { text.append(html, i..<open) }
      guard open < html.count else { break }
      let end = ByteSearch.first(UInt8(ascii: ">"), in: html, from: open) ?? html.count - 1
      if let next = headingID(html, open...end) {
        finish()
        id = quoted(next)
        (heading, text, isHeading) = (SearchText(), SearchText(), true)
      } else if isHeading, ByteSearch.stands("</h", in: html, at: open) {
        isHeading = false
      } else if !isInline(html, open...end) {
        // Within a heading too the next word of the text is another one.
        if isHeading { heading.space() } else { text.space() }
      }
      i = end + 1
    }
    finish()
    out += "]]".utf8
    return out
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var json = JSONWriter(pretty: false)
    json.string(text)
    return json.bytes
  }

  /// The id of a heading that opens.
  private static func headingID(_ html: [UInt8], _ tag: ClosedRange<Int>) -> String? {
    let start = tag.lowerBound
    guard tag.count > 9, html[start + 1] == UInt8(ascii: "h"),
      (0x32...0x36).contains(html[start + 2]), ByteSearch.stands(" id=\"", in: html, at: start + 3)
    else { return nil }
    let end = ByteSearch.first(UInt8(ascii: "\""), in: html, from: start + 8) ?? tag.upperBound
    return AttributeText.decode(String(decoding: html[start + 8..<end], as: UTF8.self))
  }

  /// Whether a tag stands between words without parting them.
  private static func isInline(_ html: [UInt8], _ tag: ClosedRange<Int>) -> Bool {
    var key: UInt64 = 0
    for index in tag.dropFirst() {
      let byte = html[index]
      if byte == UInt8(ascii: "/"), key == 0 { continue }
      if byte == 0x20 || byte == UInt8(ascii: ">") { break }
      if key >> 56 != 0 { return false }
      key = key << 8 | UInt64(byte)
    }
    return inline.contains(key)
  }

  /// Names of up to eight letters as numbers.
  private static let inline: Set<UInt64> = Set(
    [
      "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
      "small", "span", "strong", "sub", "sup", "u", "var",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
}

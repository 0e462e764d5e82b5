import SourceCore

/// What the pages of a site say, for a search that needs neither server nor network.
///
/// Each page is a list of its path, its title and its sections, each of which has the id of its
/// heading, the heading and the text below it; what stands above the first heading has no id.
struct SearchIndex: Sendable {
  /// A page, or what stands below one of its headings.
  struct Section: Hashable {
    /// The heading's id; empty for what stands above the first.
    var id: String
    var heading: String
    var text: String
  }

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
    var sections = sections(html)
    // A page is found by its title even where nothing stands above its first heading.
    if sections.first?.id != "" { sections.insert(.init(id: "", heading: "", text: ""), at: 0) }
    var json = JSONWriter(pretty: false)
    json.beginArray()
    json.string(path)
    json.string(title)
    json.beginArray()
    for section in sections {
      json.beginArray()
      json.string(section.id)
      json.string(section.heading)
      json.string(section.text)
      json.endArray()
    }
    json.endArray()
    json.endArray()
    return json.bytes
  }

  /// Takes a page's text apart at its headings.
  private static func sections(_ html: [UInt8]) -> [Section] {
    var sections = [Section(id: "", heading: "", text: "")]
    var text = PlainText()
    var heading = PlainText()
    var isHeading = false
    var i = 0
    while i < html.count {
      let open = ByteSearch.first(UInt8(ascii: "<"), in: html, from: i) ?? html.count
      if isHeading { heading.append(html, i..<open) } else { text.append(html, i..<open) }
      guard open < html.count else { break }
      let end = ByteSearch.first(UInt8(ascii: ">"), in: html, from: open) ?? html.count - 1
      if let id = headingID(html, open...end) {
        sections[sections.count - 1].text = text.string
        sections.append(Section(id: id, heading: "", text: ""))
        (text, heading, isHeading) = (PlainText(), PlainText(), true)
      } else if isHeading, ByteSearch.stands("</h", in: html, at: open) {
        sections[sections.count - 1].heading = heading.string
        isHeading = false
      } else if !isInline(html, open...end) {
        text.space()
      }
      i = end + 1
    }
    sections[sections.count - 1].text = text.string
    return sections.filter { !$0.text.isEmpty || !$0.heading.isEmpty }
  }

  /// The id of a heading that opens.
  private static func headingID(_ html: [UInt8], _ tag: ClosedRange<Int>) -> String? {
    let start = tag.lowerBound
    guard tag.count > 9, html[start + 1] == UInt8(ascii: "h"),
      (0x32...0x36).contains(html[start + 2]), ByteSearch.stands(" id=\"", in: html, at: start + 3)
    else { return nil }
    let end = ByteSearch.first(UInt8(ascii: "\""), in: html, from: start + 8) ?? tag.upperBound
    var plain: [UInt8] = []
    unescape(html, start + 8..<end, &plain)
    return String(decoding: plain, as: UTF8.self)
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

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")),
  ].map { (Array($0.0.utf8), $0.1) }

  fileprivate static func unescape(
    _ html: [UInt8], _ range: Range<Int>, _ out: inout [UInt8]
  ) {
    var rest = html[range]
    while let found = rest.firstIndex(of: UInt8(ascii: "&")) {
      out += rest[..<found]
      rest = rest[found...]
      if let entity = entities.first(where: { rest.starts(with: $0.name) }) {
        out.append(entity.byte)
        rest = rest.dropFirst(entity.name.count)
      } else {
        out.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    out += rest
  }
}

/// Text of a page with one space between any two words.
private struct PlainText {
  private var bytes: [UInt8] = []

  /// Adds what stands between two tags.
  mutating func append(_ html: [UInt8], _ range: Range<Int>) {
    if !range.isEmpty { SearchIndex.unescape(html, range, &bytes) }
  }

  /// Parts what comes from what was.
  mutating func space() { bytes.append(0x20) }

  /// The words.
  var string: String {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var isApart = false
    for byte in bytes {
      if byte <= 0x20 {
        isApart = true
        continue
      }
      if isApart, !words.isEmpty { words.append(0x20) }
      isApart = false
      words.append(byte)
    }
    return String(decoding: words, as: UTF8.self)
  }
}

import SourceCore

/// What the pages of a site say, for a search that needs neither server nor network.
struct SearchIndex {
  /// A page, or what stands below one of its headings.
  struct Section: Hashable {
    /// The heading's id; empty for what stands above the first.
    var id: String
    var heading: String
    var text: String
  }

  /// Pages in order: path, title, sections.
  var pages: [(path: String, title: String, sections: [Section])] = []

  /// The index as a script, since pages of a file system cannot read other files.
  var bytes: [UInt8] {
    var json = JSONWriter(pretty: false)
    json.beginArray()
    for page in pages {
      json.beginArray()
      json.string(page.path)
      json.string(page.title)
      json.beginArray()
      for section in page.sections {
        json.beginArray()
        json.string(section.id)
        json.string(section.heading)
        json.string(section.text)
        json.endArray()
      }
      json.endArray()
      json.endArray()
    }
    json.endArray()
    return Array("window.academySearch = ".utf8) + json.bytes + Array(";\n".utf8)
  }

  /// Takes a page's text apart at its headings; `html` is what this module wrote.
  static func sections(_ html: [UInt8]) -> [Section] {
    var sections = [Section(id: "", heading: "", text: "")]
    var text: [UInt8] = []
    var heading: [UInt8] = []
    var isHeading = false
    var i = 0
    func plain(_ bytes: [UInt8]) -> String {
      let words = bytes.split { $0 <= 0x20 }
      return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    }
    while i < html.count {
      guard html[i] == UInt8(ascii: "<") else {
        let end = html[i...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
        if isHeading { unescape(html[i..<end], &heading) } else { unescape(html[i..<end], &text) }
        i = end
        continue
      }
      let end = html[i...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
      let tag = html[i...end]
      if let id = headingID(tag) {
        sections[sections.count - 1].text = plain(text)
        sections.append(Section(id: id, heading: "", text: ""))
        (text, heading, isHeading) = ([], [], true)
      } else if isHeading, tag.starts(with: "</h".utf8) {
        sections[sections.count - 1].heading = plain(heading)
        isHeading = false
      } else if !isInline(tag) {
        text.append(0x20)
      }
      i = end + 1
    }
    sections[sections.count - 1].text = plain(text)
    return sections.filter { !$0.text.isEmpty || !$0.heading.isEmpty }
  }

  /// The id of a heading that opens.
  private static func headingID(_ tag: ArraySlice<UInt8>) -> String? {
    let bytes = Array(tag)
    guard bytes.count > 9, bytes[1] == UInt8(ascii: "h"), (0x32...0x36).contains(bytes[2]),
      bytes[3...].starts(with: " id=\"".utf8)
    else { return nil }
    let id = bytes[8...].prefix { $0 != UInt8(ascii: "\"") }
    var plain: [UInt8] = []
    unescape(id, &plain)
    return String(decoding: plain, as: UTF8.self)
  }

  private static func isInline(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }
      .prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") }
    return inline.contains(String(decoding: name, as: UTF8.self))
  }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var",
  ]

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")),
  ].map { (Array($0.0.utf8), $0.1) }

  private static func unescape(_ html: ArraySlice<UInt8>, _ out: inout [UInt8]) {
    var i = html.startIndex
    while i < html.endIndex {
      if html[i] == UInt8(ascii: "&"),
        let entity = entities.first(where: { html[i...].starts(with: $0.name) })
      {
        out.append(entity.byte)
        i += entity.name.count
      } else {
        out.append(html[i])
        i += 1
      }
    }
  }
}

import Markdown
import SourceCore

/// What the pages of a site say, for a search that needs neither server nor network.
///
/// Each page is a list of its path, its title and its sections, each of which has the id of its
/// heading, the heading and the text below it; what stands above the first heading has no id.
struct SearchIndex {
  private var bytes = Array("window.academySearch = [".utf8)
  private var isEmpty = true

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Adds the next page's entry.
  mutating func add(_ entry: [UInt8]) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    bytes += entry
  }

  /// The index as a script, since pages of a file system cannot read other files.
  consuming func script() -> [UInt8] {
    bytes += "];\n".utf8
    return bytes
  }

  /// A page's part of the index; `parts` are HTML that this module wrote, one below the other.
  static func entry(path: String, title: String, _ parts: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(parts.reduce(200) { $0 + $1.count })
    out.append(UInt8(ascii: "["))
    quote(path, to: &out)
    out.append(UInt8(ascii: ","))
    quote(title, to: &out)
    out += ",[".utf8
    var section = Section(number: 0, id: nil, in: &out)
    for part in parts {
      section.space()
      add(part.span, &section, to: &out)
    }
    section.end(in: &out)
    out += "]]".utf8
    return out
  }

  /// A section that is being written: its id, its heading and its text.
  private struct Section {
    /// How many stand before it.
    let number: Int
    /// Where it begins.
    private let start: Int
    private(set) var isInHeading: Bool
    private var heading: SearchText
    private var text: SearchText
    private var hasHeading = false

    /// Begins a section; the first has no heading and no id.
    init(number: Int, id: String?, in out: inout [UInt8]) {
      self.number = number
      start = out.count
      isInHeading = id != nil
      out += number > 0 ? ",[".utf8 : "[".utf8
      SearchIndex.quote(id ?? "", to: &out)
      out += ",\"".utf8
      heading = SearchText(in: out)
      text = heading
      if !isInHeading { endHeading(in: &out) }
    }

    mutating func space() { if isInHeading { heading.space() } else { text.space() } }

    mutating func append(_ html: Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]) {
      if isInHeading {
        heading.append(html, range, to: &out)
      } else {
        text.append(html, range, to: &out)
      }
    }

    /// What follows is text.
    mutating func endHeading(in out: inout [UInt8]) {
      isInHeading = false
      hasHeading = !heading.isEmpty(in: out)
      out += "\",\"".utf8
      text = SearchText(in: out)
    }

    /// Ends the section; false where it said nothing and was taken back. A page is found by its
    /// title even where nothing stands above its first heading.
    @discardableResult
    mutating func end(in out: inout [UInt8]) -> Bool {
      if isInHeading { endHeading(in: &out) }
      if number > 0, !hasHeading, text.isEmpty(in: out) {
        out.removeLast(out.count - start)
        return false
      }
      out += "\"]".utf8
      return true
    }
  }

  private static func add(_ html: Span<UInt8>, _ section: inout Section, to out: inout [UInt8]) {
    var i = 0
    while i < html.count {
      let less = UInt8(ascii: "<")
      let open = ByteRun.next(html, from: less, through: less, at: i, to: html.count)
      section.append(html, i..<open, to: &out)
      guard open < html.count else { break }
      var end = open + 1
      while end < html.count - 1, html[end] != UInt8(ascii: ">") { end += 1 }
      let tag = open..<min(end + 1, html.count)
      let first = open + 1 < html.count ? html[open + 1] : 0
      if first == UInt8(ascii: "h"), let id = headingID(html, tag) {
        let isKept = section.end(in: &out)
        section = Section(number: section.number + (isKept ? 1 : 0), id: id, in: &out)
      } else if section.isInHeading, first == UInt8(ascii: "/"), tag.count > 2,
        html[open + 2] == UInt8(ascii: "h")
      {
        section.endHeading(in: &out)
      } else if !isInline(html, tag) {
        // Within a heading too the next word of the text is another one.
        section.space()
      }
      i = tag.upperBound
    }
  }

  private static func quote(_ text: String, to out: inout [UInt8]) {
    var json = JSONWriter(pretty: false)
    json.string(text)
    out += json.bytes
  }

  /// The id of a heading that opens.
  private static func headingID(_ html: Span<UInt8>, _ tag: Range<Int>) -> String? {
    let start = tag.lowerBound
    guard tag.count > 9, html[start + 1] == UInt8(ascii: "h"),
      (0x32...0x36).contains(html[start + 2]), html[start + 3] == 0x20,
      html[start + 4] == UInt8(ascii: "i"), html[start + 5] == UInt8(ascii: "d"),
      html[start + 6] == UInt8(ascii: "="), html[start + 7] == UInt8(ascii: "\"")
    else { return nil }
    var id: [UInt8] = []
    var i = start + 8
    while i < tag.upperBound - 1, html[i] != UInt8(ascii: "\"") {
      id.append(html[i])
      i += 1
    }
    return AttributeText.decode(String(decoding: id, as: UTF8.self))
  }

  /// Whether a tag stands between words without parting them.
  private static func isInline(_ html: Span<UInt8>, _ tag: Range<Int>) -> Bool {
    var start = tag.lowerBound + 1
    if start < tag.upperBound, html[start] == UInt8(ascii: "/") { start += 1 }
    let word = ByteRun.eight(html, at: start)
    let ends =
      ByteRun.marks(word, from: 0x20, to: 0x20) | ByteRun.marks(word, from: 0x3E, to: 0x3E)
    // None of the names takes all eight bytes.
    guard ends != 0 else { return false }
    let key = word & ((1 << UInt64(8 * ByteRun.first(ends))) - 1)
    let place = inline.partitionPoint { $0 < key }
    return place < inline.count && inline[place] == key
  }

  /// Names as numbers, the first letter lowest, sorted.
  private static let inline: [UInt64] = [
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var",
  ].map { $0.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } }.sorted()
}

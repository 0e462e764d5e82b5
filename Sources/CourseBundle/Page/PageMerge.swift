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
    /// A name, which sections lose.
    case label
    /// Ids; those that name a section go.
    case ids(isLabel: Bool)
    case link, none
  }

  /// The place of a page's beginning.
  static func top(_ prefix: String) -> String { prefix + "top" }

  /// Adds the text of the page at `path` as it stands in the whole.
  func add(_ html: [UInt8], of path: String, to out: inout [UInt8]) {
    guard let prefix = prefixes[Self.written(path)] else {
      out += html
      return
    }
    let place = Place(prefix: prefix, folder: (RepoPath(Self.written(path)) ?? .root).parent)
    out.reserveCapacity(out.count + html.count + html.count / 8 + 200)
    add(html.span, at: place, to: &out)
  }

  /// Of what is put into the whole.
  private struct Place {
    let prefix: String
    /// Where its relative links start.
    let folder: RepoPath
  }

  private func add(_ html: Span<UInt8>, at place: Place, to out: inout [UInt8]) {
    // The same link often stands several times on a page.
    var known: (value: Range<Int>, link: [UInt8])?
    // What lies before this is written.
    var done = 0
    var tag = Self.next("<", in: html, from: 0)
    while tag < html.count {
      let nameEnd = Self.tagNameEnd(html, from: tag + 1)
      var i = nameEnd
      while i < html.count, html[i] != UInt8(ascii: ">") {
        // Behind the name of the tag or a value there is a space.
        let start = i + 1
        guard let equals = Self.attributeEnd(html, from: start) else {
          i += 1
          continue
        }
        let value = equals + 2..<Self.valueEnd(html, from: equals + 2)
        i = min(value.upperBound + 1, html.count)
        switch Self.change(html, start..<equals) {
        case .none: break
        case .label:
          // Pages have regions of the same names, which must not be landmarks of one page.
          if !Self.isSection(html, tag + 1..<nameEnd) { break }
          Self.copy(html, done..<start - 1, to: &out)
          done = i
        case .ids(let isLabel):
          if isLabel, Self.isSection(html, tag + 1..<nameEnd) {
            Self.copy(html, done..<start - 1, to: &out)
            done = i
            break
          }
          Self.copy(html, done..<value.lowerBound, to: &out)
          done = value.upperBound
          Self.prefix(html, value, with: place.prefix, to: &out)
        case .link:
          Self.copy(html, done..<value.lowerBound, to: &out)
          done = value.upperBound
          if let known, Self.equal(html, known.value, value) {
            out += known.link
          } else {
            let link = link(Self.string(html, value), place.prefix, place.folder)
            known = (value, Array(link.utf8))
            out += link.utf8
          }
        }
      }
      tag = Self.next("<", in: html, from: i)
    }
    Self.copy(html, done..<html.count, to: &out)
  }

  /// Adds each of the ids of a value with the page's own prefix.
  private static func prefix(
    _ html: Span<UInt8>, _ value: Range<Int>, with prefix: String, to out: inout [UInt8]
  ) {
    var i = value.lowerBound
    var isFirst = true
    while i < value.upperBound {
      if html[i] == 0x20 {
        i += 1
        continue
      }
      var end = i
      while end < value.upperBound, html[end] != 0x20 { end += 1 }
      if !isFirst { out.append(0x20) }
      isFirst = false
      out += prefix.utf8
      copy(html, i..<end, to: &out)
      i = end
    }
  }

  // MARK: Tags

  private static func next(_ byte: Unicode.Scalar, in html: Span<UInt8>, from start: Int) -> Int {
    let byte = UInt8(ascii: byte)
    return ByteRun.next(html, from: byte, through: byte, at: start, to: html.count)
  }

  /// Where the name of a tag ends.
  private static func tagNameEnd(_ html: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < html.count, html[i] > 0x20, html[i] != UInt8(ascii: ">") { i += 1 }
    return i
  }

  /// Where the value ends that begins at `start`.
  private static func valueEnd(_ html: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < html.count, html[i] != UInt8(ascii: "\"") { i += 1 }
    return i
  }

  /// Where the `="` of an attribute stands whose name begins at `start`; nil where none does.
  private static func attributeEnd(_ html: Span<UInt8>, from start: Int) -> Int? {
    var i = start
    while i + 1 < html.count, html[i] > 0x20, html[i] != UInt8(ascii: ">") {
      if html[i] == UInt8(ascii: "="), html[i + 1] == UInt8(ascii: "\"") { return i }
      i += 1
    }
    return nil
  }

  private static func isSection(_ html: Span<UInt8>, _ name: Range<Int>) -> Bool {
    stands("section", html, name)
  }

  private static func change(_ html: Span<UInt8>, _ name: Range<Int>) -> Change {
    guard let first = name.first else { return .none }
    switch html[first] {
    case UInt8(ascii: "a"):
      if stands("aria-labelledby", html, name) { return .ids(isLabel: true) }
      if stands("aria-label", html, name) { return .label }
      return stands("aria-describedby", html, name) ? .ids(isLabel: false) : .none
    case UInt8(ascii: "i"): return stands("id", html, name) ? .ids(isLabel: false) : .none
    case UInt8(ascii: "f"): return stands("for", html, name) ? .ids(isLabel: false) : .none
    case UInt8(ascii: "n"): return stands("name", html, name) ? .ids(isLabel: false) : .none
    case UInt8(ascii: "h"):
      if stands("href", html, name) { return .link }
      return stands("headers", html, name) ? .ids(isLabel: false) : .none
    case UInt8(ascii: "s"): return stands("src", html, name) ? .link : .none
    case UInt8(ascii: "p"): return stands("poster", html, name) ? .link : .none
    default: return .none
    }
  }

  private static func stands(
    _ text: StaticString, _ html: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for offset in 0..<range.count {
        if unsafe html[range.lowerBound + offset] != text[offset] { return false }
      }
      return true
    }
  }

  private static func equal(_ html: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count {
      if html[one.lowerBound + offset] != html[other.lowerBound + offset] { return false }
    }
    return true
  }

  private static func copy(_ html: Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]) {
    unsafe html.withUnsafeBufferPointer {
      unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  private static func string(_ html: Span<UInt8>, _ range: Range<Int>) -> String {
    unsafe html.withUnsafeBufferPointer {
      unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  // MARK: Links

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

import Markdown
import SourceCore

/// The places of a page that a link may lead to, by the names that GitHub gives them.
struct Fragments {
  private var counts: [String: Int] = ["top": 0]
  private var order: [String] = ["top"]
  /// Made when it is asked for: it seldom is.
  private var lowercased: [String: String]?

  init(_ page: MarkdownPage) {
    let document = page.document
    for heading in page.nodes(.heading) {
      let name = Self.name(heading, in: page)
      guard !name.isEmpty else { continue }
      let count = counts[name] ?? 0
      if count > 0 { set("\(name)-\(count)", 0) }
      set(name, count + 1)
      for segment in document.segments(heading) {
        for anchor in Self.anchors(page.source, segment) where counts[anchor] == nil {
          set(anchor, 1)
        }
      }
    }
    page.forEachTag { tag in
      guard !tag.isClosing else { return }
      let isLink = tag.isNamed("a", in: page.source)
      guard
        let value = tag.value(of: "id", in: page.source)
          ?? (isLink ? tag.value(of: "name", in: page.source) : nil)
      else { return }
      set(page.text(value), 0)
    }
    if document.dialect != .gfm, document.dialect != .commonmark, document.dialect != .github {
      readAttributes(document)
    }
  }

  /// Whether a place has this name, as it is or with `%` escapes.
  func contains(_ name: String) -> Bool {
    if counts[name] != nil { return true }
    return Self.decoded(name).map { counts[$0] != nil } ?? false
  }

  /// The name of a place that differs in capitals only.
  mutating func inOtherCase(_ name: String) -> String? {
    let names = lowercased ?? Dictionary(order.map { ($0.lowercased(), $0) }) { first, _ in first }
    lowercased = names
    return names[name.lowercased()]
  }

  private mutating func set(_ name: String, _ count: Int) {
    if counts.updateValue(count, forKey: name) == nil { order.append(name) }
  }

  /// Identifiers given by attributes (`{#fig-one}`), and by MyST's targets.
  private mutating func readAttributes(_ document: Document) {
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      switch document.kind(node) {
      case .heading, .div, .codeBlock, .codeSpan, .link, .image, .span, .table, .paragraph,
        .directive, .attributeLine:
        if let id = document.attributes(node)?.id, counts[id] == nil { set(id, 1) }
      case .target:
        let text = String(
          decoding: document.source[document.range(node).indices], as: UTF8.self)
        let name = text.drop { $0 == "(" || $0 == " " }.prefix { $0 != ")" }
        if counts[String(name)] == nil { set(String(name), 1) }
      default: break
      }
    }
  }

  // MARK: Names of headings

  /// A heading's text in lower case, without punctuation, with hyphens for blanks.
  private static func name(_ heading: NodeID, in page: MarkdownPage) -> String {
    let document = page.document
    var text: [UInt8] = []
    var node = NodeID(Int(heading.index) + 1)
    while node < document.end(heading) {
      let range = document.range(node)
      var next = NodeID(Int(node.index) + 1)
      switch document.kind(node) {
      case .image: next = document.end(node)
      case .text: text += page.source[range.indices]
      case .escape: text.append(page.source[range.end - 1])
      case .codeSpan, .math: text += document.literal(node).utf8
      case .footnoteReference: text += page.source[range.start + 2..<range.end - 1]
      default: break
      }
      node = next
    }
    if let name = plainName(text) { return name }
    var name = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
      if scalar == " " {
        name.append("-")
      } else if isKept(scalar) {
        name.append(scalar)
      }
    }
    return String(name)
  }

  /// The name made of ASCII; nil where there is something else.
  private static func plainName(_ text: [UInt8]) -> String? {
    var name: [UInt8] = []
    name.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case 0x80...: return nil
      case 0x20: name.append(UInt8(ascii: "-"))
      case 0x41...0x5A: name.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): name.append(byte)
      default: break
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      return true
    default: return false
    }
  }

  /// The names in braces that a line of a heading gives it: `{#name}`.
  private static func anchors(_ source: [UInt8], _ line: ByteRange) -> [String] {
    var anchors: [String] = []
    var at = line.start
    while at + 3 < line.end {
      defer { at += 1 }
      guard source[at] == UInt8(ascii: "{"), source[at + 1] == UInt8(ascii: "#") else { continue }
      var end = at + 2
      var isSeparated = true
      scan: while end < line.end {
        switch source[end] {
        case 0x61...0x7A, 0x30...0x39: isSeparated = false
        case UInt8(ascii: "-") where !isSeparated, UInt8(ascii: "_") where !isSeparated:
          isSeparated = true
        default: break scan
        }
        end += 1
      }
      guard end < line.end, source[end] == UInt8(ascii: "}"), !isSeparated else { continue }
      anchors.append(String(decoding: source[at + 2..<end], as: UTF8.self))
    }
    return anchors
  }

  /// A text without `%` escapes; nil where there are none.
  private static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return nil }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Self.digit(bytes[index + 1]), let low = Self.digit(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

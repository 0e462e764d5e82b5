import SourceCore

/// Turns the HTML that this module writes into XML.
///
/// All text in it is escaped and every attribute is quoted, so that `<` starts a tag and the next
/// `>` ends it; what is left to do is to close the elements that have no end tag in HTML.
enum XMLSyntax {
  private static let voids: [[UInt8]] = ["br", "col", "hr", "img", "input", "source", "track"]
    .map { Array($0.utf8) }

  /// The same markup, well formed, without the two characters that XML refuses and HTML takes.
  static func bytes(_ html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count + html.count / 64)
    var i = 0
    var isVoid = false
    while i < html.count {
      let byte = html[i]
      if byte == UInt8(ascii: "<") {
        isVoid = voids.contains { isName($0, in: html, at: i + 1) }
      } else if byte == UInt8(ascii: ">"), isVoid {
        out.append(UInt8(ascii: "/"))
        isVoid = false
      } else if byte == 0xEF, i + 2 < html.count, html[i + 1] == 0xBF, html[i + 2] >= 0xBE {
        // U+FFFE and U+FFFF become U+FFFD.
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        i += 3
        continue
      }
      out.append(byte)
      i += 1
    }
    return out
  }

  private static func isName(_ name: [UInt8], in html: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    guard end < html.count, html[start..<end].elementsEqual(name) else { return false }
    return html[end] == UInt8(ascii: ">") || html[end] == 0x20
  }
}

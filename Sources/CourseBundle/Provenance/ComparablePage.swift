import Digest
import SourceCore

/// What of a page or script of a bundle depends on its course and this tool alone.
///
/// The header shows the office's brand, credits and linked data say what reuse and clock told; none
/// of these can be told again from the course, so they are left out.
public enum ComparablePage {
  private static let leftOut: [(start: StaticString, end: StaticString)] = [
    ("<header class=\"site\">", "</header>"), ("<section class=\"credit\"", "</section>"),
    ("<script type=\"application/ld+json\">", "</script>"),
  ]

  /// SHA-256 of what can be compared; nil for a file of which nothing can.
  public static func digest(_ path: String, _ bytes: [UInt8]) -> String? {
    if path.hasSuffix(".js") { return SHA256.hex(bytes) }
    // The page of sources holds credits only.
    guard path.hasSuffix(".html") || path.hasSuffix(".xhtml"), path != SourcesPage.path else {
      return nil
    }
    var rest = bytes
    for (start, end) in leftOut { rest = without(start, end, rest) }
    return SHA256.hex(rest)
  }

  private static func without(
    _ start: StaticString, _ end: StaticString, _ bytes: [UInt8]
  ) -> [UInt8] {
    guard var next = ByteSearch.first(start, in: bytes) else { return bytes }
    var out: [UInt8] = []
    var done = 0
    while let close = ByteSearch.first(end, in: bytes, from: next) {
      out += bytes[done..<next]
      done = close + end.utf8CodeUnitCount
      // The line ends with it.
      if done < bytes.count, bytes[done] == 0x0A { done += 1 }
      guard let found = ByteSearch.first(start, in: bytes, from: done) else { break }
      next = found
    }
    return out + bytes[done...]
  }
}

import SourceCore

/// A directive of MyST: a fence of backticks, tildes or colons with a name in braces.
struct MystDirective {
  /// Its name (`objectives`).
  let name: String
  /// The lines between its fences.
  let body: Range<Int>

  /// The directives with one of some names, in the order of the page.
  ///
  /// What stands in other code is an example; what stands in a box of colons is text.
  static func find(_ names: Set<String>, in bytes: [UInt8], _ lines: LineIndex) -> [MystDirective] {
    var found: [MystDirective] = []
    var open: (marker: UInt8, count: Int, name: String?, start: Int)?
    for line in 0..<lines.count {
      let range = trimmed(lines.contentRange(ofLine: line, in: bytes), bytes)
      guard let first = range.first.map({ bytes[$0] }),
        first == UInt8(ascii: "`") || first == UInt8(ascii: "~") || first == UInt8(ascii: ":")
      else { continue }
      let run = bytes[range].prefix { $0 == first }.count
      guard run >= 3 else { continue }
      if let fence = open {
        guard first == fence.marker, run >= fence.count, run == range.count else { continue }
        if let name = fence.name {
          let end = lines.start(ofLine: line)
          found.append(MystDirective(name: name, body: fence.start..<max(fence.start, end)))
        }
        open = nil
      } else {
        let info = trimmed(range.lowerBound + run..<range.upperBound, bytes)
        let name = names.first { bytes[info].elementsEqual("{\($0)}".utf8) }
        if name != nil || first != UInt8(ascii: ":") {
          open = (first, run, name, lines.range(ofLine: line).upperBound)
        }
      }
    }
    if let fence = open, let name = fence.name {
      found.append(MystDirective(name: name, body: fence.start..<bytes.count))
    }
    return found
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

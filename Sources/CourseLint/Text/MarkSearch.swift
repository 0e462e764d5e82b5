import SourceCore

/// Finds any of several short texts in bytes, in one pass.
struct MarkSearch: Sendable {
  private struct Mark: Sendable {
    let bytes: [UInt8]
    let isExact: Bool
  }

  private let marks: [Mark]
  private let starts: [Bool]

  /// Looks for `texts`; one without an upper-case letter is found in upper case as well.
  init(_ texts: [String]) {
    marks = texts.map { text in
      let hasUpper = text.unicodeScalars.contains { $0.properties.isUppercase }
      return Mark(bytes: Array(text.utf8), isExact: hasUpper)
    }
    var starts = [Bool](repeating: false, count: 256)
    for mark in marks {
      guard let first = mark.bytes.first else { continue }
      starts[Int(first)] = true
      if !mark.isExact, first >= 0x61, first <= 0x7A { starts[Int(first & 0xDF)] = true }
    }
    self.starts = starts
  }

  /// Calls `found` with each place in `range` where one of the texts stands as words of its own.
  func search(_ bytes: [UInt8], _ range: ByteRange, found: (Range<Int>) -> Void) {
    let span = bytes.span
    let starts = starts.span
    var i = range.start
    let end = min(range.end, span.count)
    while i < end {
      let byte = span[i]
      if starts[Int(byte)] {
        // Inside a word of ASCII no mark stands as a word of its own.
        let isInside = i > 0 && span[i - 1] < 0x80 && Words.isPart(span[i - 1])
        if !isInside, let end = match(bytes, at: i, limit: range.end) {
          found(i..<end)
          i = end
          continue
        }
      }
      i += 1
      // Nor does one begin behind the first letter of several.
      if (byte | 0x20) &- 0x61 < 26 { i = ByteRun.endOfLetters(span, from: i, to: end) }
    }
  }

  private func match(_ bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    next: for mark in marks where start + mark.bytes.count <= limit {
      for j in mark.bytes.indices {
        var byte = bytes[start + j]
        if !mark.isExact, byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
        if byte != mark.bytes[j] { continue next }
      }
      // One mark may begin as another does: `caption` and `captions`.
      let end = start + mark.bytes.count
      if Words.stand(alone: start..<end, in: bytes) { return end }
    }
    return nil
  }
}

import SourceCore

/// Finds any of several short texts in bytes, in one pass.
struct MarkSearch: Sendable {
  private struct Mark: Sendable {
    let bytes: [UInt8]
    let isExact: Bool
  }

  private let marks: [Mark]
  /// For each byte whether a mark may begin with it, and whether it may come second in one.
  private let roles: [UInt8]

  private static let first: UInt8 = 1
  private static let second: UInt8 = 2

  /// Looks for `texts`; one without an upper-case letter is found in upper case as well.
  init(_ texts: [String]) {
    marks = texts.map { text in
      let hasUpper = text.unicodeScalars.contains { $0.properties.isUppercase }
      return Mark(bytes: Array(text.utf8), isExact: hasUpper)
    }
    var roles = [UInt8](repeating: 0, count: 256)
    for mark in marks {
      for (byte, role) in zip(mark.bytes, [Self.first, Self.second]) {
        roles[Int(byte)] |= role
        if !mark.isExact, byte &- 0x61 < 26 { roles[Int(byte & 0xDF)] |= role }
      }
      // Behind one of a single letter anything may stand.
      if mark.bytes.count == 1 { for i in roles.indices { roles[i] |= Self.second } }
    }
    self.roles = roles
  }

  /// Calls `found` with each place in `range` where one of the texts stands as words of its own.
  func search(_ bytes: [UInt8], _ range: ByteRange, found: (Range<Int>) -> Void) {
    let span = bytes.span
    let roles = roles.span
    var i = range.start
    let end = min(range.end, span.count)
    while i < end {
      guard roles[Int(span[i])] & Self.first != 0 else {
        i += 1
        continue
      }
      // Hardly any two bytes are the first two of a mark; inside a word of ASCII none begins.
      let isLast = i + 1 >= end
      if isLast || roles[Int(span[i + 1])] & Self.second != 0,
        i == 0 || span[i - 1] >= 0x80 || !Words.isPart(span[i - 1]),
        let next = match(bytes, at: i, limit: range.end)
      {
        found(i..<next)
        i = next
      } else {
        i += 1
      }
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

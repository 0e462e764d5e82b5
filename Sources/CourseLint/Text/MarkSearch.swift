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

  /// The first two bytes of marks that begin with another byte of ASCII than a capital, each eight
  /// times.
  private let pairs: [(first: UInt64, second: UInt64)]
  /// Whether there are so few pairs that they are looked for at once.
  private let isQuick: Bool

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
    var pairs: [UInt16] = []
    for mark in marks where mark.bytes.count > 1 {
      let first = mark.bytes[0]
      if first >= 0x80 || first &- 0x41 < 26 { continue }
      // A capital is found as such.
      for second in Set(mark.isExact ? [mark.bytes[1]] : Self.cases(of: mark.bytes[1])) {
        pairs.append(UInt16(first) << 8 | UInt16(second))
      }
    }
    self.pairs = Set(pairs).sorted().map { pair in
      (ByteRun.repeating(UInt8(pair >> 8)), ByteRun.repeating(UInt8(pair & 0xFF)))
    }
    isQuick = self.pairs.count <= 4 && !marks.contains { $0.bytes.count < 2 }
  }

  private static func cases(of byte: UInt8) -> [UInt8] {
    byte &- 0x61 < 26 ? [byte, byte & 0xDF] : [byte]
  }

  /// Calls `found` with each place in `range` where one of the texts stands as words of its own.
  func search(_ bytes: [UInt8], _ range: ByteRange, found: (Range<Int>) -> Void) {
    let span = bytes.span
    var i = range.start
    let end = min(range.end, span.count)
    while i < end {
      if isQuick {
        // Of eight bytes at once nearly always none begins a mark.
        let starts = starts(ByteRun.eight(span, at: i), ByteRun.eight(span, at: i + 1))
        guard starts != 0 else {
          i += 8
          continue
        }
        i += ByteRun.first(starts)
        if i >= end { return }
      }
      // Inside a word of ASCII none begins.
      if roles[Int(span[i])] & Self.first != 0,
        i + 1 >= end || roles[Int(span[i + 1])] & Self.second != 0,
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

  /// Marks the bytes that may begin a mark: capitals, what is beyond ASCII, and the first of the
  /// pairs, of which the second stands in `next`.
  private func starts(_ word: UInt64, _ next: UInt64) -> UInt64 {
    var starts = ByteRun.marks(word, from: 0x41, to: 0x5A) | (word & ByteRun.high)
    for pair in pairs {
      let (first, second) = (word ^ pair.first, next ^ pair.second)
      starts |= ByteRun.marks(first, from: 0, to: 0) & ByteRun.marks(second, from: 0, to: 0)
    }
    return starts
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

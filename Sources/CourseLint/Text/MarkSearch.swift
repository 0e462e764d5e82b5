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

  /// The first two bytes of marks, each sixteen times.
  private let pairs: [Pair]
  /// Whether there are so few pairs that they are looked for at once.
  private let isQuick: Bool

  /// Two bytes with which a mark may begin.
  private struct Pair: Sendable {
    let first: SIMD16<UInt8>
    let second: SIMD16<UInt8>
  }

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
    pairs = Self.pairs(of: marks)
    isQuick = pairs.count <= 12 && !marks.contains { $0.bytes.count < 2 }
  }

  private static func pairs(of marks: [Mark]) -> [Pair] {
    var pairs: Set<[UInt8]> = []
    for mark in marks where mark.bytes.count > 1 {
      for first in cases(of: mark.bytes[0], in: mark) {
        for second in cases(of: mark.bytes[1], in: mark) { pairs.insert([first, second]) }
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map {
      Pair(first: SIMD16(repeating: $0[0]), second: SIMD16(repeating: $0[1]))
    }
  }

  private static func cases(of byte: UInt8, in mark: Mark) -> [UInt8] {
    !mark.isExact && byte &- 0x61 < 26 ? [byte, byte & 0xDF] : [byte]
  }

  /// Whether one of the texts stands anywhere in bytes as words of its own.
  func isAnywhere(in bytes: [UInt8]) -> Bool {
    var isFound = false
    search(bytes, ByteRange(0, bytes.count), isEnough: true) { _ in isFound = true }
    return isFound
  }

  /// Calls `found` with each place in `range` where one of the texts stands as words of its own.
  ///
  /// - Parameter isEnough: whether the first place ends the search.
  func search(
    _ bytes: [UInt8], _ range: ByteRange, isEnough: Bool = false, found: (Range<Int>) -> Void
  ) {
    let span = bytes.span
    let pairs = pairs.span
    var i = range.start
    // Up to here something may begin.
    var likely = i
    let end = min(range.end, span.count)
    while i < end {
      if isQuick, i >= likely {
        // Of sixteen bytes at once mostly none begins a mark.
        while i + 16 < span.count, i < end, !Self.mayBegin(span, at: i, pairs) { i += 16 }
        if i >= end { return }
        likely = i + 16
      }
      // Inside a word of ASCII none begins.
      if roles[Int(span[i])] & Self.first != 0,
        i + 1 >= end || roles[Int(span[i + 1])] & Self.second != 0,
        i == 0 || span[i - 1] >= 0x80 || !Words.isPart(span[i - 1]),
        let next = match(bytes, at: i, limit: range.end)
      {
        found(i..<next)
        if isEnough { return }
        i = next
      } else {
        i += 1
      }
    }
  }

  /// Whether a mark may begin at one of sixteen bytes, behind which there is another.
  private static func mayBegin(_ span: Span<UInt8>, at offset: Int, _ pairs: Span<Pair>) -> Bool {
    let bytes = ByteRun.sixteen(span, at: offset)
    let next = ByteRun.sixteen(span, at: offset + 1)
    var found = SIMDMask<SIMD16<Int8>>(repeating: false)
    for i in pairs.indices {
      found = found .| ((bytes .== pairs[i].first) .& (next .== pairs[i].second))
    }
    return ByteRun.isAny(found)
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

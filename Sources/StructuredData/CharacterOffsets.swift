/// Turns libyaml's marks, which count characters, into byte offsets in the file.
struct CharacterOffsets {
  private let start: Int
  private let end: Int
  /// Byte offset of every 64th character; empty where all is ASCII.
  private let checkpoints: [UInt32]

  private static let step = 64

  /// Indexes the valid UTF-8 in `range`.
  init(_ bytes: [UInt8], _ range: Range<Int>, isASCII: Bool) {
    start = range.lowerBound
    end = range.upperBound
    guard !isASCII else {
      checkpoints = []
      return
    }
    var checkpoints: [UInt32] = []
    checkpoints.reserveCapacity(range.count / Self.step + 1)
    let span = bytes.span
    var characters = 0
    for i in range where span[i] & 0xC0 != 0x80 {
      if characters % Self.step == 0 { checkpoints.append(UInt32(i)) }
      characters += 1
    }
    self.checkpoints = checkpoints
  }

  /// Byte offset of the character with this index.
  func byteOffset(_ index: Int, in bytes: [UInt8]) -> Int {
    guard !checkpoints.isEmpty else { return min(start + index, end) }
    guard index / Self.step < checkpoints.count else { return end }
    var offset = Int(checkpoints[index / Self.step])
    var left = index % Self.step
    let span = bytes.span
    while left > 0, offset < end {
      offset += 1
      while offset < end, span[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}

/// Finds line endings: LF, CR LF or CR.
enum LineScanner {
  /// Where the line that holds `start` ends, before its ending.
  @inline(__always) static func end(_ bytes: ByteView, from start: Int) -> Int {
    var index = start
    let count = bytes.count
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    // Eight bytes at a time: a byte is LF or CR where it becomes zero after the exclusive or.
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index &+ 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let lf = word ^ (ones &* 0x0A)
      let cr = word ^ (ones &* 0x0D)
      let found = ((lf &- ones) & ~lf | (cr &- ones) & ~cr) & (ones &* 0x80)
      if found != 0 {
        // The lowest marked byte is exact on little-endian machines; borrows only go upwards.
        return index &+ UInt64(littleEndian: found).trailingZeroBitCount / 8
      }
      index &+= 8
    }
    while index < count, !Bytes.isLineEnding(bytes[index]) { index &+= 1 }
    return index
  }

  /// Where the line after the ending at `end` starts.
  @inline(__always) static func next(_ bytes: ByteView, after end: Int) -> Int {
    guard end < bytes.count else { return end }
    let isCRLF =
      bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isCRLF ? 2 : 1)
  }
}

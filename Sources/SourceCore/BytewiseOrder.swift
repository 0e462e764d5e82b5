extension String {
  /// Whether a text comes before another by its bytes, which is the same order on every machine.
  public func precedesBytewise(_ other: String) -> Bool {
    var (x, y) = (self, other)
    return x.withUTF8 { x in
      y.withUTF8 { y in
        guard let i = Self.firstDifference(x, y) else { return x.count < y.count }
        return x[i] < y[i]
      }
    }
  }

  /// The first place, of those that both have, with two different bytes; eight are compared at once.
  static func firstDifference(
    _ x: UnsafeBufferPointer<UInt8>, _ y: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let count = Swift.min(x.count, y.count)
    let (a, b) = (UnsafeRawBufferPointer(x), UnsafeRawBufferPointer(y))
    var i = 0
    while i + 8 <= count {
      let difference =
        a.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        ^ b.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      if difference != 0 {
        return i + UInt64(littleEndian: difference).trailingZeroBitCount / 8
      }
      i += 8
    }
    while i < count {
      if x[i] != y[i] { return i }
      i += 1
    }
    return nil
  }
}

import Glibc

/// Finds bytes in a text.
public enum ByteSearch {
  /// Offset of the first `byte` at or behind `start` and before `end`; nil where there is none.
  public static func first(
    _ byte: UInt8, in bytes: [UInt8], from start: Int = 0, to end: Int = .max
  ) -> Int? {
    let end = min(end, bytes.count)
    guard start < end else { return nil }
    return bytes.withUnsafeBytes { raw in
      let base = raw.baseAddress.map { $0 + start }
      guard let base, let found = memchr(base, Int32(byte), end - start) else { return nil }
      return start + (UnsafeRawPointer(found) - base)
    }
  }

  /// Offset of the first place between `start` and `end` where `text`, which is not empty, stands
  /// whole; nil where there is none.
  public static func first(
    _ text: StaticString, in bytes: [UInt8], from start: Int = 0, to end: Int = .max
  ) -> Int? {
    let initial = text.utf8Start[0]
    // Not one byte further: many short stretches of a long text may be searched.
    let last = min(end, bytes.count) - text.utf8CodeUnitCount
    var at = start
    while let found = first(initial, in: bytes, from: at, to: last + 1) {
      if stands(text, in: bytes, at: found) { return found }
      at = found + 1
    }
    return nil
  }

  /// Whether `text` stands at an offset.
  public static func stands(_ text: StaticString, in bytes: [UInt8], at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, count <= bytes.count - offset else { return false }
    for i in 0..<count where bytes[offset + i] != text.utf8Start[i] { return false }
    return true
  }
}

import Glibc

/// Finds bytes in a text.
public enum ByteSearch {
  /// Offset of the first `byte` at or behind `start`; nil where there is none.
  public static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { raw in
      let base = raw.baseAddress.map { $0 + start }
      guard let base, let found = memchr(base, Int32(byte), raw.count - start) else { return nil }
      return start + (UnsafeRawPointer(found) - base)
    }
  }
}

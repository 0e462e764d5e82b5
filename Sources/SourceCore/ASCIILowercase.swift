/// Lower-cases the ASCII letters and leaves every other character alone.
@inlinable public func asciiLowercased(_ text: some StringProtocol) -> String {
  let changed = text.utf8.withContiguousStorageIfAvailable { lowercasedLetters($0) }
  if let changed { return changed ?? String(text) }
  return Array(text.utf8).withUnsafeBufferPointer { lowercasedLetters($0) } ?? String(text)
}

/// The text of some bytes with its ASCII letters in lower case; nil where they are so already.
@usableFromInline func lowercasedLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
  guard let first = bytes.firstIndex(where: { $0 &- 0x41 < 26 }) else { return nil }
  return String(unsafeUninitializedCapacity: bytes.count) { buffer in
    for i in 0..<first { buffer[i] = bytes[i] }
    for i in first..<bytes.count {
      buffer[i] = bytes[i] &- 0x41 < 26 ? bytes[i] | 0x20 : bytes[i]
    }
    return bytes.count
  }
}

/// Lower-cases the ASCII letters of bytes and leaves every other one alone.
public func asciiLowercased(_ bytes: ArraySlice<UInt8>) -> String {
  bytes.withUnsafeBufferPointer { bytes in
    lowercasedLetters(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }
}

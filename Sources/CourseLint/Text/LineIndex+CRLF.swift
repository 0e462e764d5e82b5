import SourceCore

extension LineIndex {
  /// Whether the first line ends as on Windows.
  func usesCRLF(in bytes: [UInt8]) -> Bool {
    let end = range(ofLine: 0).upperBound
    return end >= 2 && bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0D
  }
}

/// What a path inside a bundle must be, however it came about.
enum RelativePath {
  /// Whether a path has only plain parts, so that it leads nowhere but below its folder.
  static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count < 1000 else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        guard let first = part.first, !part.elementsEqual("..".utf8), !part.elementsEqual(".".utf8),
          part.count < 256
        else { return false }
        return first != UInt8(ascii: " ") && part.allSatisfy(isSafe)
      }
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"),
      UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"):
      false
    default: true
    }
  }
}

import SourceCore

/// The name of one entry of a folder, as the bytes that Git or the system gave.
struct EntryName {
  /// The name; where it is no UTF-8, with U+FFFD for what is not.
  let text: String
  /// Why the entry cannot be used under this name.
  let problem: ReadFailure?

  /// Checks the bytes of a name.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let checked = unsafe EntryName(text: bytes)
    text = checked.text
    problem = unsafe Self.isUnsafe(bytes) ? Self.unsafeName(text) : checked.problem
  }

  /// Checks the bytes of a path of several names.
  init(path bytes: UnsafeBufferPointer<UInt8>) {
    let slash = UInt8(ascii: "/")
    var start = 0
    var problem: ReadFailure?
    for i in 0...bytes.count where unsafe i == bytes.count || bytes[i] == slash {
      let name = unsafe UnsafeBufferPointer(rebasing: bytes[start..<i])
      if unsafe Self.isUnsafe(name) {
        problem = unsafe Self.unsafeName(String(decoding: bytes, as: UTF8.self))
      }
      start = i + 1
    }
    let checked = unsafe EntryName(text: bytes)
    text = checked.text
    self.problem = problem ?? checked.problem
  }

  private init(text bytes: UnsafeBufferPointer<UInt8>) {
    if let text = unsafe String(validating: bytes, as: UTF8.self) {
      self.text = text
      problem = nil
    } else {
      text = unsafe String(decoding: bytes, as: UTF8.self)
      problem = ReadFailure(
        .refused, "The name of `\(text)` is not UTF-8, so that no link can lead to it.",
        help: "Rename it with ASCII letters.")
    }
  }

  /// Whether it would lead out of its folder or into Git's own; libgit2 reads such trees.
  private static func isUnsafe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe bytes.first else { return true }
    let slash = UInt8(ascii: "/")
    if first == UInt8(ascii: ".") {
      if bytes.count == 1 { return true }
      if unsafe bytes.count == 2 && bytes[1] == first { return true }
      if unsafe bytes.count == 4
        && asciiLowercased(String(decoding: bytes, as: UTF8.self)) == ".git"
      {
        return true
      }
    }
    return unsafe bytes.contains(slash)
  }

  private static func unsafeName(_ text: String) -> ReadFailure {
    ReadFailure(
      .corrupt, "The name `\(text)` is not allowed in a tree.",
      help: "`git fsck` shows the tree that holds it; whoever made it should be asked.")
  }
}

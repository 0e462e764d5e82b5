/// A normalised path inside a tree: relative, parts separated by `/`, no empty part, `.` or `..`.
///
/// The empty path is the root. Paths compare bytewise, so that every list sorted by path is the
/// same on every machine.
public struct RepoPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path as text; empty for the root.
  public let string: String

  /// The root of the tree.
  public static let root = RepoPath(unchecked: "")

  private init(unchecked: String) { string = unchecked }

  /// Normalises `.` and `..` parts and repeated slashes; nil when the path is absolute, leaves the
  /// tree, or holds a NUL byte.
  public init?(_ text: some StringProtocol) {
    guard let path = RepoPath.root.resolving(text), !text.utf8.starts(with: "/".utf8) else {
      return nil
    }
    self = path
  }

  /// The path's text.
  public var description: String { string }

  /// Whether this is the root.
  public var isRoot: Bool { string.isEmpty }

  /// The parts between the slashes.
  public var components: [Substring] {
    // Of bytes: a slash with a combining mark behind it separates too.
    string.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// The last part; empty for the root.
  public var name: String {
    guard let slash = Self.last(UInt8(ascii: "/"), in: string) else { return string }
    return String(string[string.utf8.index(string.startIndex, offsetBy: slash + 1)...])
  }

  /// The last part without its ending (`02-loops` for `02-loops.md`).
  public var stem: String {
    let name = name
    guard let dot = Self.last(UInt8(ascii: "."), in: name), dot > 0 else { return name }
    return String(name[..<name.utf8.index(name.startIndex, offsetBy: dot)])
  }

  /// The ending without its dot, lower-cased for ASCII; empty where there is none.
  public var fileExtension: String {
    let name = name
    guard let dot = Self.last(UInt8(ascii: "."), in: name), dot > 0 else { return "" }
    return asciiLowercased(name[name.utf8.index(name.startIndex, offsetBy: dot + 1)...])
  }

  /// The folder that holds this path; the root's is the root.
  public var parent: RepoPath {
    guard let slash = Self.last(UInt8(ascii: "/"), in: string) else { return .root }
    let end = string.utf8.index(string.startIndex, offsetBy: slash)
    return RepoPath(unchecked: String(string[..<end]))
  }

  /// How many bytes stand before the last `byte`; nil where there is none.
  private static func last(_ byte: UInt8, in text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var i = bytes.count
      while i > 0 {
        i -= 1
        if bytes[i] == byte { return i }
      }
      return nil
    }
  }

  /// This path with one more part; the part must be a plain name.
  public func appending(_ name: some StringProtocol) -> RepoPath {
    RepoPath(unchecked: isRoot ? String(name) : string + "/" + name)
  }

  /// This path followed by all of `other`.
  public func appending(_ other: RepoPath) -> RepoPath {
    if other.isRoot { return self }
    return RepoPath(unchecked: isRoot ? other.string : string + "/" + other.string)
  }

  /// The path that `relative` names when written in a file of this folder; nil when it leaves the
  /// tree. A leading `/` starts at the root of the tree.
  public func resolving(_ relative: some StringProtocol) -> RepoPath? {
    var parts = relative.utf8.first == UInt8(ascii: "/") ? [] : components
    for bytes in Array(relative.utf8).split(separator: UInt8(ascii: "/")) {
      let part = String(decoding: bytes, as: UTF8.self)
      if part == "." { continue }
      if part == ".." {
        if parts.isEmpty { return nil }
        parts.removeLast()
        continue
      }
      if part.utf8.contains(0) { return nil }
      parts.append(Substring(part))
    }
    return RepoPath(unchecked: parts.joined(separator: "/"))
  }

  /// What is left of this path below `folder`; nil when it is not below it.
  public func relative(to folder: RepoPath) -> RepoPath? {
    if folder.isRoot { return self }
    let count = folder.string.utf8.count
    guard string.utf8.count >= count else { return nil }
    var (x, y) = (string, folder.string)
    let isBelow = x.withUTF8 { x in
      y.withUTF8 { y in Self.firstDifference(x, y) == nil }
    }
    guard isBelow else { return nil }
    let rest = string.utf8.dropFirst(count)
    if rest.isEmpty { return .root }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    return RepoPath(unchecked: String(rest.dropFirst()) ?? "")
  }

  /// The relative link that leads from a file in `folder` to this path (`../fig/a.svg`).
  public func link(from folder: RepoPath) -> String {
    let own = components
    let other = folder.components
    var common = 0
    while common < own.count, common < other.count, own[common] == other[common] { common += 1 }
    let up = Array(repeating: Substring(".."), count: other.count - common)
    return (up + own[common...]).joined(separator: "/")
  }

  /// Whether two paths are the same bytes; `String` would also take two spellings of `é` for one.
  public static func == (a: RepoPath, b: RepoPath) -> Bool {
    if a.string.utf8.count != b.string.utf8.count { return false }
    var (x, y) = (a.string, b.string)
    return x.withUTF8 { x in y.withUTF8 { y in Self.firstDifference(x, y) == nil } }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = string
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders bytewise.
  public static func < (a: RepoPath, b: RepoPath) -> Bool {
    var (x, y) = (a.string, b.string)
    return x.withUTF8 { x in
      y.withUTF8 { y in
        guard let i = Self.firstDifference(x, y) else { return x.count < y.count }
        return x[i] < y[i]
      }
    }
  }

  /// The first place, of those that both have, with two different bytes; eight are compared at once.
  private static func firstDifference(
    _ x: UnsafeBufferPointer<UInt8>, _ y: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let count = min(x.count, y.count)
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

/// Lower-cases the ASCII letters and leaves every other character alone.
public func asciiLowercased(_ text: some StringProtocol) -> String {
  guard text.utf8.contains(where: { $0 &- 0x41 < 26 }) else { return String(text) }
  let count = text.utf8.count
  return String(unsafeUninitializedCapacity: count) { buffer in
    var end = 0
    for byte in text.utf8 {
      buffer[end] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      end += 1
    }
    return end
  }
}

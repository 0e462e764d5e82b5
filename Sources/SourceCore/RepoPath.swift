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
  @inlinable public init?(_ text: some StringProtocol) {
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
  public var name: String { withName { name, _ in String(decoding: name, as: UTF8.self) } }

  /// The last part without its ending (`02-loops` for `02-loops.md`).
  public var stem: String {
    withName { name, dot in
      String(decoding: UnsafeBufferPointer(rebasing: name[..<(dot ?? name.count)]), as: UTF8.self)
    }
  }

  /// The ending without its dot, lower-cased for ASCII; empty where there is none.
  public var fileExtension: String {
    withName { name, dot in
      guard let dot else { return "" }
      let ending = UnsafeBufferPointer(rebasing: name[(dot + 1)...])
      return lowercasedLetters(ending) ?? String(decoding: ending, as: UTF8.self)
    }
  }

  /// Whether the last part begins with some ASCII letters, which tells most names apart without a
  /// text of their own.
  public func nameStarts(with letters: StaticString) -> Bool {
    withName { name, _ in
      guard name.count >= letters.utf8CodeUnitCount else { return false }
      for i in 0..<letters.utf8CodeUnitCount where name[i] != letters.utf8Start[i] { return false }
      return true
    }
  }

  /// The bytes of the last part, and where in them the dot of its ending is.
  private func withName<Result>(_ body: (UnsafeBufferPointer<UInt8>, Int?) -> Result) -> Result {
    var text = string
    return text.withUTF8 { bytes in
      var start = bytes.count
      var dot: Int?
      while start > 0, bytes[start - 1] != UInt8(ascii: "/") {
        start -= 1
        if dot == nil, bytes[start] == UInt8(ascii: ".") { dot = start }
      }
      if let found = dot { dot = found > start ? found - start : nil }
      return body(UnsafeBufferPointer(rebasing: bytes[start...]), dot)
    }
  }

  /// The folder that holds this path; the root's is the root.
  public var parent: RepoPath {
    let nameLength = withName { name, _ in name.count }
    guard nameLength < string.utf8.count else { return .root }
    let end = string.utf8.index(string.endIndex, offsetBy: -nameLength - 1)
    return RepoPath(unchecked: String(string[..<end]))
  }

  /// Whether this path lies in a folder itself, and not in one below it.
  public func isDirectly(in folder: RepoPath) -> Bool {
    let count = folder.isRoot ? 0 : folder.string.utf8.count + 1
    var (path, folder) = (string, folder.string)
    return path.withUTF8 { path in
      guard path.count > count,
        !path[count...].contains(UInt8(ascii: "/")),
        count == 0 || path[count - 1] == UInt8(ascii: "/")
      else { return false }
      return folder.withUTF8 { folder in
        String.firstDifference(UnsafeBufferPointer(rebasing: path[..<folder.count]), folder) == nil
      }
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
  @inlinable public func resolving(_ relative: some StringProtocol) -> RepoPath? {
    let known = relative.utf8.withContiguousStorageIfAvailable { resolving(bytes: $0) }
    return known ?? Array(relative.utf8).withUnsafeBufferPointer { resolving(bytes: $0) }
  }

  @usableFromInline func resolving(bytes: UnsafeBufferPointer<UInt8>) -> RepoPath? {
    let slash = UInt8(ascii: "/")
    var path = bytes.first == slash ? [] : Array(string.utf8)
    path.reserveCapacity(path.count + bytes.count + 1)
    var i = 0
    while i < bytes.count {
      var end = i
      while end < bytes.count, bytes[end] != slash { end += 1 }
      let part = UnsafeBufferPointer(rebasing: bytes[i..<end])
      i = end + 1
      let isDot = part.first == UInt8(ascii: ".")
      if part.isEmpty || part.count == 1 && isDot { continue }
      if part.count == 2, isDot, part[1] == UInt8(ascii: ".") {
        if path.isEmpty { return nil }
        path.removeLast(path.count - (path.lastIndex(of: slash) ?? 0))
        continue
      }
      if part.contains(0) { return nil }
      if !path.isEmpty { path.append(slash) }
      path.append(contentsOf: part)
    }
    return RepoPath(unchecked: String(decoding: path, as: UTF8.self))
  }

  /// What is left of this path below `folder`; nil when it is not below it.
  public func relative(to folder: RepoPath) -> RepoPath? {
    if folder.isRoot { return self }
    let count = folder.string.utf8.count
    guard string.utf8.count >= count else { return nil }
    var (x, y) = (string, folder.string)
    let isBelow = x.withUTF8 { x in
      y.withUTF8 { y in String.firstDifference(x, y) == nil }
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
    return x.withUTF8 { x in y.withUTF8 { y in String.firstDifference(x, y) == nil } }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = string
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders bytewise.
  public static func < (a: RepoPath, b: RepoPath) -> Bool { a.string.precedesBytewise(b.string) }
}

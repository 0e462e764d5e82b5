/// One line of a `.gitignore`.
///
/// Read by this module and not by libgit2, which before it compares a line that begins with `!`
/// with the other lines of its own file and drops it where they ignore nothing, so that a folder
/// cannot take back what a folder above it ignores.
struct IgnoreRule {
  /// Whether it takes back what others ignore.
  let isNegated: Bool
  private let isForFolders: Bool
  private let isForNames: Bool
  private let pattern: ArraySlice<UInt8>
  /// The part before the first special character.
  private let prefix: ArraySlice<UInt8>

  /// The rules of a file, the last line first: the first that matches decides.
  static func parse(_ file: [UInt8]) -> [IgnoreRule] {
    let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
    return text.split(separator: UInt8(ascii: "\n")).reversed().compactMap { IgnoreRule($0) }
  }

  private init?(_ line: ArraySlice<UInt8>) {
    let slash = UInt8(ascii: "/")
    let backslash = UInt8(ascii: "\\")
    guard line.first != UInt8(ascii: "#") else { return nil }
    var text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    while text.last == UInt8(ascii: " ") {
      let escapes = text.dropLast().reversed().prefix { $0 == backslash }.count
      if escapes % 2 == 1 { break }
      text = text.dropLast()
    }
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text = text.dropFirst() }
    isForFolders = text.last == slash
    if isForFolders { text = text.dropLast() }
    isForNames = !text.contains(slash)
    if text.first == slash { text = text.dropFirst() }
    guard !text.isEmpty else { return nil }
    pattern = text
    prefix = text.prefix { !"*?[\\".utf8.contains($0) }
  }

  /// Whether it speaks of a path, which starts below the folder of its file.
  func matches(_ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isForFolders && !isFolder { return false }
    if prefix.count == pattern.count { return (isForNames ? name : path) == pattern }
    if isForNames { return Wildmatch.matches(pattern, name) }
    // Git compares that part first and takes the rest for a pattern of its own, so that the stars
    // of `a**/b` count as standing between slashes.
    return path.starts(with: prefix)
      && Wildmatch.matches(pattern.dropFirst(prefix.count), path.dropFirst(prefix.count))
  }
}

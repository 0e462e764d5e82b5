import SourceCore

/// A pattern of paths as markdownlint-cli2 has them: `*`, `**`, `?`, `[a-z]`, `{a,b}`.
public struct GlobPattern: Sendable, Hashable {
  /// The pattern as written, without a leading `!`.
  public let source: String
  /// Whether it began with `!`.
  public let isNegated: Bool
  /// The parts of a pattern for each choice of its braces.
  let alternatives: [[[UInt8]]]

  /// Alternatives of braces after which a pattern is cut off.
  private static let limit = 64

  /// Reads a pattern.
  public init(_ text: String) {
    isNegated = text.hasPrefix("!")
    source = isNegated ? String(text.dropFirst()) : text
    var bytes = Array(source.utf8)
    if bytes.starts(with: "./".utf8) { bytes.removeFirst(2) }
    alternatives = Self.expanded(bytes).map { pattern in
      pattern.split(separator: UInt8(ascii: "/")).map(Array.init)
    }
  }

  /// Whether a path, or a folder that holds it, is meant; the path is relative to the pattern's.
  public func matches(_ path: RepoPath) -> Bool {
    matches(Self.parts(of: path))
  }

  /// Whether that is true of a path in parts.
  func matches(_ path: [[UInt8]]) -> Bool { alternatives.contains { Self.matches($0, path) } }

  /// The parts of a path.
  static func parts(of path: RepoPath) -> [[UInt8]] { path.components.map { Array($0.utf8) } }

  /// Whether a part of a pattern means the one name that it is written as.
  static func isName(_ part: [UInt8]) -> Bool {
    !part.contains {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
        || $0 == UInt8(ascii: "\\")
    }
  }

  /// `pattern` matches the first parts of `path`, at least one.
  private static func matches(_ pattern: [[UInt8]], _ path: [[UInt8]]) -> Bool {
    guard !pattern.isEmpty else { return false }
    // reached[i]: what was read of the pattern so far may end before part i.
    var reached = Array(repeating: false, count: path.count + 1)
    reached[0] = true
    for segment in pattern {
      var next = Array(repeating: false, count: path.count + 1)
      if segment == Array("**".utf8) {
        var isOpen = false
        for i in 0...path.count {
          isOpen = isOpen || reached[i]
          next[i] = isOpen
        }
      } else {
        for i in 0..<path.count where reached[i] && Self.matches(segment[...], path[i][...]) {
          next[i + 1] = true
        }
      }
      reached = next
    }
    return reached.dropFirst().contains(true)
  }

  /// Whether a pattern of one part matches a name; time is the product of both lengths at most.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var p = pattern.startIndex
    var n = name.startIndex
    var star: (pattern: Int, name: Int)?
    while n < name.endIndex {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        star = (p, n)
        p += 1
      } else if let next = one(pattern, p, name[n]) {
        p = next
        n += 1
      } else if let back = star {
        p = back.pattern + 1
        n = back.name + 1
        star = (back.pattern, n)
      } else {
        return false
      }
    }
    while p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") { p += 1 }
    return p == pattern.endIndex
  }

  /// Where the pattern goes on behind what matches one byte; nil where it does not match.
  private static func one(_ pattern: ArraySlice<UInt8>, _ at: Int, _ byte: UInt8) -> Int? {
    guard at < pattern.endIndex else { return nil }
    switch pattern[at] {
    case UInt8(ascii: "?"): return at + 1
    case UInt8(ascii: "\\") where at + 1 < pattern.endIndex:
      return pattern[at + 1] == byte ? at + 2 : nil
    case UInt8(ascii: "["):
      guard let close = pattern[(at + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
        return pattern[at] == byte ? at + 1 : nil
      }
      var i = at + 1
      let isNegated = pattern[i] == UInt8(ascii: "!") || pattern[i] == UInt8(ascii: "^")
      if isNegated { i += 1 }
      var isIn = false
      while i < close {
        if i + 2 < close, pattern[i + 1] == UInt8(ascii: "-") {
          if pattern[i] <= byte, byte <= pattern[i + 2] { isIn = true }
          i += 3
        } else {
          if pattern[i] == byte { isIn = true }
          i += 1
        }
      }
      return isIn != isNegated ? close + 1 : nil
    default: return pattern[at] == byte ? at + 1 : nil
    }
  }

  /// A pattern for each choice of its braces.
  private static func expanded(_ pattern: [UInt8]) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var open = [pattern]
    while let next = open.popLast(), done.count + open.count < limit {
      guard let start = next.firstIndex(of: UInt8(ascii: "{")),
        let (choices, end) = choices(next, start), choices.count > 1
      else {
        done.append(next)
        continue
      }
      for choice in choices.reversed() { open.append(next[..<start] + choice + next[end...]) }
    }
    return done
  }

  private static func choices(_ pattern: [UInt8], _ start: Int) -> ([[UInt8]], Int)? {
    var depth = 0
    var choices: [[UInt8]] = [[]]
    for i in (start + 1)..<max(start + 1, pattern.count) {
      switch pattern[i] {
      case UInt8(ascii: "}") where depth == 0: return (choices, i + 1)
      case UInt8(ascii: ",") where depth == 0:
        choices.append([])
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      choices[choices.count - 1].append(pattern[i])
    }
    return nil
  }
}

/// Matches a path against one of Git's patterns, as Git's `wildmatch` with `WM_PATHNAME` does:
/// `*`, `?` and `[…]` stop at a slash, `**` between slashes does not.
struct Wildmatch {
  private enum Outcome {
    case match, noMatch
    /// No other length of the last `*` can help, but a longer `**` may.
    case needsDoubleStar
    /// The text ended: nothing tried further on can help, which keeps many stars from taking long.
    case textEnded
  }

  private let pattern: ArraySlice<UInt8>
  private let text: ArraySlice<UInt8>

  /// Whether the whole text matches the pattern.
  static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    Wildmatch(pattern: pattern, text: text).run(pattern.startIndex, text.startIndex) == .match
  }

  private init(pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>) {
    self.pattern = pattern
    self.text = text
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  private func run(_ patternStart: Int, _ textStart: Int) -> Outcome {
    var p = patternStart
    var t = textStart
    while p < pattern.endIndex {
      let wanted = pattern[p]
      if wanted == Self.star { return runStar(p, t, of: patternStart) }
      guard t < text.endIndex else { return .textEnded }
      switch wanted {
      case UInt8(ascii: "?"):
        if text[t] == Self.slash { return .noMatch }
        p += 1
      case UInt8(ascii: "["):
        guard let (isIn, end) = bracket(p, text[t]) else { return .textEnded }
        if !isIn || text[t] == Self.slash { return .noMatch }
        p = end
      case UInt8(ascii: "\\"):
        guard p + 1 < pattern.endIndex, pattern[p + 1] == text[t] else { return .noMatch }
        p += 2
      default:
        if wanted != text[t] { return .noMatch }
        p += 1
      }
      t += 1
    }
    return t == text.endIndex ? .match : .noMatch
  }

  private func runStar(_ start: Int, _ textStart: Int, of runStart: Int) -> Outcome {
    var p = start + 1
    while p < pattern.endIndex, pattern[p] == Self.star { p += 1 }
    var crossesSlashes = false
    if p - start > 1 {
      let isAtStart = start == runStart || pattern[start - 1] == Self.slash
      crossesSlashes = isAtStart && (p == pattern.endIndex || pattern[p] == Self.slash)
      // `a/**/b` matches `a/b` too.
      if crossesSlashes, p < pattern.endIndex, run(p + 1, textStart) == .match { return .match }
    }
    if p == pattern.endIndex {
      return crossesSlashes || !text[textStart...].contains(Self.slash) ? .match : .noMatch
    }
    var t = textStart
    while t <= text.endIndex {
      let outcome = run(p, t)
      if outcome != .noMatch {
        if !crossesSlashes || outcome != .needsDoubleStar { return outcome }
      } else if t < text.endIndex, !crossesSlashes, text[t] == Self.slash {
        return .needsDoubleStar
      }
      t += 1
    }
    return .textEnded
  }

  /// Whether a byte is in the set that begins at `start`, and where the set ends; nil where it
  /// does not end.
  private func bracket(_ start: Int, _ byte: UInt8) -> (isIn: Bool, end: Int)? {
    var p = start + 1
    guard p < pattern.endIndex else { return nil }
    let isNegated = pattern[p] == UInt8(ascii: "!") || pattern[p] == UInt8(ascii: "^")
    if isNegated { p += 1 }
    var isIn = false
    var last: UInt8?
    var isFirst = true
    while p < pattern.endIndex, isFirst || pattern[p] != UInt8(ascii: "]") {
      isFirst = false
      if pattern[p...].starts(with: "[:".utf8), let end = classEnd(p + 2) {
        isIn = isIn || Self.isIn(byte, class: pattern[p + 2..<end])
        p = end + 2
        last = nil
        continue
      }
      var low = pattern[p]
      if low == UInt8(ascii: "-"), let from = last, p + 1 < pattern.endIndex,
        pattern[p + 1] != UInt8(ascii: "]")
      {
        p += 1
        guard let high = unescaped(&p) else { return nil }
        isIn = isIn || (from <= byte && byte <= high)
        last = nil
      } else {
        guard let one = unescaped(&p) else { return nil }
        low = one
        isIn = isIn || low == byte
        last = low
      }
    }
    return p < pattern.endIndex ? (isIn != isNegated, p + 1) : nil
  }

  private func unescaped(_ p: inout Int) -> UInt8? {
    if pattern[p] == UInt8(ascii: "\\") { p += 1 }
    guard p < pattern.endIndex else { return nil }
    defer { p += 1 }
    return pattern[p]
  }

  private func classEnd(_ start: Int) -> Int? {
    var p = start
    while p + 1 < pattern.endIndex, pattern[p] != UInt8(ascii: "]") {
      if pattern[p] == UInt8(ascii: ":"), pattern[p + 1] == UInt8(ascii: "]") { return p }
      p += 1
    }
    return nil
  }

  private static func isIn(_ byte: UInt8, class name: ArraySlice<UInt8>) -> Bool {
    let isUpper = (65...90).contains(byte)
    let isLower = (97...122).contains(byte)
    let isDigit = (48...57).contains(byte)
    return switch String(decoding: name, as: UTF8.self) {
    case "alnum": isUpper || isLower || isDigit
    case "alpha": isUpper || isLower
    case "blank": byte == 32 || byte == 9
    case "cntrl": byte < 32 || byte == 127
    case "digit": isDigit
    case "graph": byte > 32 && byte < 127
    case "lower": isLower
    case "print": byte >= 32 && byte < 127
    case "punct": byte > 32 && byte < 127 && !isUpper && !isLower && !isDigit
    case "space": byte == 32 || (9...13).contains(byte)
    case "upper": isUpper
    case "xdigit": isDigit || (65...70).contains(byte) || (97...102).contains(byte)
    default: false
    }
  }
}

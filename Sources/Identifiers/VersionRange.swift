/// A range of versions in npm's syntax: `^1.2`, `~1.2.3`, `1.x`, `>=1.2 <2`, `1.2 - 1.4`, `a || b`.
///
/// A pre-release is in the range only where one of the comparators that admit it names a
/// pre-release of the same three numbers, as in node-semver.
public struct VersionRange: Hashable, Sendable, CustomStringConvertible {
  /// The range as written, without blanks around it.
  public let description: String
  /// Alternatives; a version must pass all comparators of one of them.
  let alternatives: [[VersionComparator]]

  /// Reads a range; nil for a text that is none.
  public init?(_ text: some StringProtocol) {
    guard let range = try? VersionRange(parsing: text) else { return nil }
    self = range
  }

  /// Reads a range and says what is wrong with a text that is none.
  public init(parsing text: some StringProtocol) throws(IdentifierError) {
    var alternatives: [[VersionComparator]] = []
    let bytes = Array(text.utf8)
    var start = 0
    while true {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "|") { end += 1 }
      alternatives.append(try Self.alternative(bytes, start..<end))
      guard end < bytes.count else { break }
      guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "|") else {
        throw IdentifierError(
          "a single `|` means nothing in a range", at: end..<end + 1, help: "write `||` for \"or\"")
      }
      start = end + 2
    }
    self.alternatives = alternatives
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    description = words.joined(separator: " ")
  }

  /// Whether the version is in the range.
  public func contains(_ version: SemVer) -> Bool {
    alternatives.contains { comparators in
      guard comparators.allSatisfy({ $0.admits(version) }) else { return false }
      return !version.isPrerelease
        || comparators.contains { $0.version.isPrerelease && $0.version.core == version.core }
    }
  }

  /// The highest of the versions that are in the range.
  public func highest(in versions: some Sequence<SemVer>) -> SemVer? {
    versions.lazy.filter(contains).max()
  }

  /// Whether all versions of the range come after this one.
  public func startsAbove(_ version: SemVer) -> Bool {
    alternatives.allSatisfy { comparators in
      comparators.contains { bound in
        switch bound.relation {
        case .greater: bound.version.core >= version.core
        case .atLeast, .equal: bound.version.core > version.core
        case .less, .atMost: false
        }
      }
    }
  }

  // MARK: - Reading

  /// A word of a range, with its place.
  private typealias Word = (text: String, start: Int)

  /// Comparators between two `||`; none for `*` and for nothing at all.
  private static func alternative(_ bytes: [UInt8], _ range: Range<Int>) throws(IdentifierError)
    -> [VersionComparator]
  {
    let words = words(bytes, range)
    if let hyphen = words.firstIndex(where: { $0.text == "-" }) {
      guard hyphen == 1, words.count == 3 else {
        throw IdentifierError(
          "` - ` must stand between two versions",
          at: words[hyphen].start..<words[hyphen].start + 1,
          help: "write, for example, `1.2 - 1.4`")
      }
      return try hyphenated(words[0], words[2])
    }
    var result: [VersionComparator] = []
    for word in words { result += try simple(word) }
    return result
  }

  /// Splits at blanks and joins an operator with the version that follows it (`>= 1.2`).
  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] <= 0x20 {
        i += 1
        continue
      }
      let start = i
      while i < range.upperBound, isOperator(bytes[i]) { i += 1 }
      let operatorEnd = i
      if i > start {
        while i < range.upperBound, bytes[i] <= 0x20 { i += 1 }
      }
      let textStart = i
      while i < range.upperBound, bytes[i] > 0x20 { i += 1 }
      let text = bytes[start..<operatorEnd] + bytes[textStart..<i]
      // Offsets inside a word are those of its version; an operator stands right before it.
      words.append((String(decoding: text, as: UTF8.self), textStart - (operatorEnd - start)))
    }
    return words
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "^")
  }

  private static func simple(_ word: Word) throws(IdentifierError) -> [VersionComparator] {
    let sign = word.text.prefix { $0.asciiValue.map(isOperator) ?? false }
    let rest = word.text.dropFirst(sign.count)
    let partial = try PartialVersion(rest, base: word.start + sign.utf8.count)
    switch sign {
    case "", "=": return partial.exactly
    case "^": return partial.caret
    case "~", "~>": return partial.tilde
    case ">": return partial.greater
    case ">=": return partial.atLeast
    case "<": return partial.less
    case "<=": return partial.atMost
    default:
      throw IdentifierError(
        "`\(sign)` is no operator of a range", at: word.start..<word.start + sign.utf8.count,
        help: "use one of ^ ~ > >= < <= =")
    }
  }

  private static func hyphenated(_ low: Word, _ high: Word) throws(IdentifierError)
    -> [VersionComparator]
  {
    let from = try PartialVersion(low.text, base: low.start)
    let to = try PartialVersion(high.text, base: high.start)
    return from.atLeast + to.atMost
  }
}

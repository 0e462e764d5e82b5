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
  ///
  /// - Parameter isCalendar: whether versions are calendar versions, so that `2026.01` is 2026.1.
  public init(
    parsing text: some StringProtocol, isCalendar: Bool = false
  ) throws(IdentifierError) {
    var alternatives: [[VersionComparator]] = []
    let bytes = Array(text.utf8)
    var start = 0
    while true {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "|") { end += 1 }
      let comparators = try Self.alternative(bytes, start..<end, isCalendar)
      // What admits every release says nothing.
      alternatives.append(
        comparators.filter { $0 != VersionComparator(.atLeast, SemVer(0, 0, 0)) })
      guard end < bytes.count else { break }
      guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "|") else {
        throw IdentifierError(
          "a single `|` means nothing in a range", at: end..<end + 1, help: "write `||` for \"or\"")
      }
      start = end + 2
    }
    // To npm a range with an alternative that admits all is `*`, which admits no pre-release,
    // whatever the other alternatives name.
    self.alternatives = alternatives.contains([]) ? [[]] : alternatives
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
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

  /// The lowest version that the range names as a bound below; nil where it has none.
  public var lowest: SemVer? {
    var result: SemVer?
    for comparators in alternatives {
      let lower = comparators.filter { bound in
        bound.relation == .atLeast || bound.relation == .greater || bound.relation == .equal
      }
      guard let low = lower.map(\.version).max() else { return nil }
      result = result.map { min($0, low) } ?? low
    }
    return result
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

  /// A word of a range: an operator, and the version behind it with its place.
  private struct Word {
    let sign: String
    let signStart: Int
    let text: String
    let start: Int
  }

  /// Comparators between two `||`; none for `*` and for nothing at all.
  private static func alternative(
    _ bytes: [UInt8], _ range: Range<Int>, _ isCalendar: Bool
  ) throws(IdentifierError) -> [VersionComparator] {
    let words = words(bytes, range)
    if let hyphen = words.firstIndex(where: { $0.sign.isEmpty && $0.text == "-" }) {
      guard hyphen == 1, words.count == 3 else {
        throw IdentifierError(
          "` - ` must stand between two versions",
          at: words[hyphen].start..<words[hyphen].start + 1,
          help: "write, for example, `1.2 - 1.4`")
      }
      return try hyphenated(words[0], words[2], isCalendar)
    }
    var result: [VersionComparator] = []
    for word in words { result += try simple(word, isCalendar) }
    return result
  }

  /// Splits at blanks and joins an operator with the version that follows it (`>= 1.2`).
  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var i = range.lowerBound
    func skipBlanks() {
      while i < range.upperBound, bytes[i] <= 0x20 { i += 1 }
    }
    while true {
      skipBlanks()
      guard i < range.upperBound else { return words }
      let signStart = i
      while i < range.upperBound, isOperator(bytes[i]) { i += 1 }
      var sign = String(decoding: bytes[signStart..<i], as: UTF8.self)
      if !sign.isEmpty { skipBlanks() }
      // npm reads `~ > 1.2` as `~>1.2`.
      if sign == "~", i < range.upperBound, bytes[i] == UInt8(ascii: ">") {
        sign = "~>"
        i += 1
        skipBlanks()
      }
      let start = i
      while i < range.upperBound, bytes[i] > 0x20 { i += 1 }
      words.append(
        Word(
          sign: sign, signStart: signStart,
          text: String(decoding: bytes[start..<i], as: UTF8.self), start: start))
    }
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "^")
  }

  private static func simple(
    _ word: Word, _ isCalendar: Bool
  ) throws(IdentifierError) -> [VersionComparator] {
    // npm takes `==1.2` for `=1.2`, and passes over an `=` behind `^` and `~`.
    let known = ["^", "~>", "~", ">=", "<=", ">", "<", "="]
    let sign = known.first { word.sign.hasPrefix($0) } ?? ""
    let more = word.sign.dropFirst(sign.count)
    guard more.allSatisfy({ $0 == "=" }) else {
      throw IdentifierError(
        "`\(word.sign)` is no operator of a range",
        at: word.signStart..<word.signStart + word.sign.utf8.count,
        help: "use one of ^ ~ > >= < <= =")
    }
    let isPlain = sign != "^" && !sign.hasPrefix("~")
    let partial = try PartialVersion(
      more + word.text, base: word.start - more.utf8.count, isPlain: isPlain,
      isCalendar: isCalendar)
    let comparators =
      switch sign {
      case "^": partial.caret
      case "~", "~>": partial.tilde
      case ">": partial.greater
      case ">=": partial.atLeast
      case "<": partial.less
      case "<=": partial.atMost
      default: partial.exactly
      }
    return try checked(comparators, word)
  }

  private static func hyphenated(
    _ low: Word, _ high: Word, _ isCalendar: Bool
  ) throws(IdentifierError) -> [VersionComparator] {
    for word in [low, high] where !word.sign.isEmpty && word.sign != "=" {
      throw IdentifierError(
        "an operator cannot stand at a hyphen",
        at: word.signStart..<word.signStart + word.sign.utf8.count,
        help: "leave `\(word.sign)` out, or write both bounds with operators")
    }
    let from = try PartialVersion(low.sign + low.text, base: low.start, isCalendar: isCalendar)
    let to = try PartialVersion(high.sign + high.text, base: high.start, isCalendar: isCalendar)
    return try checked(from.atLeast, low) + checked(to.atMost, high)
  }

  /// The next version after the largest number there may be is none.
  private static func checked(
    _ comparators: [VersionComparator], _ word: Word
  ) throws(IdentifierError) -> [VersionComparator] {
    for version in comparators.map(\.version)
    where max(version.major, version.minor, version.patch) > SemVer.numberLimit {
      throw IdentifierError(
        "`\(word.text)` leaves no number for the next version",
        at: word.start..<word.start + word.text.utf8.count)
    }
    return comparators
  }
}

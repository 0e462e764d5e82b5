/// A version in a range, of which parts may be missing or wildcards; and what each operator makes
/// of it. Every rule here is node-semver's, without its option `includePrerelease`.
struct PartialVersion {
  private let major: Int?
  private let minor: Int?
  private let patch: Int?
  private let prerelease: [String]

  /// Reads what stands behind an operator.
  ///
  /// - Parameters:
  ///   - base: where the text begins in what the author wrote.
  ///   - isPlain: whether the operator is neither `^` nor `~`.
  ///   - isCalendar: whether a number may begin with a zero, as in `2026.01`.
  init(
    _ text: some StringProtocol, base: Int, isPlain: Bool = true, isCalendar: Bool = false
  ) throws(IdentifierError) {
    // npm passes over any `v` and `=` here, but in front of a whole version only over one `v`.
    let prefix = text.utf8.prefix { $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "=") }
    let rest = text.dropFirst(prefix.count)
    var scanner = VersionScanner(
      rest, base: base + prefix.count, allowsLeadingZeros: isCalendar)
    let parts = try scanner.partial()
    major = parts[0]
    minor = parts[0] == nil || parts.count < 2 ? nil : parts[1]
    patch = minor == nil || parts.count < 3 ? nil : parts[2]
    if parts.count == 3 {
      let read = try scanner.qualifiers().0
      // npm passes over what stands behind a wildcard (`1.2.x-beta`).
      prerelease = patch == nil ? [] : read
    } else {
      if scanner.isAtQualifier {
        throw IdentifierError(
          "a pre-release needs three numbers before it", at: base..<base + text.utf8.count,
          help: "write, for example, 1.2.0-beta.1")
      }
      prerelease = []
    }
    try scanner.end()
    if isPlain, patch != nil, prefix.contains(UInt8(ascii: "=")) || prefix.count > 1 {
      throw IdentifierError(
        "`\(text.prefix(prefix.count))` is too much before a version",
        at: base..<base + prefix.count, help: "write \(rest)")
    }
  }

  /// The version itself, with 0 for what is missing.
  private var lowest: SemVer {
    SemVer(major ?? 0, minor ?? 0, patch ?? 0, prerelease: prerelease)
  }

  /// Below everything that belongs to `version`, its pre-releases included.
  private static func below(_ version: SemVer) -> VersionComparator {
    VersionComparator(.less, SemVer(version.major, version.minor, version.patch, prerelease: ["0"]))
  }

  /// What no version passes.
  private static let nothing = [below(SemVer(0, 0, 0))]

  /// What comes after all that the given parts cover; nil where all three are given.
  private var afterWildcard: SemVer? {
    guard let major else { return nil }
    guard let minor else { return SemVer(major + 1, 0, 0) }
    return patch == nil ? SemVer(major, minor + 1, 0) : nil
  }

  /// `1.2.3`, `1.2`, `1.x`, `*`.
  var exactly: [VersionComparator] {
    guard major != nil else { return [] }
    guard let after = afterWildcard else { return [VersionComparator(.equal, lowest)] }
    return [VersionComparator(.atLeast, lowest), Self.below(after)]
  }

  /// `^1.2.3`: the leftmost number that is not zero stays.
  var caret: [VersionComparator] {
    guard let major else { return [] }
    let upper: SemVer
    if major > 0 || minor == nil {
      upper = SemVer(major + 1, 0, 0)
    } else if minor != 0 || patch == nil {
      upper = SemVer(0, (minor ?? 0) + 1, 0)
    } else {
      upper = SemVer(0, 0, (patch ?? 0) + 1)
    }
    return [VersionComparator(.atLeast, lowest), Self.below(upper)]
  }

  /// `~1.2.3`: the minor number stays where it is given, else the major one.
  var tilde: [VersionComparator] {
    guard let major else { return [] }
    let upper = minor.map { SemVer(major, $0 + 1, 0) } ?? SemVer(major + 1, 0, 0)
    return [VersionComparator(.atLeast, lowest), Self.below(upper)]
  }

  /// `>1.2` begins behind all of 1.2.
  var greater: [VersionComparator] {
    guard major != nil else { return Self.nothing }
    if let after = afterWildcard { return [VersionComparator(.atLeast, after)] }
    return [VersionComparator(.greater, lowest)]
  }

  /// `>=1.2` begins with 1.2.0.
  var atLeast: [VersionComparator] {
    major == nil ? [] : [VersionComparator(.atLeast, lowest)]
  }

  /// `<1.2` ends before 1.2.0 and its pre-releases.
  var less: [VersionComparator] {
    guard major != nil else { return Self.nothing }
    return afterWildcard == nil ? [VersionComparator(.less, lowest)] : [Self.below(lowest)]
  }

  /// `<=1.2` ends with the last 1.2.
  var atMost: [VersionComparator] {
    guard major != nil else { return [] }
    if let after = afterWildcard { return [Self.below(after)] }
    return [VersionComparator(.atMost, lowest)]
  }
}

import SourceCore

/// A version number by Semantic Versioning 2.0.0.
public struct SemVer: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Raised by a change that breaks what others rely on.
  public let major: Int
  /// Raised by a change that adds.
  public let minor: Int
  /// Raised by every other change.
  public let patch: Int
  /// Identifiers behind `-`; empty for a release.
  public let prerelease: [String]
  /// Identifiers behind `+`; they do not count when versions are compared.
  public let build: [String]

  /// The largest number that may stand between the dots, as in npm: 2⁵³ − 1.
  static let numberLimit = (1 << 53) - 1

  /// Makes a version from its parts; the identifiers must be valid.
  public init(
    _ major: Int, _ minor: Int, _ patch: Int, prerelease: [String] = [], build: [String] = []
  ) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.prerelease = prerelease
    self.build = build
  }

  /// Reads exactly what Semantic Versioning allows; nil for anything else, `v1.2.3` included.
  public init?(_ text: some StringProtocol) {
    guard let version = try? SemVer(parsing: text) else { return nil }
    self = version
  }

  /// Reads a version and says what is wrong with a text that is none.
  public init(parsing text: some StringProtocol) throws(IdentifierError) {
    var scanner = VersionScanner(text)
    let (major, minor, patch) = try scanner.core()
    let (prerelease, build) = try scanner.qualifiers()
    try scanner.end()
    self.init(major, minor, patch, prerelease: prerelease, build: build)
  }

  /// Reads a calendar version: `2026.1` and `2026.01` are 2026.1.0, `2026.1.2` is itself.
  public init?(calver text: some StringProtocol) {
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...15).contains(part.utf8.count), Self.isNumber(String(part)),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    if numbers.count == 2 { numbers.append(0) }
    self.init(
      "\(numbers[0]).\(numbers[1]).\(numbers[2])" + String(text.dropFirst(core.count)))
  }

  /// The version as it is written.
  public var description: String {
    var text = "\(major).\(minor).\(patch)"
    if !prerelease.isEmpty { text += "-" + prerelease.joined(separator: ".") }
    if !build.isEmpty { text += "+" + build.joined(separator: ".") }
    return text
  }

  /// Whether it has identifiers behind `-`.
  public var isPrerelease: Bool { !prerelease.isEmpty }

  /// The version without what stands behind `-` and `+`.
  public var core: SemVer { SemVer(major, minor, patch) }

  /// The next major version.
  public var nextMajor: SemVer { SemVer(major + 1, 0, 0) }
  /// The next minor version.
  public var nextMinor: SemVer { SemVer(major, minor + 1, 0) }
  /// The next patch version.
  public var nextPatch: SemVer { SemVer(major, minor, patch + 1) }

  /// Negative, zero or positive as this version comes before, with or after the other one.
  public func precedence(to other: SemVer) -> Int {
    for (a, b) in [(major, other.major), (minor, other.minor), (patch, other.patch)] where a != b {
      return a < b ? -1 : 1
    }
    if prerelease.isEmpty || other.prerelease.isEmpty {
      // A release comes after all of its pre-releases.
      return prerelease.isEmpty == other.prerelease.isEmpty ? 0 : prerelease.isEmpty ? 1 : -1
    }
    for (a, b) in zip(prerelease, other.prerelease) where a != b { return Self.compare(a, b) }
    return (prerelease.count - other.prerelease.count).signum()
  }

  /// Orders by precedence; of two versions that differ only behind `+`, bytewise.
  public static func < (a: SemVer, b: SemVer) -> Bool {
    let order = a.precedence(to: b)
    if order != 0 { return order < 0 }
    return a.build.joined(separator: ".").precedesBytewise(
      b.build.joined(separator: "."))
  }

  /// Compares two different pre-release identifiers: numbers come before words.
  private static func compare(_ a: String, _ b: String) -> Int {
    switch (isNumber(a), isNumber(b)) {
    case (true, true):
      // Without leading zeros, the longer number is the larger one.
      if a.utf8.count != b.utf8.count { return a.utf8.count < b.utf8.count ? -1 : 1 }
      return a.precedesBytewise(b) ? -1 : 1
    case (true, false): return -1
    case (false, true): return 1
    case (false, false): return a.precedesBytewise(b) ? -1 : 1
    }
  }

  static func isNumber(_ identifier: String) -> Bool {
    identifier.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}

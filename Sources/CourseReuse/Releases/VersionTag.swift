import SourceCore
import Identifiers

/// A tag's name read as a version: `vV`, `V` or `<course id>/vV`.
struct VersionTag {
  /// The tag's name.
  let name: String
  /// What stands before the last slash; nil where there is none.
  let course: String?
  /// The version as written, without `v`.
  let text: Substring

  /// Reads a name; nil where it does not look like a version at all.
  ///
  /// `2016-06` and `v9.3.0rc` are no semantic versions, but a person takes them for versions; so
  /// they are told with the others that are no release.
  init?(_ name: String) {
    self.name = name
    var rest = name[...]
    if let slash = name.lastIndex(of: "/") {
      course = String(name[..<slash])
      rest = name[name.index(after: slash)...]
    } else {
      course = nil
    }
    if rest.first == "v" || rest.first == "V" { rest = rest.dropFirst() }
    guard let first = rest.utf8.first, first >= 0x30 && first <= 0x39 else { return nil }
    text = rest
  }

  /// The version it names in a course that counts by semantic or by calendar versions.
  func version(isCalendar: Bool) -> SemVer? {
    SemVer(text) ?? (isCalendar ? SemVer(calver: text) : nil)
  }

  /// Orders as a person would list them: by the numbers in them.
  static func precedes(_ a: VersionTag, _ b: VersionTag) -> Bool {
    let (x, y) = (a.sortKey, b.sortKey)
    for (m, n) in zip(x.numbers, y.numbers) where m != n { return m < n }
    if x.numbers.count != y.numbers.count { return x.numbers.count < y.numbers.count }
    // 9.5.0-rc.1 comes before 9.5.0.
    if x.suffix.isEmpty != y.suffix.isEmpty { return y.suffix.isEmpty }
    return a.name.precedesBytewise(b.name)
  }

  private var sortKey: (numbers: [Int], suffix: Substring) {
    let core = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return (core.split(separator: ".").map { Int($0) ?? .max }, text.dropFirst(core.count))
  }
}

import Identifiers

/// Checks version numbers, and finds the one that was meant.
enum VersionCheck {
  static func semantic(_ text: String) -> ValueFormat.Failure? {
    do {
      _ = try SemVer(parsing: text)
      return nil
    } catch {
      // A year in front is no mistake of a person who counts by the calendar.
      let isYear = text.prefix { $0.isNumber }.count == 4
      let meant = completed(text)
      var help = error.help
      if let meant {
        help =
          isYear
          ? "write \(meant), or add `versioning: calver` and write \"\(text)\" in quotes"
          : "write \(meant)"
      }
      return ValueFormat.Failure(
        reason: error.message, help: help, meant: meant, isCertain: meant != nil && !isYear)
    }
  }

  static func calendar(_ text: String) -> ValueFormat.Failure? {
    guard SemVer(calver: text) == nil else { return nil }
    return ValueFormat.Failure(
      reason: nil, help: "write the year, a dot and a number, such as \"2026.1\"")
  }

  /// `v1.2` as 1.2.0: without the `v`, and with three numbers.
  private static func completed(_ text: String) -> String? {
    let bare = text.first == "v" || text.first == "V" ? text.dropFirst() : text[...]
    let core = bare.prefix { $0 != "-" && $0 != "+" }
    var numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    while numbers.count < 3 { numbers.append("0") }
    let version = numbers.joined(separator: ".") + bare.dropFirst(core.count)
    return SemVer(version) == nil ? nil : version
  }
}

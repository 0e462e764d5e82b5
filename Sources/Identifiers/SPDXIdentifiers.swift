import SourceCore

/// Looks ids of the SPDX License List up, whatever their case.
public enum SPDXIdentifiers {
  /// The licence id in SPDX's spelling; nil where the list has none.
  public static func license(_ text: some StringProtocol) -> String? {
    licenses[asciiLowercased(text)]
  }

  /// The exception id in SPDX's spelling; nil where the list has none.
  public static func exception(_ text: some StringProtocol) -> String? {
    exceptions[asciiLowercased(text)]
  }

  /// Whether SPDX has replaced this id by another one.
  public static func isDeprecated(_ id: String) -> Bool { deprecated.contains(id) }

  /// All licence ids that are not deprecated, sorted.
  public static let current: [String] = words(SPDXLicenseList.licenses).map { String($0) }

  /// Version of the SPDX License List.
  public static var listVersion: String { SPDXLicenseList.version }

  private static let deprecated = Set(words(SPDXLicenseList.deprecated).map { String($0) })
  private static let licenses = byLowerCase(
    words(SPDXLicenseList.licenses) + words(SPDXLicenseList.deprecated))
  private static let exceptions = byLowerCase(words(SPDXLicenseList.exceptions))

  private static func words(_ list: String) -> [Substring] {
    list.split { $0 == " " || $0 == "\n" }
  }

  private static func byLowerCase(_ ids: [Substring]) -> [String: String] {
    Dictionary(ids.map { (asciiLowercased($0), String($0)) }) { first, _ in first }
  }
}

/// Where a licence can be read.
enum LicenceAddress {
  /// The page of a licence in SPDX's list, or the one that explains it in a language; nil for one
  /// that is in no list.
  static func of(_ id: String, language: String) -> String? {
    guard !id.hasPrefix("LicenseRef-"), !id.hasPrefix("DocumentRef-") else { return nil }
    let deed = language == "en" ? "" : "deed.\(language)"
    if id == "CC0-1.0" { return "https://creativecommons.org/publicdomain/zero/1.0/" + deed }
    let parts = id.split(separator: "-")
    if parts.first == "CC", parts.count >= 3, parts.last == "4.0" {
      let kind = parts[1..<(parts.count - 1)].joined(separator: "-").lowercased()
      return "https://creativecommons.org/licenses/\(kind)/4.0/" + deed
    }
    return "https://spdx.org/licenses/\(id).html"
  }
}

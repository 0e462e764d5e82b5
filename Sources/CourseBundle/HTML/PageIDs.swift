/// The ids of one page: each is given once, and those of the site itself are kept free.
struct PageIDs {
  private var taken: Set<String> = []
  private var numbers: [String: Int] = [:]

  /// What ids of the site itself start with.
  static let prefix = "academy-"

  /// The id an author asked for; nil where it is taken or no id at all.
  mutating func claim(_ id: String) -> String? {
    guard !id.isEmpty, !id.hasPrefix(Self.prefix), id.utf8.count <= 500,
      !Self.hasSpace(id),
      taken.insert(id).inserted
    else { return nil }
    return id
  }

  private static func hasSpace(_ id: String) -> Bool {
    if id.utf8.allSatisfy({ (0x21...0x7F).contains($0) }) { return false }
    return id.unicodeScalars.contains {
      $0.value < 0x21 || ($0.value > 0x7F && $0.properties.isWhitespace)
    }
  }

  /// A new id for something of the site itself.
  mutating func make(_ kind: String) -> String {
    let number = numbers[kind, default: 0] + 1
    numbers[kind] = number
    return "\(Self.prefix)\(kind)-\(number)"
  }
}

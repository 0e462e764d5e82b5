import SourceCore

/// The names that markdownlint's comments and configuration files use for rules.
///
/// A set of rules is a number with a bit for each: bit 13 is MD013.
public enum MarkdownNames {
  /// Every rule that markdownlint may have, those that are not known here too.
  public static let all = UInt64.max

  /// The bit of a rule by its MD number; nil for another name.
  public static func bit(alias: String?) -> UInt64? {
    guard let alias, alias.utf8.count == 5, alias.utf8.starts(with: "MD".utf8),
      let number = UInt64(String(alias.utf8.dropFirst(2)) ?? ""), number < 64
    else { return nil }
    return 1 << number
  }

  /// Rules by a name in capitals: an MD number, a rule's name or a tag; nothing for another text.
  static func rules(named name: String) -> UInt64 { byName[name] ?? 0 }

  /// The rule with an MD number or a name, and those of a tag.
  public static func rules(anyCase name: some StringProtocol) -> UInt64 {
    rules(named: capitals(name))
  }

  /// Whether a key of a configuration says something: of rules, or of all that nothing is said of.
  static func isSetting(_ key: String) -> Bool {
    let name = capitals(key)
    return rules(named: name) != 0 || name == "DEFAULT"
  }

  /// Every name that is known, in the order of the rules.
  public static let known: [String] = MarkdownRules.all.map(\.info).filter { $0.alias != nil }
    .flatMap { [$0.alias ?? "", $0.name] + $0.tags }

  private static let byName: [String: UInt64] = {
    var names: [String: UInt64] = [:]
    for info in MarkdownRules.all.map(\.info) {
      guard let alias = info.alias, let bit = bit(alias: alias) else { continue }
      names[alias] = bit
      names[capitals(info.name)] = bit
      if let second = secondNames[alias] { names[second] = bit }
      for tag in info.tags { names[capitals(tag), default: 0] |= bit }
    }
    return names
  }()

  /// Rules that markdownlint has under two names.
  private static let secondNames = ["MD025": "SINGLE-H1", "MD041": "FIRST-LINE-H1"]

  static func capitals(_ text: some StringProtocol) -> String {
    var bytes = Array(text.utf8)
    for i in bytes.indices where bytes[i] >= UInt8(ascii: "a") && bytes[i] <= UInt8(ascii: "z") {
      bytes[i] &= 0xDF
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import SourceCore

/// A well-formed language tag (BCP 47, RFC 5646) in its canonical case: `pt-BR`, `zh-Hant-TW`.
public struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The tag in canonical case.
  public let description: String
  /// The language itself, lower case (`pt`).
  public let primary: String
  /// The script, capitalised (`Hant`).
  public let script: String?
  /// The region, upper case or three digits (`BR`, `419`).
  public let region: String?

  /// Reads a tag; nil for a text that is not well-formed.
  public init?(_ text: some StringProtocol) {
    guard let tag = try? LanguageTag(parsing: text) else { return nil }
    self = tag
  }

  /// Reads a tag and says what is wrong with a text that is not well-formed.
  public init(parsing text: some StringProtocol) throws(IdentifierError) {
    let whole = 0..<text.utf8.count
    if let code = Self.grandfathered[asciiLowercased(text)] {
      description = code
      primary = asciiLowercased(code.prefix { $0 != "-" })
      script = nil
      region = nil
      return
    }
    var parser = LanguageTagParser(text)
    guard parser.read() else {
      throw IdentifierError(
        "`\(text)` is no language tag", at: whole,
        help: Self.suggestion(for: text).map { "write \($0)" }
          ?? "write a code such as en, fr or pt-BR")
    }
    description = parser.canonical.joined(separator: "-")
    primary = parser.primary
    script = parser.script
    region = parser.region
  }

  /// Whether the language is one of the two-letter codes of ISO 639-1, or a longer code, which is
  /// not looked up.
  public var isKnown: Bool {
    if primary.utf8.count != 2 { return primary.utf8.count == 3 }
    return Self.twoLetterCodes.contains(primary)
  }

  /// Whether a text in this language serves where `other` is asked for: same language, and nothing
  /// in the one contradicts the other.
  public func matches(_ other: LanguageTag) -> Bool {
    primary == other.primary
      && (script == nil || other.script == nil || script == other.script)
      && (region == nil || other.region == nil || region == other.region)
  }

  /// The tag meant by a language's name or by a locale (`English`, `pt_BR.UTF-8`); nil if unsure.
  public static func suggestion(for text: some StringProtocol) -> LanguageTag? {
    let name = text.lowercased()
    if let code = names[name] { return LanguageTag(code) }
    guard name.contains("_") else { return nil }
    let locale = text.prefix { $0 != "." && $0 != "@" }
    let tag = LanguageTag(locale.split(separator: "_").joined(separator: "-"))
    return tag?.isKnown == true ? tag : nil
  }

  /// Orders bytewise.
  public static func < (a: LanguageTag, b: LanguageTag) -> Bool {
    a.description.precedesBytewise(b.description)
  }

  /// Tags from before BCP 47 that do not fit its grammar.
  private static let grandfathered: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
      "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL",
      "sgn-CH-DE",
    ].map { (asciiLowercased($0), $0) })

  private static let twoLetterCodes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy \
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg \
    li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or \
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta \
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map { String($0) })

  private static let names: [String: String] = [
    "arabic": "ar", "catalan": "ca", "chinese": "zh", "czech": "cs", "danish": "da", "dansk": "da",
    "deutsch": "de", "dutch": "nl", "english": "en", "español": "es", "espanol": "es",
    "finnish": "fi", "français": "fr", "francais": "fr", "french": "fr", "german": "de",
    "greek": "el", "hungarian": "hu", "italian": "it", "italiano": "it", "japanese": "ja",
    "nederlands": "nl", "norsk": "no", "norwegian": "no", "polish": "pl", "polski": "pl",
    "portuguese": "pt", "português": "pt", "romanian": "ro", "russian": "ru", "spanish": "es",
    "svenska": "sv", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
  ]
}

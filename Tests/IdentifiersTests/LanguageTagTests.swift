import Identifiers
import Testing

struct LanguageTagTests {
  /// Mostly the examples of RFC 5646, appendix A.
  @Test(arguments: [
    ("de", "de"), ("FR", "fr"), ("i-enochian", "i-enochian"), ("ZH-hant", "zh-Hant"),
    ("zh-cmn-hans-cn", "zh-cmn-Hans-CN"), ("sr-LATN-rs", "sr-Latn-RS"),
    ("sl-rozaj-biske", "sl-rozaj-biske"),
    ("de-CH-1901", "de-CH-1901"), ("hy-Latn-IT-arevela", "hy-Latn-IT-arevela"),
    ("es-419", "es-419"),
    ("de-CH-x-phonebk", "de-CH-x-phonebk"), ("x-whatever", "x-whatever"),
    ("en-US-u-islamcal", "en-US-u-islamcal"),
    ("zh-CN-a-myext-x-private", "zh-CN-a-myext-x-private"),
    ("pt-br", "pt-BR"), ("en-gb-OED", "en-GB-oed"),
  ])
  func wellFormed(_ text: String, _ canonical: String) {
    #expect(LanguageTag(text)?.description == canonical)
  }

  @Test(arguments: [
    "", "e", "de-419-DE", "a-DE", "ar-a-aaa-b-bbb-a-ccc", "pt_BR", "en-", "-en", "en--US",
    "english-",
    "toolonglanguage", "de-1996-1996", "x", "en-a", "élan",
  ])
  func illFormed(_ text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func parts() throws {
    let tag = try LanguageTag(parsing: "zh-hant-tw")
    #expect((tag.primary, tag.script, tag.region) == ("zh", "Hant", "TW"))
    #expect(tag.isKnown)
    #expect(LanguageTag("xx")?.isKnown == false)
    #expect(LanguageTag("english")?.isKnown == false)
  }

  @Test func suggestions() {
    #expect(LanguageTag.suggestion(for: "English")?.description == "en")
    #expect(LanguageTag.suggestion(for: "pt_BR.UTF-8")?.description == "pt-BR")
    #expect(LanguageTag.suggestion(for: "Français")?.description == "fr")
    #expect(LanguageTag.suggestion(for: "nonsense") == nil)
  }

  @Test func matching() throws {
    let pt = try LanguageTag(parsing: "pt")
    let brazil = try LanguageTag(parsing: "pt-BR")
    let portugal = try LanguageTag(parsing: "pt-PT")
    #expect(pt.matches(brazil) && brazil.matches(pt))
    #expect(!brazil.matches(portugal))
    #expect(!pt.matches(try LanguageTag(parsing: "es")))
  }

  @Test func listsMatchWhereATagOfEachDoes() {
    let tags = ["en", "en-US", "en-GB", "fr", "zh-Hant", "zh-Hans-CN", "zh-CN", "zh", "x-a"]
      .compactMap { LanguageTag($0) }
    for a in tags {
      for b in tags {
        #expect(LanguageTag.anyMatches([a], [b]) == a.matches(b), "\(a) and \(b)")
      }
    }
    #expect(!LanguageTag.anyMatches([], tags))
    #expect(LanguageTag.anyMatches(tags, [tags[3]]))
  }
}

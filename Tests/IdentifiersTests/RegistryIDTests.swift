import Identifiers
import Testing

struct RegistryIDTests {
  /// The iDs that ORCID's own documentation shows.
  @Test(arguments: [
    "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X",
  ])
  func orcid(_ id: String) {
    #expect(ORCID(id)?.description == id)
    #expect(ORCID("https://orcid.org/" + id)?.description == id)
    #expect(ORCID("orcid.org/\(id)/".lowercased())?.url == "https://orcid.org/" + id)
  }

  @Test(arguments: [
    "0000-0002-1825-0098", "0000-0002-1825-009", "0000000218250097", "0000-0002-1825-00971", "",
    "0000-0002-1694-2330", "X000-0002-1825-0097",
  ])
  func noORCID(_ text: String) {
    #expect(ORCID(text) == nil)
  }

  @Test(arguments: ["05dxps055", "02mhbdp94", "02n415q13", "052gg0110", "042nb2s44"])
  func ror(_ id: String) {
    #expect(ROR(id)?.id == id)
    #expect(ROR("https://ror.org/" + id)?.description == "https://ror.org/" + id)
  }

  @Test(arguments: ["05dxps056", "15dxps055", "05dxps05", "05dxpl055", "", "05dxps0+5"])
  func noROR(_ text: String) {
    #expect(ROR(text) == nil)
  }

  @Test func nearMatches() {
    #expect(NearMatch.distance("titel", "title") == 1)
    #expect(NearMatch.distance("ca", "abc") == 3)
    #expect(NearMatch.distance("", "abc") == 3)
    let keys = ["title", "teaching", "exercises", "license", "level"]
    #expect(NearMatch.best(for: "titel", among: keys) == "title")
    #expect(NearMatch.best(for: "Licence", among: keys) == "license")
    #expect(NearMatch.best(for: "exercise", among: keys) == "exercises")
    #expect(NearMatch.best(for: "LEVEL", among: keys) == "level")
    #expect(NearMatch.best(for: "keywords", among: keys) == nil)
    #expect(NearMatch.best(for: "x", among: ["y"]) == nil)
  }
}

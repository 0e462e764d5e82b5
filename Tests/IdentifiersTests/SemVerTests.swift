import Identifiers
import TestSupport
import Testing

struct SemVerTests {
  /// The order given as an example in item 11 of semver.org.
  @Test func precedenceOfTheSpecification() throws {
    let ordered = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
      "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "2.1.0", "2.1.1",
    ]
    let versions = try ordered.map { try #require(SemVer($0)) }
    var random = SeededGenerator(seed: TestSeed.of("versions"))
    #expect(versions.shuffled(using: &random).sorted() == versions)
    for (a, b) in zip(versions, versions.dropFirst()) {
      #expect(a < b)
      #expect(!(b < a))
    }
  }

  @Test(arguments: [
    "0.0.4", "1.2.3", "10.20.30", "1.1.2-prerelease+meta", "1.1.2+meta", "1.1.2+meta-valid",
    "1.0.0-alpha", "1.0.0-alpha.beta.1", "1.0.0-alpha0.valid", "1.0.0-alpha.0valid",
    "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay", "1.0.0-rc.1+build.123",
    "1.2.3-SNAPSHOT-123", "2.0.0+build.1848", "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
    "1.2.3----RC-SNAPSHOT.12.9.1--.12", "1.0.0-0A.is.legal", "1.1.0-dev",
    "1.0.0-99999999999999999999999",
  ])
  func valid(_ text: String) {
    #expect(SemVer(text)?.description == text)
  }

  @Test(arguments: [
    "", "1", "1.2", "1.2.3-0123", "1.2.3-0123.0123", "1.1.2+.123", "+invalid", "-invalid", "alpha",
    "1.0.0-alpha_beta", "1.0.0-alpha..", "01.1.1", "1.01.1", "1.1.01", "1.2.3.DEV", "1.2-SNAPSHOT",
    "1.2.31.2.3", "-1.0.3", "1.2.3-", "1.2.3+", "v1.2.3", " 1.2.3", "1.2.3 ", "1..3",
    "99999999999999999999999.1.1", "1.2.3+a+b",
  ])
  func invalid(_ text: String) {
    #expect(SemVer(text) == nil)
  }

  @Test func errorsSayWhatToDo() {
    #expect(error("1.2")?.help == "write 1.2.0")
    #expect(error("1.2-dev")?.message == "a version needs three numbers")
    #expect(error("v1.2.3")?.help == "leave out the `v`")
    #expect(error("1.02.3")?.range == 2..<4)
    #expect(error("1.02.3")?.help == "write 2")
    #expect(error("1.2.3.4")?.range == 5..<7)
  }

  private func error(_ text: String) -> IdentifierError? {
    do throws(IdentifierError) {
      _ = try SemVer(parsing: text)
      return nil
    } catch { return error }
  }

  @Test func buildDoesNotCountInPrecedence() throws {
    let a = try #require(SemVer("1.0.0+a"))
    let b = try #require(SemVer("1.0.0+b"))
    #expect(a.precedence(to: b) == 0)
    #expect(a != b)
    #expect(a < b)
  }

  @Test func calendarVersions() {
    #expect(SemVer(calver: "2026.1") == SemVer(2026, 1, 0))
    #expect(SemVer(calver: "2026.01") == SemVer(2026, 1, 0))
    #expect(SemVer(calver: "2026.11.3") == SemVer(2026, 11, 3))
    #expect(SemVer(calver: "2026.1-dev")?.description == "2026.1.0-dev")
    for text in ["26.1", "2026", "2026.", "2026.1.2.3", "2026.x", "", "2026.1-"] {
      #expect(SemVer(calver: text) == nil, "\(text)")
    }
  }

  @Test func nextVersions() {
    let version = SemVer(1, 2, 3, prerelease: ["dev"])
    #expect(version.nextMajor == SemVer(2, 0, 0))
    #expect(version.nextMinor == SemVer(1, 3, 0))
    #expect(version.nextPatch == SemVer(1, 2, 4))
    #expect(version.core == SemVer(1, 2, 3))
  }
}

import Identifiers
import Testing

struct VersionRangeTests {
  /// npm's documented cases: the range, versions in it, versions outside.
  @Test(arguments: [
    ("1.2.3", "1.2.3 1.2.3+b", "1.2.4 1.2.2 1.2.3-beta"),
    ("=1.2.3", "1.2.3", "1.2.4"),
    ("v1.2.3", "1.2.3", "1.2.4"),
    (">=1.2.7", "1.2.7 1.2.8 2.5.3 1.3.9", "1.2.6 1.1.0"),
    (">=1.2.7 <1.3.0", "1.2.7 1.2.8 1.2.99", "1.2.6 1.3.0 1.1.0"),
    ("1.2.7 || >=1.2.9 <2.0.0", "1.2.7 1.2.9 1.4.6", "1.2.8 2.0.0"),
    (">1.2.3-alpha.3", "1.2.3-alpha.7 3.4.5 1.2.3", "3.4.5-alpha.9 1.2.3-alpha.3 1.2.3-alpha.2"),
    ("1.2.3 - 2.3.4", "1.2.3 2.3.4 2.0.0", "1.2.2 2.3.5"),
    ("1.2 - 2.3.4", "1.2.0 2.3.4", "1.1.9 2.3.5"),
    ("1.2.3 - 2.3", "1.2.3 2.3.99", "2.4.0 2.4.0-0"),
    ("1.2.3 - 2", "2.99.99", "3.0.0 3.0.0-0"),
    ("*", "0.0.0 9.9.9", "1.0.0-alpha"),
    ("", "0.0.0 9.9.9", "1.0.0-alpha"),
    ("1.x", "1.0.0 1.99.0", "2.0.0 0.9.9 2.0.0-0"),
    ("1.2.x", "1.2.0 1.2.99", "1.3.0 1.1.9"),
    ("1.2.*", "1.2.0 1.2.99", "1.3.0"),
    ("1", "1.0.0 1.9.9", "2.0.0"),
    ("1.2", "1.2.0 1.2.9", "1.3.0"),
    ("X", "4.5.6", "4.5.6-a"),
    ("~1.2.3", "1.2.3 1.2.99", "1.3.0 1.2.2 1.3.0-0"),
    ("~1.2", "1.2.0 1.2.99", "1.3.0"),
    ("~1", "1.0.0 1.99.0", "2.0.0"),
    ("~0.2.3", "0.2.3 0.2.9", "0.3.0"),
    ("~0.2", "0.2.0", "0.3.0"),
    ("~0", "0.0.1 0.9.0", "1.0.0"),
    ("~1.2.3-beta.2", "1.2.3-beta.2 1.2.3-beta.4 1.2.9", "1.2.4-beta.2 1.2.3-beta.1"),
    ("~> 1.2.3", "1.2.4", "1.3.0"),
    ("^1.2.3", "1.2.3 1.9.0", "2.0.0 1.2.2 2.0.0-0 1.9.0-a"),
    ("^0.2.3", "0.2.3 0.2.9", "0.3.0"),
    ("^0.0.3", "0.0.3", "0.0.4 0.0.2"),
    ("^1.2.3-beta.2", "1.2.3-beta.2 1.2.3-beta.4 1.2.3 1.8.1", "1.2.4-beta.2 1.2.3-beta.1 2.0.0"),
    ("^0.0.3-beta", "0.0.3-beta 0.0.3-pr.2 0.0.3", "0.0.4"),
    ("^1.2.x", "1.2.0 1.9.9", "2.0.0 1.1.0"),
    ("^0.0.x", "0.0.0 0.0.9", "0.1.0"),
    ("^0.0", "0.0.0 0.0.9", "0.1.0"),
    ("^1.x", "1.0.0", "2.0.0"),
    ("^0.x", "0.0.0 0.9.0", "1.0.0"),
    ("^1.2", "1.2.0 1.3.5", "1.1.9 2.0.0"),
    (">1.2", "1.3.0 2.0.0", "1.2.9 1.2.0"),
    (">1", "2.0.0", "1.9.9"),
    (">=1.2", "1.2.0 2.0.0", "1.1.9"),
    ("<1.2", "1.1.9 0.0.1", "1.2.0 1.2.0-beta"),
    ("<=1.2", "1.2.9 0.1.0", "1.3.0"),
    ("<=2", "2.9.9", "3.0.0"),
    (">= 1.2  < 2", "1.2.0 1.9.9", "2.0.0 1.1.0"),
    ("<*", "", "0.0.0 1.0.0"),
    (">*", "", "0.0.0 1.0.0"),
    (">=*", "0.0.0 1.0.0", "1.0.0-a"),
    ("^1 || ^3", "1.5.0 3.0.1", "2.0.0 4.0.0"),
    ("||", "1.3.4", ""),
    ("1.2.x-beta", "1.2.0 1.2.9", "1.2.0-beta 1.3.0"),
    (">1.2.3-rc.1 <1.2.4-0", "1.2.3 1.2.3-rc.2", "1.2.4 1.2.4-1"),
  ])
  func contains(_ range: String, _ inside: String, _ outside: String) throws {
    let parsed = try VersionRange(parsing: range)
    for text in inside.split(separator: " ") {
      #expect(parsed.contains(try #require(SemVer(text))), "\(range) should hold \(text)")
    }
    for text in outside.split(separator: " ") {
      #expect(!parsed.contains(try #require(SemVer(text))), "\(range) should not hold \(text)")
    }
  }

  @Test(arguments: [
    ("latest", 0..<1), ("^1.2.3.4", 6..<8), ("1.2 | 1.3", 4..<5), ("^01.2", 1..<3),
    (">=1.2-beta", 2..<10), ("1.2 -", 4..<5), (">>1", 0..<2), ("^1.2 foo", 5..<6), ("1.", 2..<2),
  ])
  func errors(_ text: String, _ range: Range<Int>) {
    do throws(IdentifierError) {
      _ = try VersionRange(parsing: text)
      Issue.record("\(text) should be no range")
    } catch {
      #expect(error.range == range, "\(text): \(error.message)")
    }
  }

  @Test func highest() throws {
    let versions = ["1.0.0", "1.3.0", "1.2.0", "2.0.0", "1.9.0-rc.1"].compactMap { SemVer($0) }
    #expect(VersionRange("^1")?.highest(in: versions) == SemVer(1, 3, 0))
    #expect(VersionRange("^3")?.highest(in: versions) == nil)
    #expect(VersionRange(" ^1.2   <2 ")?.description == "^1.2 <2")
  }

  @Test(arguments: [
    ("^2.0", "1.9.9", true), ("^2.0", "2.0.0-dev", false), (">1.4.0", "1.4.0", true),
    ("2.1.0", "2.0.0", true), ("^1 || ^3", "2.0.0", false), ("<3", "1.0.0", false),
    ("*", "1.0.0", false),
  ]) func startsAbove(_ range: String, _ version: String, _ expected: Bool) throws {
    let range = try #require(VersionRange(range))
    let known = try #require(SemVer(version))
    #expect(range.startsAbove(known) == expected)
  }
}

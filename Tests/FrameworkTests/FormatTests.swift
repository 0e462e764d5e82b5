import Testing

@testable import Framework

@Suite struct FormatTests {
  @Test(
    "Texts of a format",
    arguments: [
      (ValueFormat.semver, "1.2.3-dev"), (.calver, "2026.1"), (.calver, "2026.01.2"),
      (.npmRange, "^1.2 || ~2"), (.npmRange, "*"), (.spdxExpression, "CC-BY-4.0 AND MIT"),
      (.bcp47, "zh-Hant"), (.email, "a.b+c@example.org"), (.uri, "https://example.org/a?b#c"),
      (.uri, "mailto:a@example.org"), (.uri, "http://localhost:8080/"), (.date, "2024-02-29"),
      (.orcid, "0000-0002-1825-0097"), (.orcid, "https://orcid.org/0000-0002-1825-0097"),
      (.ror, "https://ror.org/05dxps055"), (.repoPath, "episodes/01-a b.md"), (.repoPath, "./a.md"),
      (.courseID, "insee/git-101"), (.lessonID, "track_changes"), (.lessonID, "Données"),
    ])
  func good(format: ValueFormat, text: String) {
    #expect(format.failure(of: text) == nil)
  }

  @Test(
    "Texts of no format, and what was meant",
    arguments: [
      (ValueFormat.semver, "1.2", "1.2.0"), (.semver, "one", nil), (.calver, "26.1", nil),
      (.npmRange, "latest", nil), (.spdxExpression, "CC-BY 4.0", "CC-BY-4.0"),
      (.bcp47, "English", "en"), (.bcp47, "xx", nil), (.email, "a@b", nil),
      (.email, "mailto:a@example.org", "a@example.org"), (.email, "a b@example.org", nil),
      (.uri, "example.org/a", "https://example.org/a"), (.uri, "https://", nil),
      (.uri, "see the web", nil), (.date, "2026-02-29", nil), (.date, "1.2.2026", nil),
      (.orcid, "0000-0002-1825-0098", nil), (.ror, "05dxps056", nil), (.repoPath, "../a.md", nil),
      (.repoPath, "a\\b.md", "a/b.md"), (.repoPath, "/a.md", "a.md"), (.repoPath, "", nil),
      (.courseID, "Insee/Git 101", "insee/git-101"), (.courseID, "git", nil),
      (.courseID, "a/b/c", nil), (.courseID, "a/-b", "a/b"), (.lessonID, "my lesson", "my-lesson"),
      (.lessonID, "", nil), (.lessonID, "-", nil),
    ] as [(ValueFormat, String, String?)])
  func bad(format: ValueFormat, text: String, meant: String?) throws {
    let failure = try #require(format.failure(of: text))
    #expect(failure.meant == meant)
    if let meant { #expect(format.failure(of: meant) == nil) }
  }
}

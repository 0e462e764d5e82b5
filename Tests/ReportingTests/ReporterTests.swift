import Foundation
import Reporting
import SourceCore
import Testing

/// The reports for other programs, each beside a golden file.
struct ReporterTests {
  private static let summary = RunSummary(filesChecked: 1, courses: ["office/course"])

  private static func reporter(_ name: String, _ rules: [String: RuleInfo]) -> any Reporter {
    switch name {
    case "jsonl": JSONLinesReporter()
    case "rdjson": RDJSONReporter()
    case "sarif": SARIFReporter(rules: rules, version: "1.2.3")
    case "github": GitHubReporter()
    case "gitlab": GitLabReporter()
    case "junit": JUnitReporter()
    default: MarkdownReporter(rules: rules)
    }
  }

  static let names = ["jsonl", "rdjson", "sarif", "github", "gitlab", "junit", "markdown"]

  @Test(arguments: names)
  func lesson(_ name: String) throws {
    let sample = Sample.lesson
    let bytes = Self.reporter(name, sample.rules).report(sample.finished, summary: Self.summary)
    try Golden.check(String(decoding: bytes, as: UTF8.self), "lesson.\(name)")
  }

  @Test(arguments: names)
  func nothingFound(_ name: String) throws {
    let bytes = Self.reporter(name, [:]).report([], summary: Self.summary)
    #expect(bytes.last == 0x0A)
    if ["rdjson", "sarif", "gitlab"].contains(name) {
      _ = try JSONSerialization.jsonObject(with: Data(bytes))
    }
  }

  @Test(arguments: ["rdjson", "sarif", "gitlab"])
  func anotherReaderUnderstandsIt(_ name: String) throws {
    for sample in [Sample.lesson, Sample.course] {
      let bytes = Self.reporter(name, sample.rules).report(sample.finished, summary: Self.summary)
      _ = try JSONSerialization.jsonObject(with: Data(bytes))
    }
  }

  @Test func eachLineOfJSONLinesIsOneObject() throws {
    let diagnostics = Sample.course.finished
    let bytes = JSONLinesReporter().report(diagnostics, summary: Self.summary)
    let lines = bytes.split(separator: 0x0A)
    #expect(lines.count == diagnostics.count + 1)
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any])
    }
  }

  @Test func fingerprintsOfGitLabAreUnique() throws {
    let bytes = GitLabReporter().report(Sample.course.finished, summary: Self.summary)
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
    let names = try #require(root).compactMap { $0["fingerprint"] as? String }
    #expect(Set(names).count == names.count)
    #expect(names.count == Sample.course.finished.count)
  }

  @Test func gitHubKeepsTenOfEachLevelAndTheRestIsListed() {
    let diagnostics = Sample.course.finished
    let text = String(
      decoding: GitHubReporter().report(diagnostics, summary: Self.summary), as: UTF8.self)
    let lines = text.split(separator: "\n")
    var expected = 0
    for (severity, command) in [
      (Severity.error, "error"), (.warning, "warning"), (.note, "notice"),
    ] {
      let found = diagnostics.count { $0.severity == severity }
      let kept = min(found, GitHubReporter.limit)
      #expect(lines.count { $0.hasPrefix("::\(command) ") } == kept)
      expected += found - kept
    }
    #expect(lines.count { $0.hasPrefix("- ") } == expected)
  }

  /// A lesson's text cannot give GitHub's runner an order.
  @Test func noTextIsACommand() {
    var sample = Sample()
    let path = "::add-mask::x.md"
    let text = "::error::forged ##[group]x 100%\n"
    sample.add("a/b", .error, path, text, "forged", "a `,:%`\n::warning::two\r##[error]three")
    let diagnostics = sample.finished
    let out = String(
      decoding: GitHubReporter().report(diagnostics, summary: Self.summary), as: UTF8.self)
    let lines = out.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(
      lines[0]
        == "::error file=%3A%3Aadd-mask%3A%3Ax.md,line=1,endLine=1,col=10,endColumn=16,title=a/b::a `,:%25`%0A::warning::two%0D## [error]three"
    )
    let report = TextReporter().report(diagnostics, summary: Self.summary, rules: sample.rules)
    let inert = GitHubReporter.inert(report)
    #expect(!inert.contains("##["))
    #expect(!inert.split(separator: "\n").contains { $0.hasPrefix("::") })
    #expect(inert.hasPrefix("- ::add-mask"))
  }

  @Test func xmlHoldsNoControlCharacters() {
    for sample in [Sample.lesson, Sample.course] {
      let bytes = JUnitReporter().report(sample.finished, summary: Self.summary)
      #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
      #expect(XMLCount.elements(bytes)["testcase"] == sample.finished.count)
    }
  }

  @Test func markupOfALessonIsPlainInTheSummary() {
    var sample = Sample()
    sample.add("a/b", .error, "a|b.md", "x\n", "x", "<img src=x> | [a](b) and `<b>|` *c*")
    let text = String(
      decoding: MarkdownReporter(rules: [:]).report(sample.finished, summary: Self.summary),
      as: UTF8.self)
    #expect(!text.contains("<img"))
    #expect(!text.contains("[a]"))
    #expect(text.contains("<code>&#60;b&#62;&#124;</code>"))
  }

  /// Counts columns of a fix in bytes where reviewdog wants them, in scalars where SARIF does.
  @Test func placesOfFixesAreInTheirReportsUnits() throws {
    var sample = Sample()
    sample.add("a/b", .warning, "a.md", "x\né TODO y\n", "TODO", "a", fix: "remove it")
    let diagnostics = sample.finished
    let rdjson = String(
      decoding: RDJSONReporter().report(diagnostics, summary: Self.summary), as: UTF8.self)
    let range = "{\"start\":{\"line\":2,\"column\":4},\"end\":{\"line\":2,\"column\":8}}"
    let plain = rdjson.filter { $0 != " " && $0 != "\n" }
    #expect(plain.components(separatedBy: range).count == 3)
    let sarif = String(
      decoding: SARIFReporter(rules: [:], version: "1.0.0").report(
        diagnostics, summary: Self.summary), as: UTF8.self
    ).filter { $0 != " " && $0 != "\n" }
    let region = "{\"startLine\":2,\"startColumn\":3,\"endLine\":2,\"endColumn\":7}"
    #expect(sarif.components(separatedBy: region).count == 3)
  }
}

/// Foundation's XML is another library here; elements are counted by their names.
private enum XMLCount {
  static func elements(_ bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for part in String(decoding: bytes, as: UTF8.self).split(separator: "<").dropFirst() {
      counts[String(part.prefix { $0.isLetter }), default: 0] += 1
    }
    return counts
  }
}

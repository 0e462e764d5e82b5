import CourseLint
import CourseModel
import Markdown
import SourceCore
import StructuredData
import TestSupport
import Testing

/// `markdown/pandoc-differs` against what Debian's pandoc makes of the same text.
struct PandocCaseTests {
  struct Case: Sendable {
    let markdown: String
    let html: String
  }

  /// Written by `scripts/pandoc-cases`.
  static let cases: [Case] = {
    let path = RuleListTests.root + "/Tests/Samples/pandoc/cases.json"
    guard let bytes = try? Files.read(path) else { return [] }
    return (JSONParser.parse(bytes).root?["cases"]?.array ?? []).map {
      Case(markdown: $0["markdown"]?.string ?? "", html: $0["html"]?.string ?? "")
    }
  }()

  @Test func thereAreCasesOfBothKinds() throws {
    let found = Self.cases.map { !Self.findings($0.markdown).isEmpty }
    #expect(found.count { $0 } >= 30)
    #expect(found.count { !$0 } >= 30)
  }

  /// Told where the two renderings differ, and nowhere else.
  @Test(arguments: cases.indices) func isToldWherePandocDiffers(_ index: Int) {
    let item = Self.cases[index]
    let document = Document(
      Array(item.markdown.utf8), options: ParseOptions(dialect: .workbench))
    let ours = HTMLOutline.of(document.html())
    let theirs = HTMLOutline.of(item.html)
    let findings = Self.findings(item.markdown)
    #expect(
      (ours != theirs) == !findings.isEmpty,
      "\(item.markdown)\nours: \(ours)\ntheirs: \(theirs)\nfound: \(findings)")
  }

  /// A command may be meant for TeX; two backslashes would show it.
  @Test(arguments: [
    ("In C:\\Users\\ana.\n", [Fix.Applicability.safe, .safe]), ("See dir\\sub.\n", [.safe]),
    ("Text.\n\n\\newpage\n", [.suggestion]), ("Prices\\index{prices}.\n", [.suggestion]),
    ("\\begin{align}\na \\frac{b}{c}\n\\end{align}\n", []),
  ])
  func onlyPathsAreMendedUnseen(_ markdown: String, _ expected: [Fix.Applicability]) {
    #expect(Self.diagnostics(markdown).compactMap(\.fix?.applicability) == expected)
  }

  static func findings(_ markdown: String) -> [String] { diagnostics(markdown).map(\.message) }

  private static func diagnostics(_ markdown: String) -> [Diagnostic] {
    guard let rule = LintRules.all.first(where: { $0.info.id == "markdown/pandoc-differs" }) else {
      return []
    }
    let run = ExampleRun(rule: rule, example: .good(markdown))
    let file = Example.File(Example.lessonPath, markdown)
    return run.diagnostics([(file.path, file, Array(markdown.utf8))])
  }
}

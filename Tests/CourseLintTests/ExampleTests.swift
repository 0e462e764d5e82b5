import CourseLint
import MarkdownLint
import SourceCore
import Testing

/// Every example of every rule: exact spans, fixes, and the same in other spellings.
struct ExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: any Rule
    let number: Int
    let example: Example
    var testDescription: String { "\(rule.info.id) #\(number) \(example.isBad ? "bad" : "good")" }
  }

  static let cases: [Case] = LintRules.all.flatMap { rule in
    type(of: rule).examples.enumerated().map { Case(rule: rule, number: $0, example: $1) }
  }

  @Test(arguments: cases) func example(_ item: Case) throws {
    let run = ExampleRun(rule: item.rule, example: item.example)
    for variant in ExampleVariant.allCases {
      // The size of a page is what that rule looks at.
      if variant != .asWritten, item.rule.info.id == "source/size" { continue }
      let start = (type(of: item.rule) as? any MarkdownRule.Type)?.looksAtTheStart ?? false
      if variant == .multiBytePrefix, start { continue }
      guard let files = run.files(variant) else { continue }
      let diagnostics = run.diagnostics(files.map { ($0.path, $0.file, $0.marked.bytes) })
      #expect(
        ExampleRun.found(diagnostics) == run.expected(files),
        "\(variant): \(diagnostics.map(\.message))")
      #expect(item.example.isBad == !diagnostics.isEmpty)
      try checkFix(run, variant, files, diagnostics)
    }
  }

  private func checkFix(
    _ run: ExampleRun, _ variant: ExampleVariant,
    _ files: [(path: String, file: Example.File, marked: MarkedText)], _ diagnostics: [Diagnostic]
  ) throws {
    let first = try #require(files.first)
    let own = diagnostics.filter { $0.path == first.path }
    let fixes = own.compactMap(\.fix)
    guard let fixed = run.example.fixed else {
      #expect(fixes.isEmpty, "\(variant): the example does not show the fix")
      return
    }
    let expected = try #require(variant.apply(fixed, path: first.path))
    let result = FixApplier.apply(fixes, to: first.marked.bytes)
    #expect(result.applied == fixes.count)
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected, "\(variant)")
    var after = files.map { ($0.path, $0.file, $0.marked.bytes) }
    after[0].2 = result.bytes
    let left = run.diagnostics(after).filter { $0.path == first.path }
    #expect(left.count == own.count - fixes.count, "\(variant): \(left.map(\.message))")
    #expect(left.allSatisfy { $0.fix == nil })
  }

  @Test(arguments: cases) func wording(_ item: Case) throws {
    let run = ExampleRun(rule: item.rule, example: item.example)
    let files = try #require(run.files(.asWritten))
    for d in run.diagnostics(files.map { ($0.path, $0.file, $0.marked.bytes) }) {
      #expect(!d.message.isEmpty && !d.message.hasSuffix("."))
      #expect(d.message.utf8.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2))
      #expect(d.help?.isEmpty == false, "\(d.message)")
      #expect(d.help?.hasSuffix(".") != true)
    }
  }
}

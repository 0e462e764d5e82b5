import TestSupport
import Testing

/// What is said to who mistypes a command, an option or a rule.
@Suite struct CommandNameTests {
  @Test(arguments: [
    (["lnt"], "did you mean `academy lint`?"),
    (["reuse", "chek"], "did you mean `academy reuse check`?"),
    (["cache", "clr"], "the commands are status, clear"),
    (["lint", "--stagd"], "Did you mean '--staged'?"),
    (["explain", "links/ancor"], "`links/anchor`"),
    (["explain", "framework/placeholdr"], "`framework/placeholder`"),
  ])
  func `who mistypes is told what there is`(_ arguments: [String], _ help: String) throws {
    let outcome = try #require(ToolRunner()).run(arguments, in: "/")
    #expect(outcome.status == 2 && outcome.output == "", "\(outcome)")
    #expect(outcome.errors.contains(help), "\(outcome.errors)")
  }
}

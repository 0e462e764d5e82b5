import TestSupport
import Testing

/// `academy reuse match`, as a user runs it.
@Suite struct ReuseMatchCommandTests {
  private func match(_ arguments: String...) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    return try runner.run(["reuse", "match"] + arguments, in: "/tmp")
  }

  @Test func printsWhatIsInTheRangeAsItWasWritten() throws {
    let outcome = try match("^1.2 || 3.x", "1.1.0", "v1.2.0", "3.4.5+b", "1.9.9", "4.0.0")
    #expect(outcome.status == 0)
    #expect(outcome.output == "v1.2.0\n3.4.5+b\n1.9.9\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test func anEmptyRangeAdmitsEveryRelease() throws {
    #expect(try match("", "1.0.0", "1.0.0-rc.1").output == "1.0.0\n")
  }

  @Test func noneIsStatusOne() throws {
    let outcome = try match("^2", "1.0.0", "2.0.0-rc.1")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func aTextThatIsNoRangeIsRefused() throws {
    let outcome = try match("^1.2 | 2", "1.0.0")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "error: `^1.2 | 2` is no version range: a single `|` means nothing in a range\n"
        + "  = help: write `||` for \"or\"\n")
  }

  @Test func aTextThatIsNoVersionIsRefusedAndTheOthersPrinted() throws {
    let outcome = try match("^1", "1.0.0", "1.0", "1.4.0")
    #expect(outcome.status == 2)
    #expect(outcome.output == "1.0.0\n1.4.0\n")
    #expect(
      outcome.errors
        == "error: `1.0` is no version: a version needs three numbers\n  = help: write 1.0.0\n")
  }

  @Test func calendarVersionsCompareAsDates() throws {
    let outcome = try match(
      "--versioning", "calver", "^2026.02", "2026.1", "2026.02", "2026.11.3", "2027.1")
    #expect(outcome.output == "2026.02\n2026.11.3\n")
    #expect(try match("^2026.02", "2026.2.0").status == 2)
  }
}

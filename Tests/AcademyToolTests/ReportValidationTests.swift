import Glibc
import TestSupport
import Testing

/// Python's validators, where somebody has installed them.
private enum OutsideValidators {
  static let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  static let areReady =
    access(package + "/.build/validators/bin/sarif", X_OK) == 0
    && access(package + "/.build/validators/bin/check-jsonschema", X_OK) == 0
}

/// Reports before schemas and readers that are not ours; `scripts/validators` installs them.
@Suite(
  .enabled(
    if: OutsideValidators.areReady, "scripts/validators has not installed .build/validators"))
struct ReportValidationTests {
  @Test func reportsOfAFaultyCourseAreValid() throws {
    let tool = try #require(ToolRunner())
    let repository = try FixtureRepository()
    var files = Tool.course
    files["episodes/02-second.md"] = Tool.lesson(
      "Zweite – “später” 季", body: "See [a](no é.md)  \u{1}\n![](x.png)\n\n<b>[c](d%20e.md)</b>\n")
    files["episodes/03 & <x>.md"] = "# A\n\n\n\n* b\n*   c\n"
    for (path, text) in files { try repository.write(path, text) }
    try repository.stageAll()
    try repository.commit(message: "Begin")
    let script = ToolRunner(program: OutsideValidators.package + "/scripts/validate-reports")
    let outcome = try script.run([tool.program, repository.path], in: repository.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("findings valid"))
  }

  @Test func `golden reports are valid, and so are the files for CI`() throws {
    let script = ToolRunner(program: OutsideValidators.package + "/scripts/validate-reports")
    let outcome = try script.run([], in: OutsideValidators.package)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("findings valid"))
  }
}

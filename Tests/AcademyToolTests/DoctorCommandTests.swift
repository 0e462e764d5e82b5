import SourceCore
import TestSupport
import Testing

/// `academy doctor` says what is the matter, and what to do.
@Suite struct DoctorCommandTests {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  private func doctor(
    in folder: String, status: Int = 0, environment: [String: String] = [:]
  ) throws -> String {
    var all = ["HOME": scratch.path, "GIT_CONFIG_NOSYSTEM": "1"]
    all.merge(environment) { $1 }
    let outcome = try Tool.run("doctor", in: folder, environment: all)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.errors.isEmpty, "\(outcome)")
    return outcome.output
  }

  @Test func `a course with all it needs is well`() throws {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    try scratch.write(".gitconfig", "[user]\nname = Ada\nemail = ada@example.org\n")
    _ = try Tool.run("hook", "install", in: repository.path)
    let said = try doctor(in: repository.path + "/episodes")
    let runner = try #require(ToolRunner())
    let git =
      try ToolRunner(program: "/usr/bin/git").run(["version"], in: scratch.path).output
      .split(separator: " ").last ?? ""
    var lines = said.replacing(repository.path, with: "(here)").replacing(
      scratch.path, with: "(home)"
    ).replacing("Git \(git)", with: "Git (version)\n")
    if let real = try? ToolRunner(program: "/usr/bin/realpath").run(
      [runner.program], in: "/"
    ).output.dropLast() {
      lines = lines.replacing(real, with: "(academy)")
    }
    try GoldenOutput.check(lines, "doctor-well")
  }

  @Test func `what is missing is named, with a way out`() throws {
    let said = try doctor(in: scratch.path)
    for text in [
      "note    Git does not know who commits", "git config --global user.name",
      "is in no Git repository", "git init", "there is no course here", "academy new course",
    ] {
      #expect(said.contains(text), "\(text): \(said)")
    }
    let alone = try doctor(
      in: scratch.path, status: 1, environment: ["PATH": "/nowhere", "HOME": ""])
    #expect(alone.contains("problem there is no Git"), "\(alone)")
    #expect(alone.contains("set ACADEMY_CACHE"), "\(alone)")
    try scratch.write("file", "")
    let cacheless = try doctor(
      in: scratch.path, environment: ["ACADEMY_CACHE": scratch.path + "/file"])
    #expect(cacheless.contains("cannot be used"), "\(cacheless)")
    let old = try doctor(in: scratch.path, status: 1, environment: ["PATH": try git("1.8.3")])
    #expect(old.contains("problem Git 1.8.3 is too old"), "\(old)")
    let new = try doctor(in: scratch.path, environment: ["PATH": try git("3.0.windows.1")])
    #expect(new.contains("ok      Git 3.0.windows.1"), "\(new)")
  }

  /// A folder with a Git that says it is of some version.
  private func git(_ version: String) throws -> String {
    let folder = scratch.path + "/bin-" + version
    try Files.write("\(folder)/git", Array("#!/bin/sh\necho git version \(version)\n".utf8))
    _ = try ToolRunner(program: "/bin/chmod").run(["755", folder + "/git"], in: "/")
    return folder
  }

  @Test func `settings that cannot be read are a problem`() throws {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    try repository.write("pipeline.json", "{\"schema\": \"pipeline/1\", \"courses\": [], \"x\": 1}")
    let said = try doctor(in: repository.path, status: 1)
    #expect(said.contains("problem ") && said.contains("pipeline.json"), "\(said)")
    try repository.write("pipeline.json", "{\"schema\": \"pipeline/1\", \"courses\": []}")
    #expect(try doctor(in: repository.path).contains("pipeline.json is in order"))
  }

  @Test func `a course without a manifest, a lock that was left and a place that is not there`()
    throws
  {
    let repository = try FixtureRepository()
    try repository.write("a.md", "Text.\n")
    try repository.write(".git/index.lock", "")
    let said = try doctor(in: repository.path)
    for text in ["with no commit yet", "no course.yml", "academy adopt", "index.lock"] {
      #expect(said.contains(text), "\(text): \(said)")
    }
    let outcome = try Tool.run("doctor", "nowhere", in: repository.path)
    #expect(outcome.status == 1 && outcome.output.contains("there is no file or folder"))
    repository.remove(".git/index.lock")
    try repository.commit(["a.md": "Text.\n"])
    let bare = try repository.bareClone()
    #expect(try doctor(in: bare.path).contains("(bare)"))
  }
}

import TestSupport
import Testing

/// `academy hook` in repositories of all kinds, with the system's Git.
@Suite struct CommitHookTests {
  private let scratch: TemporaryFolder
  private let root: String

  init() throws {
    scratch = try TemporaryFolder()
    root = scratch.path + "/Städte und Löhne"
    try Files.makeFolder(root)
  }

  private func git(
    _ arguments: String..., in folder: String, failing: Bool = false
  ) throws -> ToolRunner.Outcome {
    let outcome = try ToolRunner(program: "/usr/bin/git").run(
      [
        "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c",
        "init.defaultBranch=main", "-c", "protocol.file.allow=always",
      ] + arguments,
      in: folder,
      environment: [
        "XDG_CACHE_HOME": scratch.path + "/cache", "GIT_EDITOR": "true", "HOME": scratch.path,
      ])
    #expect((outcome.status != 0) == failing, "git \(arguments): \(outcome)")
    return outcome
  }

  @discardableResult
  private func hook(
    _ command: String..., in folder: String, status: Int = 0
  ) throws -> String {
    let outcome = try #require(ToolRunner()).run(
      ["hook"] + command, in: folder, environment: ["HOME": scratch.path])
    #expect(outcome.status == status, "\(outcome)")
    return outcome.output
  }

  private static let faulty = Tool.lesson("First", body: "TODO")

  private func write(_ files: [String: String], in folder: String) throws {
    for (path, text) in files { try Files.write("\(folder)/\(path)", Array(text.utf8)) }
  }

  /// A repository with a course that is committed.
  private func course(_ name: String, committed: Bool = true) throws -> String {
    let folder = root + "/" + name
    try Files.makeFolder(folder)
    _ = try git("init", "-q", in: folder)
    try write(Tool.course, in: folder)
    if committed {
      _ = try git("add", "-A", in: folder)
      _ = try git("commit", "-qm", "Start", in: folder)
    }
    return folder
  }

  /// Commits are stopped by an error in what is staged, and by nothing else.
  private func expectGuard(_ folder: String) throws {
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    _ = try git("add", "-A", in: folder)
    let stopped = try git("commit", "-qm", "Faulty", in: folder, failing: true)
    #expect((stopped.output + stopped.errors).contains("framework/placeholder"), "\(stopped)")
    #expect(stopped.errors.contains("nothing was committed"), "\(stopped)")
    // What is only in the work tree does not count.
    try write(["episodes/01-first.md": Tool.lesson("First", body: "Said at last.")], in: folder)
    _ = try git("add", "-A", in: folder)
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    _ = try git("commit", "-qm", "Good", in: folder)
    // Git makes another index for a commit of all files, or of one.
    _ = try git("commit", "-qam", "All", in: folder, failing: true)
    _ = try git("commit", "-qm", "One", "episodes/01-first.md", in: folder, failing: true)
    _ = try git("checkout", "-q", "episodes/01-first.md", in: folder)
  }

  @Test func `a hook is installed, shown and taken away`() throws {
    let folder = try course("Löhne")
    #expect(try hook("status", in: folder, status: 1).hasPrefix("not installed: "))
    #expect(try hook("install", in: folder).hasPrefix("installed: "))
    #expect(try hook("status", in: folder + "/episodes").hasPrefix("installed: "))
    try expectGuard(folder)
    #expect(try hook("install", in: folder).hasPrefix("written anew: "))
    #expect(try hook("uninstall", in: folder).hasPrefix("removed: "))
    #expect(try hook("uninstall", in: folder).hasPrefix("no hook at "))
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    _ = try git("commit", "-qam", "Unchecked", in: folder)
  }

  @Test func `a hook that is there is run first and comes back`() throws {
    let folder = try course("Preise")
    let path = folder + "/.git/hooks/pre-commit"
    let earlier = "#!/bin/sh\necho ran >> '\(scratch.path)/ran'\n[ ! -e '\(folder)/stop' ]\n"
    try Files.write(path, Array(earlier.utf8))
    _ = try ToolRunner(program: "/bin/chmod").run(["755", path], in: folder)
    #expect(try hook("install", in: folder).contains("runs first"))
    try expectGuard(folder)
    #expect(try Files.read(scratch.path + "/ran").count == 16)
    try write(["stop": "", "index.md": "## Hello\n\nA course about prices.\n"], in: folder)
    _ = try git("commit", "-qam", "Stopped by the other", in: folder, failing: true)
    #expect(try hook("uninstall", in: folder).contains("is back"))
    #expect(try Files.read(path) == Array(earlier.utf8))
    #expect(try hook("status", in: folder, status: 1).contains("is another hook"))
    _ = try git("commit", "-qam", "Stopped by the other", in: folder, failing: true)
    // Two earlier hooks are more than can be kept.
    try hook("install", in: folder)
    try Files.write(path, Array(earlier.utf8))
    try hook("install", in: folder, status: 2)
    #expect(try hook("uninstall", in: folder).contains("is not academy's hook"))
  }

  @Test func `a hook in a linked work tree holds for all of them`() throws {
    let folder = try course("Main")
    _ = try git("worktree", "add", "-q", "-b", "zweig", root + "/Zweiter Baum", in: folder)
    try hook("install", in: root + "/Zweiter Baum")
    #expect(try hook("status", in: folder).hasPrefix("installed: "))
    try expectGuard(root + "/Zweiter Baum")
    try expectGuard(folder)
  }

  @Test func `a hook in a submodule is the submodule's`() throws {
    let inner = try course("Inner")
    let outer = try course("Outer")
    _ = try git("submodule", "--quiet", "add", inner, "kurse/innen", in: outer)
    _ = try git("commit", "-qm", "Submodule", in: outer)
    try hook("install", in: outer + "/kurse/innen")
    try hook("status", in: outer, status: 1)
    try hook("status", in: inner, status: 1)
    try expectGuard(outer + "/kurse/innen")
  }

  @Test(arguments: ["Häken und Ösen", "/absolute hooks"])
  func `a hook goes where core.hooksPath says`(_ name: String) throws {
    let folder = try course("Umgeleitet")
    let path = name.hasPrefix("/") ? scratch.path + name : name
    _ = try git("config", "core.hooksPath", path, in: folder)
    #expect(try hook("install", in: folder + "/episodes").contains("core.hooksPath"))
    #expect(try Files.names(in: folder + "/.git/hooks").allSatisfy { $0 != "pre-commit" })
    try expectGuard(folder)
    #expect(try hook("uninstall", in: folder).hasPrefix("removed: "))
  }

  @Test func `a hook checks the first commit of a branch that is not born`() throws {
    let folder = try course("Neu", committed: false)
    try hook("install", in: folder)
    try expectGuard(folder)
  }

  @Test func `a hook checks the end of a merge and the steps of a rebase`() throws {
    let folder = try course("Verzweigt")
    _ = try git("checkout", "-qb", "side", in: folder)
    try write(["episodes/01-first.md": Tool.lesson("First", body: "Theirs.")], in: folder)
    _ = try git("commit", "-qam", "Theirs", in: folder)
    _ = try git("checkout", "-q", "main", in: folder)
    try write(["episodes/01-first.md": Tool.lesson("First", body: "Ours.")], in: folder)
    _ = try git("commit", "-qam", "Ours", in: folder)
    try hook("install", in: folder)
    for start in ["merge", "rebase"] {
      _ = try git("checkout", "-q", "-B", "try", "main", in: folder)
      _ = try git(start, "-q", "side", in: folder, failing: true)
      try write(["episodes/01-first.md": Self.faulty], in: folder)
      _ = try git("add", "-A", in: folder)
      _ = try git("commit", "-q", "--no-edit", in: folder, failing: true)
      try write(["episodes/01-first.md": Tool.lesson("First", body: "Both.")], in: folder)
      _ = try git("add", "-A", in: folder)
      _ = try git("commit", "-q", "--no-edit", in: folder)
      if start == "rebase" { _ = try git("rebase", "--continue", in: folder) }
      #expect(try git("status", "--porcelain", "--branch", in: folder).output == "## try\n")
    }
  }

  @Test func `a tool that is gone stops nobody, and is told`() throws {
    let folder = try course("Ohne")
    try hook("install", in: folder)
    let path = folder + "/.git/hooks/pre-commit"
    var text = String(decoding: try Files.read(path), as: UTF8.self)
    let program = try #require(ToolRunner()).program
    text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("academy='") ? "academy='/nowhere/academy'" : String($0) }
      .joined(separator: "\n")
    #expect(!text.contains(program))
    try Files.write(path, Array(text.utf8))
    _ = try ToolRunner(program: "/bin/chmod").run(["755", path], in: folder)
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    let outcome = try git("commit", "-qam", "Unchecked", in: folder)
    #expect(outcome.errors.contains("academy is not installed"), "\(outcome)")
  }

  @Test func `a shared hook is silent where there is no course`() throws {
    let hooks = scratch.path + "/shared hooks"
    let folder = try course("Geteilt")
    _ = try git("config", "core.hooksPath", hooks, in: folder)
    try hook("install", in: folder)
    let other = root + "/Ohne Kurs"
    try Files.makeFolder(other)
    _ = try git("init", "-q", in: other)
    _ = try git("config", "core.hooksPath", hooks, in: other)
    try write(["program.c": "int main(void) { return 0; }\n"], in: other)
    _ = try git("add", "-A", in: other)
    let silent = try git("commit", "-qm", "No lesson", in: other)
    #expect(silent.errors.isEmpty && silent.output.isEmpty, "\(silent)")
    // Nor is one in the way that takes the last course away.
    _ = try git("rm", "-qr", ".", in: folder)
    _ = try git("commit", "-qm", "Away", in: folder)
  }

  @Test func `a check that cannot be made stops a commit and says why`() throws {
    let folder = try course("Unklar")
    try hook("install", in: folder)
    try write(
      ["pipeline.json": "{\"schema\": \"pipeline/1\", \"courses\": [], \"rule\": {}}\n"], in: folder
    )
    _ = try git("add", "-A", in: folder)
    let stopped = try git("commit", "-qm", "Unclear", in: folder, failing: true)
    #expect(stopped.errors.contains("pipeline.json"), "\(stopped)")
    #expect(stopped.errors.contains("could not be checked"), "\(stopped)")
    _ = try git("commit", "-qm", "Unclear", "--no-verify", in: folder)
  }

  @Test func `what was accepted, or is no commit's doing, stops nobody who asked for that`() throws
  {
    let folder = try course("Alt", committed: false)
    try hook("install", "--only-new", in: folder)
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    _ = try git("add", "-A", in: folder)
    _ = try git("commit", "-qm", "First", in: folder, failing: true)
    _ = try git("commit", "-qnm", "First", in: folder)
    func change(_ text: String) throws {
      try write(["episodes/02-second.md": Tool.lesson("Second", body: text)], in: folder)
      _ = try git("add", "-A", in: folder)
    }
    try change("More.")
    _ = try git("commit", "-qm", "Second", in: folder)
    try change("FIXME")
    _ = try git("commit", "-qm", "Faulty", in: folder, failing: true)
    // The same by a list of what is accepted.
    let accepted = "was gilt.txt"
    _ = try Tool.run(
      "lint", "--rev", "HEAD", "--baseline", accepted, "--update-baseline", in: folder)
    try hook("install", "--baseline", accepted, in: folder)
    _ = try git("commit", "-qm", "Faulty", in: folder, failing: true)
    try change("Much more.")
    _ = try git("commit", "-qm", "Third", in: folder)
    try hook("install", in: folder)
    try change("Still more.")
    _ = try git("commit", "-qm", "Fourth", in: folder, failing: true)
    try hook("install", "--baseline", "x", "--only-new", in: folder, status: 2)
  }

  @Test func `a tool that breaks off stops nobody`() throws {
    let folder = try course("Abgebrochen")
    try hook("install", in: folder)
    let broken = scratch.path + "/it's broken"
    try Files.write(broken, Array("#!/bin/sh\nkill -9 $$\n".utf8))
    let path = folder + "/.git/hooks/pre-commit"
    let text = String(decoding: try Files.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("academy='") ? "academy='\(scratch.path)/it'\\''s broken'" : String($0) }
      .joined(separator: "\n")
    try Files.write(path, Array(text.utf8))
    for file in [path, broken] {
      _ = try ToolRunner(program: "/bin/chmod").run(["755", file], in: folder)
    }
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    let outcome = try git("commit", "-qam", "Unchecked", in: folder)
    #expect(outcome.errors.contains("academy broke off"), "\(outcome)")
  }

  @Test func `a hook holds while commits are picked, reverted and amended`() throws {
    let folder = try course("Gepflückt")
    try hook("install", in: folder)
    try write(["episodes/01-first.md": Tool.lesson("First", body: "Said.")], in: folder)
    _ = try git("commit", "-qam", "Say", in: folder)
    try write(["episodes/01-first.md": Self.faulty], in: folder)
    _ = try git("add", "-A", in: folder)
    _ = try git("commit", "-q", "--amend", "--no-edit", in: folder, failing: true)
    _ = try git("commit", "-qn", "--amend", "--no-edit", in: folder)
    // Git checks no pick or revert that needs nobody; one that is ended by hand is a commit.
    _ = try git("revert", "--no-commit", "HEAD", in: folder)
    _ = try git("commit", "-qm", "Take it back", in: folder)
    _ = try git("cherry-pick", "--no-commit", "HEAD~1", in: folder)
    _ = try git("commit", "-qm", "Once more", in: folder, failing: true)
  }

  @Test func `there is nothing to hook into outside of a repository`() throws {
    try hook("install", in: root, status: 2)
  }
}

import SourceCore
import TestSupport
import Testing

/// Manual pages and completions come from the commands.
@Suite struct ManualTests {
  private static let package =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test func `the pages are what the commands say`() throws {
    let scratch = try TemporaryFolder()
    let outcome = try Tool.run("manual", "man", in: scratch.path)
    #expect(outcome.status == 0, "\(outcome)")
    let names = try Files.names(in: scratch.path + "/man").sorted()
    #expect(names.contains("academy.1") && names.contains("academy-lint.1"))
    #expect(try Files.names(in: Self.package + "/docs/man").sorted() == names)
    for name in names {
      let text = String(
        decoding: try Files.read("\(scratch.path)/man/\(name)"), as: UTF8.self)
      if let complaint = try GoldenFile.complaint(text, "\(Self.package)/docs/man/\(name)") {
        Issue.record("\(complaint)\n`make docs` writes it anew")
      }
      #expect(!text.contains("No more is said of it"), "\(name) has an option without help")
      for line in text.split(separator: "\n") {
        #expect(!line.hasPrefix("'"), "\(name): \(line)")
      }
    }
  }

  @Test(
    .enabled(if: (try? Files.read("/usr/bin/groff")) != nil, "there is no /usr/bin/groff"))
  func `the pages can be shown`() throws {
    for name in try Files.names(in: Self.package + "/docs/man") {
      let outcome = try ToolRunner(program: "/usr/bin/groff").run(
        ["-man", "-Tutf8", "-ww", "-P-cbou", "\(Self.package)/docs/man/\(name)"], in: Self.package)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(name): \(outcome.errors)")
      #expect(outcome.output.contains("NAME") && outcome.output.contains("EXIT STATUS"))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell reads its completions`(_ shell: String) throws {
    let scratch = try TemporaryFolder()
    let outcome = try Tool.run("--generate-completion-script", shell, in: scratch.path)
    #expect(outcome.status == 0 && outcome.output.contains("doctor"), "\(outcome.errors)")
    try scratch.write("script", outcome.output)
    let program = shell == "bash" ? "/bin/bash" : "/usr/bin/" + shell
    guard (try? Files.read(program)) != nil else { return }
    let read = try ToolRunner(program: program).run(["-n", "script"], in: scratch.path)
    #expect(read.status == 0 && read.errors.isEmpty, "\(read)")
  }

  /// What bash offers at the end of a line.
  private func offers(_ line: String) throws -> [String] {
    let runner = try #require(ToolRunner())
    let scratch = try TemporaryFolder()
    let script = try Tool.run("--generate-completion-script", "bash", in: scratch.path)
    try scratch.write("script", script.output)
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let ask = """
      . ./script
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)'; COMP_POINT=\(line.utf8.count)
      _academy academy '\(words.last ?? "")' '\(words.dropLast().last ?? "")'; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let folder = runner.program.split(separator: "/").dropLast().joined(separator: "/")
    let outcome = try ToolRunner(program: "/bin/bash").run(
      ["-O", "extglob", "-c", ask], in: scratch.path,
      environment: ["PATH": "/\(folder):/usr/bin:/bin"])
    return outcome.output.split(separator: "\n")
      .map { String($0.drop { $0 == " " }).replacing(" ", with: "") }
  }

  @Test func `commands, options and rules are completed`() throws {
    #expect(try offers("academy ho") == ["hook"])
    #expect(try offers("academy hook ").contains("install"))
    #expect(try offers("academy lint --stag") == ["--staged"])
    #expect(try offers("academy explain structure/dur") == ["structure/duration"])
  }
}

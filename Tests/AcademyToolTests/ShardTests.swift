import Glibc
import SourceCore
import TestSupport
import Testing

/// Parts of a run, merged, are the single run.
@Suite struct ShardTests {
  private static let formats = [
    "text", "json", "jsonl", "rdjson", "sarif", "github", "gitlab", "junit", "markdown",
  ]

  /// `ACADEMY_SHARD_HISTORIES=100` tries so many.
  private static let histories =
    unsafe getenv("ACADEMY_SHARD_HISTORIES").flatMap { unsafe Int(String(cString: $0)) } ?? 3

  /// The reports that a command writes, and what it prints.
  private static func reports(
    _ arguments: [String], _ folder: String, _ runner: ToolRunner, besides: [String] = []
  ) throws -> [String: String] {
    let scratch = try TemporaryFolder()
    let outputs = formats.flatMap { ["--output", "\($0)=\(scratch.path)/\($0)"] }
    let outcome = try runner.run(arguments + outputs + besides, in: folder)
    var reports = ["status": "\(outcome.status)", "printed": outcome.output]
    reports["errors"] = outcome.errors
    for format in formats {
      let bytes = (try? Files.read("\(scratch.path)/\(format)")) ?? []
      reports[format] = String(decoding: bytes, as: UTF8.self)
    }
    return reports
  }

  /// The reports of a run in some parts, and of how many pages each part had.
  private static func merged(
    _ arguments: [String], count: Int, _ folder: String, _ runner: ToolRunner,
    besides: [String] = []
  ) throws -> [String: String] {
    let scratch = try TemporaryFolder()
    var parts: [String] = []
    for number in 1...count {
      parts.append("\(scratch.path)/\(number).part")
      let outcome = try runner.run(
        arguments + ["--shard", "\(number)/\(count)", "--shard-output", parts[number - 1]],
        in: folder)
      if outcome.status == 2 {
        return ["status": "2", "errors": outcome.errors, "printed": outcome.output]
      }
      #expect(outcome.status == 0 && outcome.output == "", "\(outcome)")
    }
    return try reports(["merge"] + parts.reversed(), "/", runner, besides: besides)
  }

  @Test func `seven parts of a lint run are the single run in every format`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    var course = Tool.course
    for number in 3..<20 {
      course["episodes/\(number)-more.md"] = Tool.lesson(
        "More \(number)",
        body: String(repeating: "Prices rise. ", count: number * 20)
          + "\n\n[gone](gone-\(number).md) ![](fig/plot.png) TODO")
    }
    course["episodes/fig/plot.png"] = "no picture"
    try repository.commit(course)
    for arguments in [
      ["lint"], ["lint", "--staged"], ["lint", "--rev", "HEAD", "--profile", "all"],
      ["lint", "episodes"], ["lint", "--only", "links"],
    ] {
      let single = try Self.reports(arguments, repository.path, runner)
      for count in [1, 2, 7, 40] {
        #expect(
          try Self.merged(arguments, count: count, repository.path, runner) == single,
          "\(arguments) in \(count)")
      }
    }
  }

  @Test func `parts hand on an office's own framework`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/03-more.md"] = Tool.lesson("More", body: "Half. TODO")
    course["office.json"] =
      #"{"framework": "office/1", "version": "1.0.0", "extends": "framework/1", "#
      + #""placeholders": ["Half"]}"#
    course["framework.yml"] = """
      framework: team/1
      version: 1.0.0
      extends: {framework: office/1, path: office.json}
      severities:
        framework/placeholder: {stable: warning}

      """
    course["pipeline.json"] =
      #"{"schema": "pipeline/1", "framework": {"path": "framework.yml"}}"#
    try repository.commit(course)
    for arguments in [["lint"], ["lint", "--staged"], ["lint", "--framework", "framework.yml"]] {
      let single = try Self.reports(arguments, repository.path, runner)
      #expect(single["text"]?.contains("warning[framework/placeholder]: `Half`") == true)
      #expect(try Self.merged(arguments, count: 3, repository.path, runner) == single)
    }
  }

  @Test func `random academies in random parts are their single runs`() throws {
    let runner = try #require(ToolRunner())
    let seed = TestSeed.of("shards")
    var random = SeededGenerator(seed: seed)
    var runs = 0
    for history in 0..<Self.histories {
      var academy = try RandomAcademy(using: &random)
      for step in 0..<4 {
        let change = try academy.change(using: &random)
        var arguments = ["lint"]
        if academy.chance(2, &random) { arguments.append("--staged") }
        if academy.chance(4, &random) { arguments += ["--profile", "all"] }
        if academy.chance(6, &random) { arguments += ["--ignore", "structure"] }
        if academy.chance(6, &random) { arguments.append("a/episodes") }
        if academy.chance(8, &random) { arguments += ["a", "b"] }
        let count = Int.random(in: 1...7, using: &random)
        let place: Comment = "seed \(seed), history \(history), step \(step): \(change)"
        let path = academy.repository.path
        var single = try Self.reports(arguments + ["--no-cache"], path, runner)
        var merged = try Self.merged(arguments, count: count, path, runner)
        runs += 1
        if single["status"] == "2" {
          // Where nothing can be checked, the parts say why.
          single = single.filter { ["status", "errors"].contains($0.key) }
          merged = merged.filter { ["status", "errors"].contains($0.key) }
        }
        #expect(merged == single, place)
        if merged != single { return }
      }
    }
    print("shards: \(runs) runs")
  }

  @Test func `parts share pages out by their bytes`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    var course = Tool.course
    for number in 0..<200 {
      course["episodes/more-\(number).md"] = Tool.lesson("More \(number)")
    }
    try repository.commit(course)
    let scratch = try TemporaryFolder()
    for number in 1...5 {
      let outcome = try runner.run(
        ["lint", "--shard", "\(number)/5", "--shard-output", "\(scratch.path)/x"],
        in: repository.path)
      let words = outcome.errors.split(separator: " ")
      let pages = try #require(Int(words[1]))
      #expect((35...45).contains(pages), "\(outcome)")
    }
  }

  @Test func `parts of the pipeline are the single run`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    var files: [String: String] = [:]
    for name in ["a", "b", "c"] {
      for (path, text) in Tool.course { files["\(name)/\(path)"] = text }
      files["\(name)/course.yml"] = Tool.course["course.yml"]?.replacing(
        "office-a/prices", with: "office-a/\(name)")
    }
    files["b/episodes/02-second.md"] = Tool.lesson("Second", body: "[gone](gone.md)")
    files["pipeline.json"] = #"{"schema": "pipeline/1", "courses": ["a", "b", "c"]}"#
    try repository.commit(files)
    var single = try Self.reports(["run", "--output", "one"], repository.path, runner)
    var merged = try Self.merged(
      ["run", "--output", "parts"], count: 2, repository.path, runner,
      besides: ["--report", repository.path + "/parts"])
    // How far it is, the parts say.
    #expect(single.removeValue(forKey: "errors")?.contains("3/3 office-a/c: bundle\n") == true)
    merged["errors"] = nil
    #expect(merged == single)
    #expect(single["status"] == "1" && single["printed"]?.contains("office-a/c") == true)
    #expect(
      try Files.names(in: repository.path + "/one").sorted()
        == Files.names(in: repository.path + "/parts").sorted())
  }

  @Test func `a baseline accepts what parts have found`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/01-first.md"] = Tool.lesson("First", body: "[gone](gone.md)")
    try repository.commit(course)
    let scratch = try TemporaryFolder()
    let accepted = "\(scratch.path)/accepted.txt"
    let update = try Self.merged(
      ["lint"], count: 2, repository.path, runner,
      besides: ["--baseline", accepted, "--update-baseline"])
    #expect(update["status"] == "0", "\(update)")
    let after = try Self.merged(
      ["lint"], count: 3, repository.path, runner, besides: ["--baseline", accepted])
    #expect(after["status"] == "0", "\(after)")
    let own = try runner.run(["lint", "--baseline", accepted], in: repository.path)
    #expect(own.status == 0 && own.output == after["printed"], "\(own)")
  }

  // MARK: - What is no part

  @Test func `parts that do not belong together are refused`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    let scratch = try TemporaryFolder()
    var said = ""
    func part(_ name: String, _ shard: String, _ more: String...) throws -> String {
      let path = "\(scratch.path)/\(name)"
      let outcome = try runner.run(
        ["lint", "--shard", shard, "--shard-output", path] + more, in: repository.path)
      #expect(outcome.status == 0, "\(outcome)")
      return path
    }
    func merge(_ title: String, _ parts: String...) throws {
      let outcome = try runner.run(["merge"] + parts, in: scratch.path)
      #expect(outcome.status == 2 && outcome.output == "", "\(outcome)")
      said += "\(title)\n\(outcome.errors.replacing(scratch.path + "/", with: ""))\n"
    }
    let first = try part("1.part", "1/3")
    let second = try part("2.part", "2/3")
    let third = try part("3.part", "3/3")
    try merge("one is missing", first, third)
    try merge("two are missing", second)
    try merge("one twice", first, second, third, second)
    try merge("another number of parts", first, try part("half.part", "2/2"), third)
    try merge("other options", first, try part("only.part", "2/3", "--only", "links"), third)
    try merge("no file", first, "\(scratch.path)/nothing", third)
    let bytes = try Files.read(second)
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
      try Files.write("\(scratch.path)/\(name)", bytes)
      return "\(scratch.path)/\(name)"
    }
    try merge("cut off", first, try write("cut.part", Array(bytes.dropLast(100))), third)
    var flipped = bytes
    flipped[bytes.count / 2] ^= 0x10
    try merge("damaged", first, try write("flipped.part", flipped), third)
    try merge("other text", first, try write("readme.part", Array("# Read me\n".utf8)), third)
    try merge("another form", try write("new.part", Array("academy part 9\n123".utf8)))
    try merge("nothing", try write("empty.part", []))
    try repository.write("episodes/03-third.md", Tool.lesson("Third"))
    try merge("another file", first, try part("more.part", "2/3"), third)
    try repository.commit(["README.txt": "More.\n"])
    let other = try part("commit.part", "2/3")
    let outcome = try runner.run(["merge", first, other, third], in: scratch.path)
    #expect(outcome.status == 2 && outcome.errors.contains("different commits, "), "\(outcome)")
    try GoldenOutput.check(said, "shard/refused")
  }

  @Test func `damaged parts never end in a trap`() throws {
    let runner = try #require(ToolRunner())
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    let scratch = try TemporaryFolder()
    let path = "\(scratch.path)/part"
    _ = try runner.run(
      ["lint", "--shard", "1/1", "--shard-output", path], in: repository.path)
    let bytes = try Files.read(path)
    let seed = TestSeed.of("damaged shards")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      var damaged = bytes
      damaged[Int.random(in: 15..<60, using: &random)] = UInt8.random(in: 0...255, using: &random)
      damaged.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      try Files.write(path, damaged)
      let outcome = try runner.run(["merge", path], in: scratch.path)
      #expect(outcome.status == 2, "seed \(seed): \(outcome)")
    }
  }

  @Test func `options of reports are for the merge`() throws {
    for more in [["--format", "json"], ["--output", "sarif=x"], ["--fix"], ["--since", "HEAD"]] {
      let outcome = try #require(ToolRunner()).run(["lint", "--shard", "1/2"] + more, in: "/")
      #expect(outcome.status == 2 && outcome.errors.contains("--shard"), "\(outcome)")
    }
    for wrong in ["0/3", "4/3", "1", "1/2/3", "a/b", "1/0", "1/99999999999999999999"] {
      let outcome = try #require(ToolRunner()).run(["lint", "--shard", wrong], in: "/")
      #expect(outcome.status == 2, "\(wrong): \(outcome)")
    }
  }
}

import CourseBundle
import SourceCore
import TestSupport
import Testing

/// `academy bundle` and `academy bundle verify`, as an office runs them.
@Suite struct BundleCommandTests {
  private static let formats = BundleFormat.allCases.map(\.rawValue).joined(separator: ",")

  private static var course: [String: String] {
    var files = Tool.course
    files["episodes/01-first.md"]! += """

      :::: challenge

      ## Which month?

      - [ ] The same
      - [ ] The next
      - [ ] None

      ::: solution

      - [ ] The same
      - [x] The next
      - [ ] None

      :::

      ::::

      """
    return files
  }

  private func repository() throws -> FixtureRepository {
    let repository = try FixtureRepository()
    try repository.commit(Self.course, message: "Release 1.0.0")
    return repository
  }

  private func bundle(
    _ arguments: String..., in repository: FixtureRepository, to output: String,
    environment: [String: String] = [:]
  ) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    return try runner.run(
      ["bundle"] + arguments + ["--format", Self.formats, "--output", output],
      in: repository.path, environment: environment)
  }

  /// The archives below a folder, by name.
  private func archives(_ folder: String) throws -> [String: [UInt8]] {
    var archives: [String: [UInt8]] = [:]
    for name in try Files.names(in: folder)
    where [".zip", ".epub", ".imscc"].contains(where: name.hasSuffix) {
      archives[name] = try Files.read("\(folder)/\(name)")
    }
    return archives
  }

  @Test func twoBuildsAreIdentical() throws {
    var built: [[String: [UInt8]]] = []
    for environment in [
      ["TZ": "Pacific/Auckland", "LC_ALL": "C"],
      ["TZ": "America/Lima", "LC_ALL": "fr_FR.UTF-8", "LANG": "tr_TR.UTF-8", "USER": "somebody"],
    ] {
      let repository = try repository()
      let output = try TemporaryFolder()
      let outcome = try bundle(in: repository, to: output.path, environment: environment)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      let course = output.path + "/office-a/prices"
      var files = try archives(course)
      files["SHA256SUMS"] = try Files.read("\(course)/SHA256SUMS")
      built.append(files)
    }
    #expect(built[0].count == BundleFormat.allCases.count + 1)
    #expect(built[0] == built[1])
  }

  /// A course long enough for every step to be shared out.
  @Test func theNumberOfThreadsChangesNothing() throws {
    var files = Self.course
    var list = "episodes:\n"
    files = files.filter { !$0.key.hasPrefix("episodes/") }
    for number in 1...140 {
      let name = "\(1000 + number)-lesson-\(number).md"
      let next = "\(1001 + number)-lesson-\(number + 1).md"
      let link = number < 140 ? "[The next](\(next)) follows." : "The last."
      list += "- \(name)\n"
      files["episodes/\(name)"] = Tool.lesson("Lesson \(number)", body: link)
    }
    files["config.yaml"]!.replace("episodes:\n- 01-first.md\n- 02-second.md\n", with: list)
    let repository = try FixtureRepository()
    try repository.commit(files, message: "Release 1.0.0")
    var built: [[String: [UInt8]]] = []
    for threads in ["1", "2", "5"] {
      let output = try TemporaryFolder()
      let outcome = try bundle(
        in: repository, to: output.path, environment: ["ACADEMY_THREADS": threads])
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      let course = output.path + "/office-a/prices"
      var made = try archives(course)
      made["report"] = Array(outcome.output.utf8)
      for name in ["SHA256SUMS", "site/all.html", "site/assets/search-index.js"] {
        made[name] = try Files.read("\(course)/\(name)")
      }
      built.append(made)
    }
    #expect(built[0].count == BundleFormat.allCases.count + 4)
    #expect(built[0] == built[1] && built[0] == built[2])
  }

  @Test func aReleaseIsNotMadeOfLooseFiles() throws {
    let repository = try repository()
    try repository.write("episodes/01-first.md", "Not committed.\n")
    let output = try TemporaryFolder()
    let outcome = try bundle("--release", "1.0.0", in: repository, to: output.path)
    #expect(outcome.errors.contains("1.0.0 (commit "), "\(outcome)")
    let unknown = try bundle("--release", "3.0.0", in: repository, to: output.path)
    #expect(unknown.status == 2 && unknown.errors.contains("its releases are 1.0.0"))
    let nowhere = try bundle("--rev", "nowhere", in: repository, to: output.path)
    #expect(nowhere.status == 2)
    let both = try bundle("--rev", "HEAD", "--worktree", in: repository, to: output.path)
    #expect(both.status == 2)
  }

  @Test func verifyHoldsABundleAgainstItsRepository() throws {
    let repository = try repository()
    let output = try TemporaryFolder()
    #expect(try bundle(in: repository, to: output.path).status == 0)
    let folder = output.path + "/office-a/prices"
    for name in try archives(folder).keys.sorted() {
      let whole = try Tool.run(
        "bundle", "verify", "\(folder)/\(name)", "--repository", repository.path,
        in: repository.path)
      #expect(whole.status == 0, "\(name): \(whole.output)")
      #expect(whole.output.contains("made of what the repository holds"))
      var bytes = try Files.read("\(folder)/\(name)")
      bytes[bytes.count / 2] ^= 1
      try Files.write("\(output.path)/damaged", bytes)
      let damaged = try Tool.run("bundle", "verify", "\(output.path)/damaged", in: repository.path)
      #expect(damaged.status == 1, "\(name): \(damaged.output)")
    }
    // Another repository has another course.
    let other = try FixtureRepository()
    var files = Self.course
    files["episodes/01-first.md"] = Tool.lesson("First", body: "Something else.")
    try other.commit(files, message: "Another")
    let name = try #require(try archives(folder).keys.sorted().first)
    let wrong = try Tool.run(
      "bundle", "verify", "\(folder)/\(name)", "--repository", other.path, in: other.path)
    #expect(wrong.status == 1 && wrong.output.contains("source "), "\(wrong.output)")
  }

  /// What browsers forgive and other readers do not.
  private static let untidy = """

    ## A *place* {#é}

    [one](https://) [two](<https://[bad>) [three](mailto:) [four](https://example.org/%zz)
    [five](https://example.org:99999/) [six](<http://a b/c>) [seven](#é) [eight](//host/x)

    <details>

    No summary.

    </details>

    <details>Text alone</details>

    <dl><dt>a<dd>b</dl>

    <table><tr><td>x</table>

    <del datetime=yesterday>x</del> <a name="old">y</a> <td>z</td> <p>a<div>b</div></p>

    <video><source></video> <span lang="not a language">x</span>

    1. one
       - [ ] two

         three

    $a < b$ and

    $$
    a < b
    $$

    ::: group-tab
    ### Windows
    x
    ### macOS
    y
    :::

    <b><i>x</b></i> <script>x</script> &nbsp; &bogus; \u{FFFE} \u{0B}

    """

  /// `vcheck.py` of the shared data, and a Python that has what it needs.
  private static let validator: (script: String, python: String)? = {
    guard let shared = SharedData.folder else { return nil }
    let script = shared + "/validators/vcheck.py"
    guard (try? Files.read(script)) != nil else { return nil }
    let candidates = [
      SharedData.validatorPython, "/usr/bin/python3", "/usr/local/bin/python3",
    ].compactMap(\.self)
    let python = candidates.first { program in
      let check = "import lxml, epubcheck, shutil; assert shutil.which('xmllint')"
      let outcome = try? ToolRunner(program: program).run(["-c", check], in: "/")
      return outcome?.status == 0
    }
    return python.map { (script, $0) }
  }()

  @Test(
    .enabled(
      if: validator != nil,
      "needs shared validators, xmllint and a Python with lxml and epubcheck (ACADEMY_VALIDATORS)"),
    arguments: BundleFormat.allCases)
  func validatorsAcceptEveryFormat(_ format: BundleFormat) throws {
    let validator = try #require(Self.validator)
    let repository = try FixtureRepository()
    var files = Self.course
    files["episodes/02-second.md"]! += Self.untidy
    // What is untidy on purpose must not keep the course from being packaged.
    files["pipeline.json"] = """
      {
        "schema": "pipeline/1", "courses": [""],
        "rules": {
          "accessibility": "note", "bundle": "note", "dialect": "note", "framework": "note",
          "licence": "note", "links": "note", "security": "note", "structure": "note"
        }
      }
      """
    try repository.commit(files, message: "Release 1.0.0")
    let output = try TemporaryFolder()
    #expect(try bundle(in: repository, to: output.path).status == 0)
    let folder = output.path + "/office-a/prices"
    let name = try #require(
      try archives(folder).keys.first { $0.contains("-\(format.rawValue).") })
    let kind =
      switch format {
      case .site: "zip"
      case .scorm12: "scorm12"
      case .epub: "epub"
      case .imscc11: "cc11"
      case .imscc13: "cc13"
      }
    let outcome = try ToolRunner(program: validator.python).run(
      [validator.script, "--strict", kind, "\(folder)/\(name)"], in: output.path)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}

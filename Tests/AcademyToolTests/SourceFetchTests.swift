import SourceCore
import TestSupport
import Testing

/// Sources by address, fetched from real servers on the loopback interface.
@Suite(
  .enabled(if: LoopbackServer.isAvailable, "needs git, git-daemon, git-http-backend, python3"),
  .serialized)
struct SourceFetchTests {
  /// A folder with the bare repository `up.git`, and a course beside it that reuses from it.
  private final class Place {
    let folder: TemporaryFolder
    let source: FixtureRepository
    let bare: FixtureRepository

    init() throws {
      folder = try TemporaryFolder()
      source = try FixtureRepository()
      var files = Tool.course
      // Noise, so that there is something to break off in the middle.
      var state: UInt64 = 88_172_645_463_325_252
      var noise: [UInt8] = []
      for _ in 0..<600_000 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        noise.append(UInt8(truncatingIfNeeded: state))
      }
      try source.write("noise.bin", bytes: noise)
      try source.stage("noise.bin")
      files["README.md"] = "Prices\n"
      try source.commit(files)
      bare = try source.bareClone()
      try Files.link("\(folder.path)/up.git", to: bare.path)
      for (path, text) in north { try folder.write("north/\(path)", text) }
    }

    private var north: [String: String] {
      var files = Tool.course
      files["course.yml"] =
        Tool.course["course.yml"]!.replacing("office-a/prices", with: "north/workshop")
          + """
          reuses:
            - course: office-a/prices
              version: ^1.0
              as: verbatim
              lessons: [first]

          """
      return files
    }

    /// Runs `reuse lock` in the course with one source.
    func lock(_ source: String, _ more: String...) throws -> ToolRunner.Outcome {
      try folder.write(
        "north/pipeline.json",
        "{\"schema\": \"pipeline/1\", \"courses\": [\"\"], \"sources\": [\"\(source)\"]}\n")
      return try run(["reuse", "lock"] + more)
    }

    func run(_ arguments: [String]) throws -> ToolRunner.Outcome {
      let runner = try #require(ToolRunner(), "the tool was not built with the tests")
      return try runner.run(
        arguments, in: folder.path + "/north",
        environment: ["ACADEMY_CACHE": folder.path + "/cache"])
    }

    var mirrors: [String] {
      ((try? Files.names(in: folder.path + "/cache/sources")) ?? []).filter { !$0.hasPrefix(".") }
    }
  }

  private func expectLocked(_ outcome: ToolRunner.Outcome, _ place: Place) {
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.contains("locked     north/workshop"), "\(outcome)")
    #expect(place.mirrors.count == 1 && place.mirrors[0].hasSuffix(".git"), "\(place.mirrors)")
  }

  @Test func fromGitsOwnDaemon() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.gitDaemon(place.folder.path))
    expectLocked(try place.lock("git://127.0.0.1:\(server.port)/up.git"), place)
    withExtendedLifetime(server) {}
  }

  @Test func fromHTTP() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.http(place.folder.path))
    expectLocked(try place.lock("http://127.0.0.1:\(server.port)/up.git"), place)
    withExtendedLifetime(server) {}
  }

  @Test func fromAFileAddress() throws {
    let place = try Place()
    expectLocked(try place.lock("file://\(place.folder.path)/up.git"), place)
  }

  @Test func aRunTellsEachTransferInALogFile() throws {
    let place = try Place()
    let address = "file://\(place.folder.path)/up.git"
    expectLocked(try place.lock(address), place)
    let run = try place.run(["run", "--output", "dist"])
    #expect(run.errors.hasPrefix("fetch \(address)\n1/1 north/workshop: lint\n"), "\(run)")
    let offline = try place.run(["run", "--offline", "--output", "dist"])
    #expect(offline.errors.hasPrefix("1/1 north/workshop: lint\n"), "\(offline)")
  }

  @Test func offlineUsesWhatWasFetched() throws {
    let place = try Place()
    let address = "file://\(place.folder.path)/up.git"
    let never = try place.lock(address, "--offline")
    #expect(never.status == 2)
    try GoldenOutput.check(never, "fetch/offline-never-fetched", hiding: [address: "ADDRESS"])
    #expect(
      never.errors == "error: \(address) cannot be fetched: it was never fetched\n"
        + "  = help: run the command once without --offline\n")
    let first = try place.lock(address)
    try GoldenOutput.check(first, "fetch/fetched", hiding: [address: "ADDRESS"])
    expectLocked(first, place)
    Files.remove(place.folder.path + "/up.git")
    let again = try place.lock(address, "--offline")
    #expect(again.status == 0 && again.errors.contains("unchanged  north/workshop"), "\(again)")
    let online = try place.lock(address)
    #expect(online.status == 2)
    #expect(online.errors.contains("there is no such repository, or you may not see it"))
    #expect(online.errors.contains("--offline uses what was fetched on 20"))
  }

  @Test func aNewReleaseArrivesWithTheNextFetch() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.gitDaemon(place.folder.path))
    let address = "git://127.0.0.1:\(server.port)/up.git"
    expectLocked(try place.lock(address), place)
    let before = try #require(
      try? Files.read(place.folder.path + "/cache/sources/\(place.mirrors[0])/HEAD"))
    #expect(String(decoding: before, as: UTF8.self) == "ref: refs/heads/main\n")
    try place.bare.commit(tree: try newTree(place), message: "Release 1.1.0")
    let graph = try place.run(["reuse", "graph"])
    #expect(graph.output.contains("office-a/prices 1.1.0"), "\(graph)")
    let stale = try place.run(["reuse", "graph", "--offline"])
    #expect(stale.output.contains("office-a/prices 1.1.0"), "\(stale)")
  }

  private func newTree(_ place: Place) throws -> ObjectID {
    let manifest = Tool.course["course.yml"]!.replacing("version: 1.0.0", with: "version: 1.1.0")
    let blob = try place.bare.writeBlob(manifest)
    var bytes: [UInt8] = []
    bytes += Array("100644 course.yml".utf8) + [0] + blob.bytes
    return try place.bare.writeTree(bytes)
  }

  @Test func aCutInMidTransferIsTriedAgain() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.gitDaemon(place.folder.path))
    let proxy = try #require(LoopbackServer.cutting(server.port, after: 100_000, times: 1))
    expectLocked(try place.lock("git://127.0.0.1:\(proxy.port)/up.git"), place)
    withExtendedLifetime((server, proxy)) {}
  }

  @Test func aTransferThatAlwaysBreaksOffIsTold() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.gitDaemon(place.folder.path))
    let proxy = try #require(LoopbackServer.cutting(server.port, after: 100_000, times: 99))
    let address = "git://127.0.0.1:\(proxy.port)/up.git"
    let outcome = try place.lock(address)
    #expect(outcome.status == 2)
    try GoldenOutput.check(outcome, "fetch/broken-off", hiding: [address: "ADDRESS"])
    #expect(
      outcome.errors
        == "error: \(address) cannot be fetched: the transfer broke off (tried 3 times)\n"
        + "  = help: try again later\n")
    #expect(place.mirrors.isEmpty, "nothing half-made may stay: \(place.mirrors)")
    withExtendedLifetime((server, proxy)) {}
  }

  @Test func aCutHTTPTransferLeavesTheOldMirror() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.http(place.folder.path))
    let proxy = try #require(LoopbackServer.cutting(server.port, after: 1_000, times: 99))
    let outcome = try place.lock("http://127.0.0.1:\(proxy.port)/up.git")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be fetched"))
    #expect(place.mirrors.isEmpty)
    withExtendedLifetime((server, proxy)) {}
  }

  @Test func aSilentServerIsGivenUp() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.silent())
    let address = "git://127.0.0.1:\(server.port)/up.git"
    let outcome = try place.lock(address, "--timeout", "1")
    try GoldenOutput.check(outcome, "fetch/silent", hiding: [address: "ADDRESS"])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: \(address) cannot be fetched: nothing came for 1 seconds (tried 3 times)\n"
        + "  = help: try again later, or give it longer with --timeout\n")
    withExtendedLifetime(server) {}
  }

  @Test func aPasswordIsAskedOfNobodyAndShownToNobody() throws {
    let place = try Place()
    let server = try #require(LoopbackServer.http(place.folder.path))
    let denied = try place.lock("http://127.0.0.1:\(server.port)/private/up.git")
    #expect(denied.status == 2)
    try GoldenOutput.check(
      denied, "fetch/access-denied", hiding: ["127.0.0.1:\(server.port)": "HOST"])
    #expect(denied.errors.contains("cannot be fetched: access was denied\n"))
    let wrong = try place.lock("http://ada:secret@127.0.0.1:1/up.git")
    #expect(wrong.status == 2)
    #expect(!wrong.errors.contains("secret"), "\(wrong.errors)")
    withExtendedLifetime(server) {}
  }

  @Test(arguments: [
    "ext::sh -c id", "fd::7", "ftp://example.org/a.git", "https://-oProxyCommand=id/a",
  ]) func otherTransportsAreRefused(_ address: String) throws {
    let place = try Place()
    let outcome = try place.lock(address)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("`\(address)` is no address to fetch from"), "\(outcome.errors)")
  }

  @Test func aCourseThatIsCheckedCannotBeElsewhere() throws {
    let place = try Place()
    try place.folder.write(
      "north/pipeline.json",
      "{\"schema\": \"pipeline/1\", \"courses\": [\"https://example.org/a.git\"]}\n")
    let outcome = try place.run(["reuse", "check"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a course can only be checked here"))
    try GoldenOutput.check(
      outcome, "fetch/checked-elsewhere", hiding: [place.folder.path: "ACADEMY"])
  }

  @Test func theManifestMaySayWhereACourseIs() throws {
    let place = try Place()
    let path = place.folder.path + "/north/course.yml"
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    let url = "    url: file://\(place.folder.path)/up.git\n"
    try place.folder.write("north/course.yml", text + url)
    try place.folder.write(
      "north/pipeline.json", "{\"schema\": \"pipeline/1\", \"courses\": [\"\"]}\n")
    expectLocked(try place.run(["reuse", "lock"]), place)
    // A page for people is no repository; the finding that follows says what is missing.
    try place.folder.write(
      "north/course.yml", text + "    url: file://\(place.folder.path)/none\n")
    Files.remove(place.folder.path + "/cache")
    let outcome = try place.run(["reuse", "check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("warning: file://"))
    #expect(outcome.output.contains("reuse/unknown-course"))
  }
}

import CourseBundle
import CourseModel
import SourceCore
import TestSupport
import Testing

@Suite struct BundleVerifierTests {
  private let plan: BundlePlan
  private let archive: [UInt8]

  init() async throws {
    plan = await QuizCourse.package(.epub).plan
    archive = try ZipWriter.archive(plan.files, time: plan.mark.time)
  }

  private func faults(_ archive: [UInt8]) -> [BundleFault] {
    BundleVerifier(limit: 1 << 24).check(archive).faults
  }

  private func packed(_ files: [BundleFile]) throws -> [BundleFault] {
    faults(try ZipWriter.archive(files, time: plan.mark.time))
  }

  @Test(arguments: BundleFormat.allCases) func aBundleIsWhole(_ format: BundleFormat) async throws {
    for mark in [SampleSite.release, .worktree] {
      let plan = await SampleSite(QuizCourse.files, mark: mark, format: format).plan
      let outcome = BundleVerifier().check(
        try ZipWriter.archive(plan.files, time: plan.mark.time))
      #expect(outcome.faults.isEmpty, "\(outcome.faults)")
      #expect(outcome.manifest?.entries == plan.manifest.entries)
      #expect(outcome.manifest?.format == format)
    }
  }

  /// What `--repository` compares changes with the text and not with brand, credits and clock.
  @Test func pagesAreComparedWithoutWhatTheCourseDoesNotSay() async throws {
    func pages(_ files: [String: String], _ credits: [RepoPath: ReuseCredit] = [:]) async throws
      -> [String: String]
    {
      let plan = await SampleSite(files, mark: SampleSite.release, credits: credits).plan
      return BundleVerifier().check(try ZipWriter.archive(plan.files, time: plan.mark.time)).pages
    }
    let first = try await pages(QuizCourse.files)
    #expect(first["lessons/how.html"] != nil && first["assets/course.js"] != nil)
    let credit = ReuseCredit(
      course: "nso/x", version: "1.0.0", title: "X", author: nil, license: nil, kind: .adapted,
      sourceURL: nil, changes: nil)
    let path = try #require(RepoPath("episodes/02-how.md"))
    #expect(try await pages(QuizCourse.files, [path: credit]) == first)
    var other = QuizCourse.files
    other["episodes/02-how.md"]! += "\nMore.\n"
    let changed = try await pages(other)
    #expect(
      first.keys.filter { first[$0] != changed[$0] }.sorted()
        == ["all.html", "assets/search-index.js", "lessons/how.html"])
  }

  @Test func aFlippedByteIsFoundWhereverItIs() {
    let seed = TestSeed.of("flipped bytes")
    var state = seed
    var at = 0
    while at < archive.count {
      var damaged = archive
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      damaged[at] ^= UInt8(truncatingIfNeeded: state >> 33) | 1
      #expect(!faults(damaged).isEmpty, "byte \(at), seed \(seed)")
      at += 1 + Int(state >> 60)
    }
  }

  @Test func aChangedFileIsNamed() throws {
    let files = plan.files.map { file in
      file.path == "lessons/how.xhtml"
        ? BundleFile(path: file.path, bytes: file.bytes + [0x0A]) : file
    }
    #expect(try packed(files).map(\.kind) == [.differs])
    #expect(try packed(files).first?.path == "lessons/how.xhtml")
  }

  @Test func aRenamedFileIsMissingAndExtra() throws {
    let files = plan.files.map { file in
      file.path == "lessons/how.xhtml"
        ? BundleFile(path: "lessons/new.xhtml", bytes: file.bytes) : file
    }
    #expect(
      try packed(files).map { "\($0.kind) \($0.path ?? "")" }
        == ["missing lessons/how.xhtml", "extra lessons/new.xhtml"])
  }

  @Test func anAddedAndATakenFileAreNamed() throws {
    let more = plan.files + [BundleFile(path: "x.js", bytes: [1])]
    #expect(try packed(more).map { "\($0.kind) \($0.path ?? "")" } == ["extra x.js"])
    let fewer = plan.files.filter { $0.path != "assets/style.css" }
    #expect(try packed(fewer).map { "\($0.kind) \($0.path ?? "")" } == ["missing assets/style.css"])
  }

  @Test func aSwappedManifestContradictsTheRest() async throws {
    var other = QuizCourse.files
    other["episodes/02-how.md"]! += "\nMore.\n"
    let swapped = await SampleSite(other, mark: SampleSite.release, format: .epub).plan.manifest
      .json
    let files = plan.files.map { file in
      file.path == BundleManifest.place ? BundleFile(path: file.path, bytes: swapped) : file
    }
    #expect(try !packed(files).isEmpty)
    // Only the words of the manifest are changed, not the digests.
    for (old, new) in [
      ("nso-north/prices", "nso-south/prices"), ("\"1.2.0\"", "\"1.3.0\""), ("a1a1", "a1a2"),
      ("episodes/02-how.md", "episodes/02-now.md"), ("\"release\"", "\"revision\""),
      ("\"epub\"", "\"site\""), ("  ", " "),
    ] {
      var text = String(decoding: plan.manifest.json, as: UTF8.self)
      text.replace(old, with: new, maxReplacements: 1)
      let files = plan.files.map { file in
        file.path == BundleManifest.place
          ? BundleFile(path: file.path, bytes: Array(text.utf8)) : file
      }
      #expect(try packed(files).contains { $0.kind == .manifest }, "\(new)")
    }
  }

  @Test func anArchiveWithoutAManifestIsNoBundle() throws {
    let bytes = try ZipWriter.archive([BundleFile(path: "a.txt", bytes: [1])], time: nil)
    #expect(faults(bytes).map(\.kind) == [.manifest])
  }

  static let hostile: [(String, [UInt8])] = [
    ("leads up", ForgedZip("../a.txt").bytes),
    ("leads up inside", ForgedZip("a/../../b.txt").bytes),
    ("absolute", ForgedZip("/etc/passwd").bytes),
    ("a drive", ForgedZip("C:/a.txt").bytes),
    ("a backslash", ForgedZip("..\\a.txt").bytes),
    ("an empty part", ForgedZip("a//b.txt").bytes),
    ("a dot", ForgedZip("./a.txt").bytes),
    ("no name", ForgedZip("").bytes),
    ("a NUL", ForgedZip("a\u{0}.txt").bytes),
    ("a line feed", ForgedZip("a\n.txt").bytes),
    ("a folder", ForgedZip("a/").bytes),
    ("a long name", ForgedZip(String(repeating: "a", count: 5000)).bytes),
    ("no UTF-8", ForgedZip.one { $0.name = [0xFF, 0xFE] }),
    ("the same name twice", ForgedZip("a.txt", "a.txt").bytes),
    ("names that differ in case", ForgedZip("a.txt", "A.TXT").bytes),
    ("names that look alike", ForgedZip("é.txt", "e\u{301}.txt").bytes),
    ("a symbolic link", ForgedZip.one { $0.attributes = 0o120777 << 16 }),
    ("a device", ForgedZip.one { $0.attributes = 0o020666 << 16 }),
    ("a program", ForgedZip.one { $0.attributes = 0o104755 << 16 }),
    ("encrypted", ForgedZip.one { $0.flags = 1 }),
    ("sizes after the data", ForgedZip.one { $0.flags = 8 }),
    ("an unknown method", ForgedZip.one { $0.method = 12 }),
    ("an extra field", ForgedZip.one { $0.extra = [1, 0, 0, 0] }),
    ("a comment on a file", ForgedZip.one { $0.comment = [0x21] }),
    ("another name before the data", ForgedZip.one { $0.localName = Array("b.txt".utf8) }),
    (
      "a size of 4 GB",
      ForgedZip.one {
        ($0.method, $0.size) = (8, 0xFFFF_FFFE)
      }
    ),
    ("a 64-bit size", ForgedZip.one { ($0.size, $0.compressed) = (0xFFFF_FFFF, 0xFFFF_FFFF) }),
    ("less data than said", ForgedZip.one { ($0.size, $0.compressed) = (9000, 9000) }),
    ("a size that is not true", ForgedZip.one { $0.size = 5 }),
    ("files upon each other", ForgedZip.two { $0.overlaps = true }),
    ("bytes before", ForgedZip.two { $0.prefix = Array("#!/bin/sh\n".utf8) }),
    ("bytes between", ForgedZip.two { $0.gap = [0] }),
    ("bytes after", ForgedZip.two { $0.suffix = [0] }),
    ("a comment", ForgedZip.two { $0.comment = Array("hello".utf8) }),
    ("more files than listed", ForgedZip.two { $0.count = 1 }),
    ("fewer files than listed", ForgedZip.two { $0.count = 65_535 }),
    ("a list that is elsewhere", ForgedZip.two { $0.directoryOffset = 0 }),
    ("no archive", Array("hello".utf8)), ("nothing", []),
  ]

  @Test(arguments: hostile.map(\.0)) func hostileArchivesAreRefused(_ name: String) throws {
    let bytes = try #require(Self.hostile.first { $0.0 == name }).1
    let outcome = BundleVerifier(limit: 1 << 24).check(bytes)
    #expect(outcome.faults.map(\.kind) == [.archive], "\(outcome.faults)")
    #expect(outcome.manifest == nil)
  }

  @Test func aBombIsRefusedBeforeItIsInflated() throws {
    let file = BundleFile(path: "a.txt", bytes: [UInt8](repeating: 0, count: 1 << 22))
    let bytes = try ZipWriter.archive([file], time: nil)
    #expect(bytes.count < 1 << 13)
    #expect(BundleVerifier(limit: 1 << 20).check(bytes).faults.map(\.kind) == [.archive])
  }
}

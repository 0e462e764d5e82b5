import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

@Suite struct LockFileTests {
  /// A small generator, so that a failing run can be repeated from its seed.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func id() -> ObjectID {
      ObjectID(bytes: (0..<20).map { _ in UInt8.random(in: 0...255, using: &self) })!
    }

    mutating func text() -> String {
      let letters: [Character] = [
        "a", "Z", "0", "-", "/", " ", "\"", "\\", "é", "統", "\u{1}", "\n",
      ]
      return String(
        (0...Int.random(in: 1...9, using: &self)).map { _ in
          letters.randomElement(using: &self)!
        })
    }

    mutating func content() -> LockFile.Content {
      let name = "f\(UInt16.random(in: 0...999, using: &self))"
      return LockFile.Content(
        path: RepoPath("episodes/\(name).md")!, blob: id(),
        sha256: hexadecimal((0..<32).map { _ in UInt8.random(in: 0...255, using: &self) }))
    }

    mutating func entry(_ number: Int) -> LockFile.Entry {
      let kind = ReuseDeclaration.Kind.allCases.randomElement(using: &self)!
      var translation: LockFile.Translation?
      if kind == .translated {
        translation = .init(
          blob: id(),
          paragraphs: (0..<Int.random(in: 0...2, using: &self)).map { _ in
            .init(hash: text(), blob: id())
          })
      }
      return LockFile.Entry(
        own: "\(number)" + text(), course: text(), upstream: text(), kind: kind,
        version: SemVer(
          Int.random(in: 0...9, using: &self), 2, 3,
          prerelease: Bool.random(using: &self) ? ["rc", "1"] : []),
        commit: id(), tree: id(), lesson: content(),
        assets: (0..<Int.random(in: 0...3, using: &self)).map { _ in content() },
        translation: translation)
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let seed = TestSeed.of("the lock round trip")
    var generator = Generator(state: seed)
    for _ in 0..<300 {
      let count = Int.random(in: 0...5, using: &generator)
      let entries = (0..<count).map { generator.entry($0) }
      let lock = LockFile(entries)
      let bytes = LockWriter.bytes(of: lock)
      let again = try LockReader.read(bytes)
      #expect(again == lock, "seed \(seed)")
      #expect(LockWriter.bytes(of: again) == bytes, "seed \(seed)")
      // The order in which entries were found does not show.
      let shuffled = LockFile(entries.shuffled(using: &generator))
      #expect(LockWriter.bytes(of: shuffled) == bytes, "seed \(seed)")
    }
  }

  private static let entry = """
    {
          "lesson": "branching",
          "as": "verbatim",
          "course": "office-a/basics",
          "version": "1.0.0",
          "commit": "0b5a5c4e6f9c2d9f6d3c1f54a3a6f2b1c9d8e7f6",
          "tree": "5d41402abc4b2a76b9719d911017c592ae3f1c60",
          "upstream": "branching",
          "path": "episodes/02-branching.md",
          "blob": "6f1ed002ab5595859014ebf0951522d9a1b2c3d4",
          "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        }
    """

  private func lock(_ change: (String) -> String) -> [UInt8] {
    Array(change("{\n  \"lock\": 1,\n  \"lessons\": [\n    \(Self.entry)\n  ]\n}\n").utf8)
  }

  @Test func theFormIsTheOneThatIsWritten() throws {
    let bytes = lock { $0 }
    let read = try LockReader.read(bytes)
    #expect(read.entries.map(\.own) == ["branching"])
    #expect(
      String(decoding: LockWriter.bytes(of: read), as: UTF8.self)
        == String(decoding: bytes, as: UTF8.self))
  }

  @Test func unknownFieldsAreLeftOut() throws {
    let bytes = lock { $0.replacing("\"lock\": 1,", with: "\"lock\": 1,\n  \"made_by\": \"x\",") }
    #expect(try LockReader.read(bytes) == LockReader.read(lock { $0 }))
  }

  struct Damage: Sendable {
    let from: String
    let to: String
    let kind: LockProblem.Kind
    let message: String
    let flagged: String
  }

  static let damages: [Damage] = [
    .init(
      from: "\"lock\": 1", to: "\"lock\": 2", kind: .newer,
      message: "the lock has format 2, and this tool knows formats up to 1", flagged: "2"),
    .init(
      from: "\"lock\": 1", to: "\"lock\": 0", kind: .damaged,
      message: "there is no lock format 0", flagged: "0"),
    .init(
      from: "\"lock\": 1", to: "\"lock\": \"1\"", kind: .damaged,
      message: "`lock` must be the format's number, not text", flagged: "\"1\""),
    .init(
      from: "\"as\": \"verbatim\"", to: "\"as\": \"copied\"", kind: .damaged,
      message: "`as` must be verbatim, adapted or translated", flagged: "\"copied\""),
    .init(
      from: "\"version\": \"1.0.0\"", to: "\"version\": \"1.0\"", kind: .damaged,
      message: "`version` must be a semantic version", flagged: "\"1.0\""),
    .init(
      from: "5d41402abc4b2a76b9719d911017c592ae3f1c60", to: "5d41402", kind: .damaged,
      message: "`tree` must be a Git id of 40 hexadecimal digits", flagged: "\"5d41402\""),
    .init(
      from: "episodes/02-branching.md", to: "../x.md", kind: .damaged,
      message: "`path` must be a path below the course's folder", flagged: "\"../x.md\""),
    .init(
      from: "\"sha256\": \"2c", to: "\"sha256\": \"", kind: .damaged,
      message: "`sha256` must be 64 hexadecimal digits",
      flagged: "\"f24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\""),
  ]

  @Test(arguments: damages) func damageIsNamed(_ damage: Damage) throws {
    let bytes = lock { $0.replacing(damage.from, with: damage.to) }
    let problem = #expect(throws: LockProblem.self) { try LockReader.read(bytes) }
    #expect(problem?.kind == damage.kind)
    #expect(problem?.message == damage.message)
    let text = SourceText(path: .root, bytes: bytes)
    #expect(problem?.range.map { text.string($0) } == damage.flagged)
  }

  @Test func brokenFilesAreNamed() throws {
    for (text, message) in [
      ("", "the lock is no JSON: there is nothing here"),
      ("[]", "the lock must be a map of keys and values, not a list"),
      ("{}", "the lock lacks `lock` here"),
      ("{\"lock\": 1}", "the lock lacks `lessons` here"),
      ("{\"lock\": 1, \"lessons\": {}}", "`lessons` must be a list, not a map of keys and values"),
      ("{\"lock\": 1, \"lessons\": [3]}", "each lesson must be a map, not a whole number"),
    ] {
      let problem = #expect(throws: LockProblem.self) { try LockReader.read(Array(text.utf8)) }
      #expect(problem?.message == message)
      #expect(problem?.kind == .damaged)
    }
    let twice = lock { $0.replacing(Self.entry, with: Self.entry + ",\n    " + Self.entry) }
    let problem = #expect(throws: LockProblem.self) { try LockReader.read(twice) }
    #expect(problem?.message == "lesson `branching` is locked twice")
  }

  @Test func conflictMarkersAreNamed() throws {
    let bytes = lock {
      $0.replacing(
        "      \"version\": \"1.0.0\",\n",
        with: "<<<<<<< HEAD\n      \"version\": \"1.0.0\",\n=======\n"
          + "      \"version\": \"1.1.0\",\n>>>>>>> topic\n")
    }
    let problem = #expect(throws: LockProblem.self) { try LockReader.read(bytes) }
    #expect(problem?.kind == .conflict)
    #expect(
      problem?.range.map { SourceText(path: .root, bytes: bytes).string($0) } == "<<<<<<< HEAD")
  }

  @Test func truncatedLocksNeverTrap() {
    let bytes = lock { $0 }
    for length in 0..<bytes.count - 2 {
      #expect(throws: LockProblem.self) { try LockReader.read(Array(bytes[..<length])) }
    }
  }
}

import CourseModel
import CourseReuse
import Digest
import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct ReuseRuleExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: any Rule
    let number: Int
    var testDescription: String { "\(rule.info.id) \(number)" }
  }

  static let cases: [Case] = ReuseRules.all.flatMap { rule in
    type(of: rule).examples.indices.map { Case(rule: rule, number: $0) }
  }

  @Test func rulesAreSortedAndComplete() {
    let ids = ReuseRules.all.map(\.info.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    for rule in ReuseRules.all {
      let examples = type(of: rule).examples
      let kinds = Set(examples.map(\.isBad))
      #expect(kinds == [true, false], "\(rule.info.id)")
      #expect(rule.info.scope == .academy)
    }
  }

  @Test(arguments: cases) func example(_ example: Case) throws {
    try check(example) { $0 }
  }

  @Test(arguments: cases) func exampleWithWindowsLineEndings(_ example: Case) throws {
    try check(example) { $0.replacing("\n", with: "\r\n") }
  }

  private func check(_ example: Case, _ transform: (String) -> String) throws {
    let id = example.rule.info.id
    let data = type(of: example.rule).examples[example.number]
    var expected: [String] = data.wholeFiles.map { "\($0.isEmpty ? "." : $0)" }
    var files: [String: String] = [:]
    for file in data.files {
      let (text, spans) = Self.unmarked(transform(file.text))
      files[file.path] = text
      let bytes = Array(text.utf8)
      let lines = LineIndex(bytes)
      for span in spans {
        let place = Place(
          span, in: SourceText(path: .root, bytes: bytes), lines: lines)
        expected.append("\(file.path):\(place.line):\(place.column)-\(place.endColumn)")
      }
    }
    let academy: Academy
    // The repository must outlive the checks.
    let repository = data.history.isEmpty ? nil : try FixtureRepository()
    if let repository {
      var commits: [ObjectID] = []
      for commit in data.history {
        var texts: [String: String] = [:]
        for file in commit.files { texts[file.path] = Self.unmarked(transform(file.text)).text }
        commits.append(try repository.commit(texts))
        for tag in commit.tags { try repository.tag(tag) }
      }
      for (path, text) in files {
        try repository.write(path, Self.resolved(text, commits, in: repository))
      }
      academy = try Academy(repository)
    } else {
      academy = Academy(Academy.members(of: files))
    }
    var found: [String] = []
    for member in academy.members {
      for finding in try academy.check(member.course.folder.string).of(id) {
        let isWhole = finding.excerpt.isEmpty && finding.endColumn == 1
        found.append(
          isWhole
            ? finding.path
            : "\(finding.path):\(finding.line):\(finding.column)-\(finding.endColumn)")
        #expect(!finding.message.hasSuffix("."))
      }
    }
    #expect(found.sorted() == expected.sorted())
    #expect(expected.isEmpty == !data.isBad)
    withExtendedLifetime(repository) {}
  }

  /// The text with the ids that `{tree of basics in commit 1}` and the like stand for.
  private static func resolved(
    _ text: String, _ commits: [ObjectID], in repository: FixtureRepository
  ) throws -> String {
    guard text.contains("in commit") else { return text }
    let opened = try #require(try Repository.discover(from: repository.path))
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: "}") else { break }
      let words = rest[rest.index(after: start)..<end].split(separator: " ")
      guard words.count == 6, words[3] == "in", let number = Int(words[5]) else {
        result += "{"
        rest = rest.dropFirst()
        continue
      }
      rest = rest[rest.index(after: end)...]
      let commit = commits[number - 1]
      let path = try #require(RepoPath(words[2]))
      let id = try #require(try opened.objectID(at: path, in: commit))
      switch words[0] {
      case "commit": result += commit.hex
      case "sha256": result += SHA256.hex(try opened.blob(id, limit: 1_000_000))
      default: result += id.hex
      }
    }
    return result + rest
  }

  /// The text without its marks, and the ranges that they stood around.
  private static func unmarked(_ text: String) -> (text: String, spans: [ByteRange]) {
    var bytes: [UInt8] = []
    var spans: [ByteRange] = []
    var start: Int?
    for character in text {
      switch character {
      case "⟦": start = bytes.count
      case "⟧":
        if let from = start { spans.append(ByteRange(from, bytes.count)) }
        start = nil
      default: bytes += character.utf8
      }
    }
    return (String(decoding: bytes, as: UTF8.self), spans)
  }
}

import Glibc
import Markdown
import MarkdownLint
import SourceCore
import StructuredData
import TestSupport
import Testing

/// markdownlint's own test documents: the same rules in the same lines.
struct ConformanceTests {
  static let folder = SharedData.folder.map { $0 + "/conformance" }

  /// Documents in which something else is found, each with its reason.
  static let known: [String: String] = [:]

  /// Only these rules are compared where `ACADEMY_RULES=MD012,MD047` says so.
  static let only: [String]? = unsafe getenv("ACADEMY_RULES").map {
    unsafe String(cString: $0).split(separator: ",").map(String.init)
  }

  /// What markdownlint finds, by document: `MD012 7`.
  static let expected: [String: [String]] = {
    guard let folder, let bytes = try? Files.read("\(folder)/markdownlint-expected.json") else {
      return [:]
    }
    var expected: [String: [String]] = [:]
    for member in JSONParser.parse(bytes, range: 0..<bytes.count).root?.object ?? [] {
      expected[member.key] = (member.value.array ?? []).map { pair in
        "\(pair.array?[0].string ?? "") \(pair.array?[1].intValue ?? 0)"
      }
    }
    return expected
  }()

  static func found(_ bytes: [UInt8]) -> [String] {
    let lines = LineIndex(bytes)
    let document = Document(bytes, options: ParseOptions(dialect: .github))
    let found = MarkdownLinter(configuration: .markdownlint)
      .lint(MarkdownPage(document, lines: lines))
    return found.map { item in
      "\(item.rule.alias ?? "") \(lines.line(at: item.finding.range?.start ?? 0) + 1)"
    }
  }

  private static func isCompared(_ line: String) -> Bool {
    only.map { $0.contains(String(line.prefix { $0 != " " })) } ?? true
  }

  @Test(.enabled(if: folder != nil, "needs shared data"), arguments: expected.keys.sorted())
  func findsWhatMarkdownlintFinds(_ name: String) throws {
    let bytes = try Files.read("\(Self.folder ?? "")/markdownlint/\(name)")
    // One rule may report a line several times; the suite lists each line once.
    let found = Set(Self.found(bytes)).sorted()
      .filter(Self.isCompared)
    let expected = Set(Self.expected[name] ?? []).filter(Self.isCompared)
    let same = found == expected.sorted()
    if Self.known[name] != nil {
      #expect(!same, "\(name) is as it should be: take it off the list")
    } else {
      let missing = expected.subtracting(found).sorted()
      let extra = Set(found).subtracting(expected).sorted()
      #expect(same, "\(name): missing \(missing), extra \(extra)")
    }
  }
}

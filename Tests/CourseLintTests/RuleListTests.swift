import CourseLint
import MarkdownLint
import SourceCore
import TestSupport
import Testing

/// The list of rules is written by hand, so it is compared with the folder.
struct RuleListTests {
  /// The package's folder: this file's, without `Tests/CourseLintTests/…`.
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test func isSortedByID() {
    let ids = LintRules.all.map(\.info.id)
    #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(ids).count == ids.count)
  }

  @Test func holdsEveryFileOfTheFolder() throws {
    var files: [String] = []
    let folder = Self.root + "/Sources/CourseLint/Rules"
    for group in try Files.names(in: folder) {
      files += try Files.names(in: "\(folder)/\(group)").map { "\(group)/\($0)" }
    }
    let rules = LintRules.all.filter { !($0 is any MarkdownRule) }.map { rule in
      let group = rule.info.group
      return "\(group.prefix(1).uppercased() + group.dropFirst())/\(type(of: rule)).swift"
    }
    #expect(rules.sorted() == files.sorted())
  }

  @Test func holdsEveryFileOfMarkdownRules() throws {
    let folder = Self.root + "/Sources/MarkdownLint/Rules"
    var files: [String] = []
    for group in try Files.names(in: folder) where !group.hasSuffix(".swift") {
      files += try Files.names(in: "\(folder)/\(group)").filter { $0.hasSuffix(".swift") }
    }
    let rules = MarkdownRules.all.map { "\(type(of: $0)).swift" }
    #expect(Set(rules).isSubset(of: files))
  }

  @Test(arguments: LintRules.all.map(\.info.id)) func isComplete(_ id: String) throws {
    let rule = try #require(LintRules.all.first { $0.info.id == id })
    let info = rule.info
    let examples = type(of: rule).examples
    #expect(examples.count { $0.isBad } >= 3)
    #expect(examples.count { !$0.isBad } >= 3)
    #expect(info.summary.hasSuffix(".") && info.why.hasSuffix("."))
    #expect(!info.source.isEmpty)
    // Prose in `why` is one paragraph: it is wrapped where it is shown.
    #expect(!info.why.contains("\n"))
  }
}

import Markdown
import MarkdownLint
import SourceCore
import TestSupport
import Testing

/// Fixes of rules of `markdown/`: they end, stay, and leave what a reader sees.
struct FixTests {
  static let folder = SharedData.folder.map { $0 + "/conformance/markdownlint" }
  static let documents: [String] =
    folder.flatMap { try? Files.names(in: $0) }?.filter { $0.hasSuffix(".md") }.sorted() ?? []

  @Test(.enabled(if: folder != nil, "needs shared data"), arguments: documents)
  func documentsOfMarkdownlint(_ name: String) throws {
    let bytes = try Files.read("\(Self.folder ?? "")/\(name)")
    for fault in FixProbe(.markdownlint).faults(bytes) { Issue.record("\(name): \(fault)") }
  }

  @Test(
    .enabled(if: folder != nil, "needs shared data"), arguments: MarkdownRules.all.map(\.info.id))
  func eachRuleAloneLeavesThePageAsItIs(_ id: String) throws {
    var configuration = MarkdownConfiguration(base: .course(on: [id]))
    configuration.excluded = Set(MarkdownRules.all.map(\.info.id)).subtracting([id])
    let probe = FixProbe(configuration)
    for name in Self.documents {
      let bytes = try Files.read("\(Self.folder ?? "")/\(name)")
      for fault in probe.faults(bytes) { Issue.record("\(id) in \(name): \(fault)") }
      guard FixProbe.ownDifference[id] == nil else { continue }
      let after = probe.fixed(bytes).bytes
      guard after != bytes else { continue }
      let (a, b) = (FixProbe.rendered(bytes), FixProbe.rendered(after))
      #expect(a == b, "\(id) changes what \(name) shows: \(FixProbe.firstDifference(a, b))")
    }
  }

  @Test func mixedDocuments() {
    let seed = UInt64(20_261_122)
    var random = SeededGenerator(seed: seed)
    for number in 0..<400 {
      let text = MixedPage.text(&random)
      for fault in FixProbe(.markdownlint).faults(Array(text.utf8)) {
        Issue.record("seed \(seed), document \(number): \(fault)\n\(text.debugDescription)")
      }
    }
  }
}

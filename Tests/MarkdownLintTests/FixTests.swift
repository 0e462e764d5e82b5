import Glibc
import Markdown
import MarkdownLint
import SourceCore
import TestSupport
import Testing

/// Fixes of rules of `markdown/`: they end, stay, and leave what a reader sees but for what each
/// rule is about.
struct FixTests {
  static let folder = SharedData.folder.map { $0 + "/conformance/markdownlint" }
  static let documents: [String] =
    folder.flatMap { try? Files.names(in: $0) }?.filter { $0.hasSuffix(".md") }.sorted() ?? []

  /// A probe of one rule alone.
  private static func alone(_ id: String) -> FixProbe {
    var configuration = MarkdownConfiguration(base: .course(on: [id]))
    configuration.excluded = Set(MarkdownRules.all.map(\.info.id)).subtracting([id])
    return FixProbe(configuration)
  }

  @Test(.enabled(if: folder != nil, "needs shared data"), arguments: documents)
  func documentsOfMarkdownlint(_ name: String) throws {
    let bytes = try Files.read("\(Self.folder ?? "")/\(name)")
    for fault in FixProbe(.markdownlint).faults(bytes) { Issue.record("\(name): \(fault)") }
  }

  @Test(
    .enabled(if: folder != nil, "needs shared data"), arguments: MarkdownRules.all.map(\.info.id))
  func eachRuleAloneLeavesThePageAsItIs(_ id: String) throws {
    let probe = Self.alone(id)
    for name in Self.documents {
      let bytes = try Files.read("\(Self.folder ?? "")/\(name)")
      for fault in probe.faults(bytes) { Issue.record("\(id) in \(name): \(fault)") }
    }
  }

  @Test(arguments: MarkdownRules.all.map(\.info.id)) func eachRuleAloneInMixedDocuments(
    _ id: String
  ) {
    let seed = UInt64(20_261_123)
    var random = SeededGenerator(seed: seed)
    let probe = Self.alone(id)
    for number in 0..<60 {
      let text = MixedPage.text(&random)
      for fault in probe.faults(Array(text.utf8)) {
        Issue.record("\(id), seed \(seed), document \(number): \(fault)\n\(text.debugDescription)")
      }
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

  /// Other line endings and a byte-order mark change nothing but themselves.
  @Test(.enabled(if: folder != nil, "needs shared data"), arguments: documents)
  func lineEndingsAndMarkStay(_ name: String) throws {
    let bytes = try Files.read("\(Self.folder ?? "")/\(name)")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard !bytes.contains(0x0D), !bytes.starts(with: mark) else { return }
    let probe = FixProbe(.markdownlint)
    let fixed = probe.fixed(bytes).outcome.bytes
    for ending: [UInt8] in [[0x0D, 0x0A], [0x0D]] {
      let other = probe.fixed(Self.written(bytes, with: ending)).outcome.bytes
      #expect(other == Self.written(fixed, with: ending), "\(name), line endings \(ending)")
    }
    #expect(probe.fixed(mark + bytes).outcome.bytes == mark + fixed, "\(name), byte-order mark")
  }

  private static func written(_ bytes: [UInt8], with ending: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 0x0A ? ending : [$0] }
  }

  /// `ACADEMY_FIX_DOCUMENTS=20000` looks at more of them.
  @Test(.enabled(if: folder != nil, "needs shared data")) func mutatedDocuments() throws {
    let seed = UInt64(20_261_124)
    let count = unsafe getenv("ACADEMY_FIX_DOCUMENTS").flatMap { unsafe Int(String(cString: $0)) }
    var random = SeededGenerator(seed: seed)
    let documents = try Self.documents.map { try Files.read("\(Self.folder ?? "")/\($0)") }
    for number in 0..<(count ?? 200) {
      let text = MixedPage.mutated(documents, &random)
      for fault in FixProbe(.markdownlint).faults(text) {
        Issue.record(
          """
          seed \(seed), document \(number): \(fault)
          \(String(decoding: text, as: UTF8.self).debugDescription)
          """)
      }
    }
  }
}

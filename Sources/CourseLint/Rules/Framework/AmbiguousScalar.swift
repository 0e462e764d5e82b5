import CourseModel
import SourceCore
import StructuredData

/// Flags a text in the manifest that other YAML readers take for something else.
struct AmbiguousScalar: CourseRule {
  static let info = RuleInfo(
    id: "framework/ambiguous-text",
    summary: "A text without quotes means something else to other YAML readers.",
    why: """
      Readers of YAML 1.1, which most languages still have, take `no` for false and `2026-01-31` \
      for a date. Norway becomes false, and a course that others read differs from the one that \
      was written.
      """, severity: .warning, scope: .course, source: "YAML 1.1, 10.3; YAML 1.2.2, 1.2")

  private static let start = "schema: course/1\nid: office/prices\nversion: 1.0.0\n"

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", start + "provider: {name: Office, country: \"NO\"}\n"),
      .init("episodes/01-prices.md", "Text.\n"),
    ]),
    .good(files: [
      .init("course.yml", start + "title: Non, oui et no\nx-draft: no\n"),
      .init("episodes/01-prix.md", "Texte.\n"),
    ]),
    .good(files: [
      .init("course.yml", start + "title: '2026-01-31'\ndescription: Yes and no\n"),
      .init("episodes/01-precios.md", "Texto.\n"),
    ]),
    .bad(
      files: [
        .init("course.yml", start + "provider: {name: Office, country: ⟦no⟧}\n"),
        .init("episodes/01-prices.md", "Text.\n"),
      ], fixed: start + "provider: {name: Office, country: \"no\"}\n"),
    .bad(
      files: [
        .init("course.yml", start + "keywords: [prix, ⟦on⟧]\n"),
        .init("episodes/01-prix.md", "Texte.\n"),
      ], fixed: start + "keywords: [prix, \"on\"]\n"),
    .bad(
      files: [
        .init("course.yml", start + "title: ⟦2026-01-31⟧\n"),
        .init("episodes/01-precios.md", "Texto.\n"),
      ], fixed: start + "title: \"2026-01-31\"\n"),
  ]

  private static let switches: Set<String> = ["y", "n", "yes", "no", "on", "off"]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    guard let manifest = facts.course.manifest, let root = manifest.data.root else { return }
    visit(root) { node, text, meaning in
      report(
        CourseFinding(
          manifest.path, manifest.place(node.range),
          Finding(
            node.range, "many YAML readers take `\(text)` without quotes for \(meaning)",
            help: "write \"\(text)\"",
            fix: Fix(
              title: "put it in quotes", replacing: node.range, with: "\"\(text)\"",
              applicability: .safe))))
    }
  }

  private func visit(_ node: DataNode, _ report: (DataNode, String, String) -> Void) {
    for element in node.array ?? [] { visit(element, report) }
    for member in node.object ?? [] where !member.key.hasPrefix("x-") {
      visit(member.value, report)
    }
    guard node.isPlain, let text = node.string else { return }
    if Self.switches.contains(asciiLowercased(text)) {
      let isOn = ["y", "yes", "on"].contains(asciiLowercased(text))
      report(node, text, isOn ? "true" : "false")
    } else if Self.isDate(Array(text.utf8)) {
      report(node, text, "a date")
    }
  }

  /// `YYYY-MM-DD`, as YAML 1.1 reads dates.
  private static func isDate(_ text: [UInt8]) -> Bool {
    guard text.count == 10 else { return false }
    for (i, byte) in text.enumerated() {
      let isDash = i == 4 || i == 7
      guard isDash ? byte == UInt8(ascii: "-") : byte >= 0x30 && byte <= 0x39 else { return false }
    }
    return true
  }
}

import CourseModel
import Markdown
import SourceCore

/// Flags characters that make text show in another order than it is stored.
struct BidiControl: LessonRule {
  static let info = RuleInfo(
    id: "security/bidi-control",
    summary: "An invisible character changes the order in which text is shown.",
    why: """
      With it a line of code can look harmless and do something else once it is copied: the learner \
      and the reviewer read another program than the computer ("Trojan Source"). Such characters \
      come in with text copied from web pages, too. In the prose of a page in Arabic, Hebrew, \
      Persian or Urdu, embeddings and isolates are left alone.
      """,
    severity: .error,
    source: "CVE-2021-42574; Unicode Technical Report 36 and Unicode Standard Annex 9")

  static let examples: [Example] = [
    .good("The word السلام stands in an English sentence, and `שלום` in code.\n"),
    .good("L’indice – « pondéré » – monte…\n", language: "fr"),
    .good("نص ‹E2›‹81›‹A7›عربي‹E2›‹81›‹A9› قصير\n", language: "ar"),
    .bad(
      "```python\nis_open = False  # ⟦‹E2›‹80›‹AE›⟧ eurT\n```\n",
      fixed: "```python\nis_open = False  #  eurT\n```\n"),
    .bad(
      "Le prix ⟦‹E2›‹81›‹A6›⟧moyen⟦‹E2›‹81›‹A9›⟧ monte.\n", fixed: "Le prix moyen monte.\n",
      language: "fr"),
    .bad(
      "---\ntitle: \"Pesos⟦‹E2›‹80›‹AA›⟧\"\n---\n\nTexto.\n",
      fixed: "---\ntitle: \"Pesos\"\n---\n\nTexto.\n", language: "es"),
    .bad("`a⟦‹E2›‹80›‹AE›⟧b`\n", fixed: "`ab`\n", language: "ar"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let bytes = lesson.text.bytes
    lazy var prose = RangeCover(lesson.prose)
    let span = bytes.span
    let count = span.count
    var next = 0
    while let i = ByteSearch.first(0xE2, in: bytes, from: next), i + 2 < count {
      next = i + 3
      guard let code = Self.control(span[i + 1], span[i + 2]) else { continue }
      let range = ByteRange(i, i + 3)
      if code != 0x202D, code != 0x202E, Self.isWrittenFromRight(lesson.language),
        prose.covers(range)
      {
        continue
      }
      let hex = "U+" + String(code, radix: 16, uppercase: true)
      report(
        Finding(
          range,
          "the invisible character \(hex) (\(Self.name(code))) changes the order of the text",
          help: "delete it",
          fix: Fix(title: "delete \(hex)", replacing: range, with: "", applicability: .suggestion)))
    }
  }

  /// The control whose last two bytes these are: U+202A to U+202E and U+2066 to U+2069.
  private static func control(_ second: UInt8, _ third: UInt8) -> UInt32? {
    switch (second, third) {
    case (0x80, 0xAA...0xAE): 0x2000 + UInt32(third - 0x80)
    case (0x81, 0xA6...0xA9): 0x2040 + UInt32(third - 0x80)
    default: nil
    }
  }

  private static func name(_ code: UInt32) -> String {
    switch code {
    case 0x202A: "left-to-right embedding"
    case 0x202B: "right-to-left embedding"
    case 0x202C: "pop directional formatting"
    case 0x202D: "left-to-right override"
    case 0x202E: "right-to-left override"
    case 0x2066: "left-to-right isolate"
    case 0x2067: "right-to-left isolate"
    case 0x2068: "first strong isolate"
    default: "pop directional isolate"
    }
  }

  private static func isWrittenFromRight(_ language: String) -> Bool {
    ["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]
      .contains(asciiLowercased(language.prefix { $0 != "-" && $0 != "_" }))
  }
}

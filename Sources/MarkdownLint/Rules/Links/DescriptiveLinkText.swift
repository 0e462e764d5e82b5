import Markdown
import SourceCore

/// Flags links whose text says nothing of where they lead.
struct DescriptiveLinkText: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/descriptive-link-text", alias: "MD059",
    summary: "A link's text says nothing of where it leads.",
    why: "Screen readers list the links of a page: \"here\" tells nothing among them.",
    severity: .warning, source: "markdownlint MD059", isOnByDefault: false,
    tags: ["accessibility", "links"])
  static let options = [
    RuleOption(
      "prohibited_texts", .texts(default: ["click here", "here", "link", "more"]),
      "texts that are too little")
  ]
  static let examples: [Example] = [
    .good("Read [the guide to prices](guide.md).\n"),
    .good("Look [here for prices](guide.md).\n"),
    .good("Call [`more`](more.md) or [<b>more</b>](more.md).\n"),
    .good("[more](more.md)\n", options: ["prohibited_texts": .texts(["ici"])]),
    .bad("Click [⟦here⟧](guide.md).\n"),
    .bad("[⟦Click  here!⟧](guide.md) · [⟦More…⟧][m]\n\n[m]: more.md\n"),
    .bad("Regardez [⟦Ici⟧](guide.md).\n", options: ["prohibited_texts": .texts(["ici"])]),
  ]

  private let texts: Set<[UInt8]>
  private let longest: Int

  init(_ options: RuleOptionValues) {
    var texts: Set<[UInt8]> = []
    for text in options.texts("prohibited_texts") {
      texts.insert(Self.normalised(Array(text.utf8)[...], limit: .max) ?? [])
    }
    texts.remove([])
    self.texts = texts
    longest = texts.map(\.count).max() ?? 0
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    guard longest > 0 else { return }
    let document = page.document
    for node in page.nodes(.link) {
      let text = LinkParts.text(of: node, in: document)
      guard isShort(text, page.source),
        let normalised = Self.normalised(page.source[text.indices], limit: longest),
        texts.contains(normalised)
      else { continue }
      let isSpecial = document.children(node).contains {
        document.kind($0) == .codeSpan || document.kind($0) == .htmlInline
      }
      if isSpecial { continue }
      report(
        Finding(
          text, "the link's text is only `\(MarkdownPage.code(page.text(text)))`",
          help: "say in the text where the link leads"))
    }
  }

  /// Whether a text has no more letters and digits than the longest that is looked for.
  private func isShort(_ text: ByteRange, _ source: [UInt8]) -> Bool {
    let bytes = source.span
    var count = 0
    for index in text.indices {
      let lower = bytes[index] | 0x20
      guard lower >= 0x61 && lower <= 0x7A || lower >= 0x30 && lower <= 0x39 else { continue }
      count += 1
      if count > longest { return false }
    }
    return count > 0
  }

  /// Letters and digits of ASCII in lower case, with one blank for whatever is between them; nil
  /// where there are more than `limit`.
  private static func normalised(_ text: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var out: [UInt8] = []
    var isPending = false
    for byte in text {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      guard lower >= 0x61 && lower <= 0x7A || lower >= 0x30 && lower <= 0x39 else {
        isPending = !out.isEmpty
        continue
      }
      if isPending { out.append(0x20) }
      isPending = false
      out.append(lower)
      if out.count > limit { return nil }
    }
    return out
  }
}

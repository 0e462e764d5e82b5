import Markdown
import SourceCore

/// Flags images without alternative text.
struct NoAltText: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-alt-text", alias: "MD045",
    summary: "An image has no alternative text.",
    why: "Who cannot see the image learns nothing of it.",
    severity: .warning, source: "markdownlint MD045", isOnByDefault: false,
    tags: ["accessibility", "images"])
  static let examples: [Example] = [
    .good("![Prices since 2015](prices.png)\n"),
    .good("<img src=\"prices.png\" alt=\"Prices since 2015\">\n"),
    .good("An ornament <img src=\"line.png\" aria-hidden=\"true\"> here.\n"),
    .bad("⟦![](prices.png)⟧\n"),
    .bad("Voir ⟦![][prix]⟧.\n\n[prix]: prix.png\n"),
    .bad("An image ⟦<img src=\"prices.png\">⟧ in text.\n"),
    .bad("<div>\n⟦<IMG src=\"prices.png\"/>⟧\n</div>\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    for node in page.nodes(.image) {
      let range = document.range(node)
      guard page.source[range.start + 2] == UInt8(ascii: "]") else { continue }
      // Pandoc and Quarto take the alternative text from attributes too.
      if let attributes = document.attributes(node),
        attributes["alt"] != nil || attributes["fig-alt"] != nil
      {
        continue
      }
      report(finding(range))
    }
    page.forEachTag { tag in
      guard !tag.isClosing, tag.isNamed("img", in: page.source),
        tag.value(of: "alt", in: page.source) == nil
      else { return }
      if let hidden = tag.value(of: "aria-hidden", in: page.source),
        page.text(hidden).lowercased() == "true"
      {
        return
      }
      report(finding(tag.range))
    }
  }

  private func finding(_ range: ByteRange) -> Finding {
    Finding(
      range, "the image has no alternative text", help: "say in words what the image shows")
  }
}

import Markdown
import SourceCore

/// Flags `$` in front of commands where no output is shown.
struct CommandsShowOutput: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/commands-show-output", alias: "MD014",
    summary: "Each line of a code block is a command behind a `$`.",
    why:
      "The `$` tells commands from their output; where there is none it is only in the way of those "
      + "who copy a command.",
    severity: .warning, source: "markdownlint MD014", isOnByDefault: false, tags: ["code"])
  static let examples: [Example] = [
    .good("```sh\nls\ncat prices.csv\n```\n"),
    .good("```sh\n$ ls\nprices.csv\n```\n"),
    .good("```sh\n$1\n```\n\n```sh\n```\n"),
    .bad(
      "```sh\n⟦$ ⟧ls\n\n⟦$  ⟧cat prices.csv\n```\n", fixed: "```sh\nls\n\ncat prices.csv\n```\n"),
    .bad("A text.\n\n    ⟦$ ⟧ls\n", fixed: "A text.\n\n    ls\n"),
    .bad("> ~~~\n>   ⟦$ ⟧ls\n> ~~~\n", fixed: "> ~~~\n>   ls\n> ~~~\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var prompts: [ByteRange] = []
    for block in page.nodes(.codeBlock) {
      guard mayBeginWithPrompt(block, page) else { continue }
      prompts.removeAll(keepingCapacity: true)
      var isOther = false
      for line in page.document.segments(block) where !line.isEmpty {
        guard let prompt = prompt(line, page.cleared) else {
          isOther = true
          break
        }
        prompts.append(prompt)
      }
      if isOther { continue }
      for prompt in prompts {
        report(
          Finding(
            prompt, "this `$` stands before a command whose output is not shown",
            help: "take it away, or show what the command prints",
            fix: Fix(title: "take the `$` away", replacing: prompt, with: "", applicability: .safe))
        )
      }
    }
  }

  /// Whether the first line of a block that is not empty has a `$` in it, at least.
  private func mayBeginWithPrompt(_ block: NodeID, _ page: MarkdownPage) -> Bool {
    let range = page.document.range(block)
    var index = range.start
    if page.document.fence(block) != nil {
      while index < range.end, page.cleared[index] != 0x0A, page.cleared[index] != 0x0D {
        index += 1
      }
    }
    while index < range.end {
      switch page.cleared[index] {
      case 0x00...0x20, 0x80...0xFF, UInt8(ascii: ">"): index += 1
      case UInt8(ascii: "$"): return true
      default: return false
      }
    }
    return false
  }

  /// The `$` that a line begins with, and the whitespace behind it; nil where there is none.
  private func prompt(_ line: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
    var start = line.start
    while start < line.end {
      let blank = Whitespace.length(at: start, to: line.end, in: bytes)
      if blank == 0 { break }
      start += blank
    }
    guard start < line.end, bytes[start] == UInt8(ascii: "$") else { return nil }
    var end = start + 1
    while end < line.end {
      let blank = Whitespace.length(at: end, to: line.end, in: bytes)
      if blank == 0 { break }
      end += blank
    }
    return end > start + 1 ? ByteRange(start, end) : nil
  }
}

import Markdown
import SourceCore

/// What lines the whitespace at their end depends on.
struct TrailingSpaceLines {
  /// The lines of lists in which whitespace is allowed; empty where the rule does not ask.
  let inLists: [Bool]
  private let inParagraphs: [Bool]
  /// The last lines of code blocks that nothing closes but the end of their container.
  private let lastOfOpenCode: Set<Int>

  init(_ page: MarkdownPage, inLists: Bool, strict: Bool) {
    self.inLists = inLists ? Self.listLines(page) : []
    inParagraphs = strict ? Self.brokenLines(page) : []
    var lastOfOpenCode: Set<Int> = []
    for block in page.nodes(.codeBlock) {
      guard let fence = page.document.fence(block), fence.closing == nil else { continue }
      let last = page.lastLine(of: block)
      // A line ending at the end of the page still belongs to the code.
      let isLast = last + 2 == page.lineCount && page.lines.range(ofLine: last + 1).isEmpty
      if !isLast { lastOfOpenCode.insert(last) }
    }
    self.lastOfOpenCode = lastOfOpenCode
  }

  /// Whether a line is code; the fences are not.
  func isCode(_ line: Int, _ page: MarkdownPage) -> Bool {
    let flags = page.flags(ofLine: line)
    if flags.contains(.indentedCode) { return true }
    return flags.contains(.fencedCode) && !flags.contains(.codeFence)
      && !lastOfOpenCode.contains(line)
  }

  /// Whether spaces at the end of a line may break it: a line of a paragraph follows.
  func breaks(_ line: Int) -> Bool { inParagraphs[line] }

  private static func brokenLines(_ page: MarkdownPage) -> [Bool] {
    var lines = Array(repeating: false, count: page.lineCount)
    for (kind, value) in [(NodeKind.paragraph, true), (.codeSpan, false)] {
      for node in page.nodes(kind) {
        for line in page.line(of: node)..<max(page.line(of: node), page.lastLine(of: node)) {
          lines[line] = value
        }
      }
    }
    return lines
  }

  /// The lines of lists, without those behind the last text of an item.
  private static func listLines(_ page: MarkdownPage) -> [Bool] {
    var lines = Array(repeating: false, count: page.lineCount)
    let document = page.document
    for list in page.nodes(.list) {
      let end = page.lastLine(of: list)
      for line in page.line(of: list)...end { lines[line] = true }
      var items: [(first: Int, text: Int)] = []
      // Blocks inside an item keep their lines; the list's own are those between.
      var inside: [ClosedRange<Int>] = []
      for item in document.children(list) {
        var text = page.line(of: item)
        for child in document.children(item) {
          switch document.kind(child) {
          case .paragraph, .linkDefinition: text = page.lastLine(of: child)
          case .list, .blockQuote: inside.append(page.line(of: child)...page.lastLine(of: child))
          default: break
          }
        }
        items.append((page.line(of: item), text))
      }
      var next = 0
      for (index, item) in items.enumerated() {
        let last = index + 1 < items.count ? items[index + 1].first - 1 : end
        guard item.text < last else { continue }
        for line in (item.text + 1)...last {
          while next < inside.count, inside[next].upperBound < line { next += 1 }
          if next < inside.count, inside[next].contains(line) { continue }
          lines[line] = false
        }
      }
    }
    return lines
  }
}

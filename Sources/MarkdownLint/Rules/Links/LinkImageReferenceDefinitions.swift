import Markdown
import SourceCore

/// Flags definitions that nothing refers to, and labels that are defined twice.
struct LinkImageReferenceDefinitions: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/link-image-reference-definitions", alias: "MD053",
    summary: "A definition is not used, or its label is taken.",
    why: "It shows nowhere; often a label was misspelt or a link was lost.",
    severity: .warning, source: "markdownlint MD053", isOnByDefault: false,
    tags: ["images", "links"])
  static let options = [
    RuleOption("ignored_definitions", .texts(default: ["//"]), "labels that need no reference")
  ]
  static let examples: [Example] = [
    .good("See [the guide][guide].\n\n[guide]: guide.md\n"),
    .good("A note[^1].\n\n[^1]: Here.\n"),
    .good("Text.\n\n[//]: # (a remark)\n"),
    .bad("Text.\n\n⟦[guide]: guide.md⟧\n", fixed: "Text.\n\n"),
    .bad("[été]\n\n[été]: a.md\n⟦[Été]: b.md⟧\n", fixed: "[été]\n\n[été]: a.md\n"),
    .bad(
      "Text.\n\n⟦[guide]:⟧\nguide.md\n\n⟦[^1]: Not used.⟧\n",
      fixed: "Text.\n\n[guide]:\nguide.md\n\n"),
  ]

  private let ignored: Set<String>

  init(_ options: RuleOptionValues) { ignored = Set(options.texts("ignored_definitions")) }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let definitions = page.nodes(.linkDefinition, .footnoteDefinition)
    guard !definitions.isEmpty else { return }
    var used: Set<NodeID> = []
    for kind in [NodeKind.link, .image, .footnoteReference] {
      for node in page.nodes(kind) {
        if let definition = page.document.definition(node) { used.insert(definition) }
      }
    }
    var seen: Set<String> = []
    var mentioned: Set<String>?
    let neighbours = Neighbours(definitions, in: page.document)
    for (index, node) in definitions.enumerated() {
      let label = page.definedLabel(node)
      let isDuplicate = !seen.insert(label).inserted
      guard isDuplicate || !used.contains(node), !ignored.contains(label) else { continue }
      if !isDuplicate {
        // Brackets that make no link may name a label all the same.
        let labels =
          mentioned ?? Set(UndefinedReference.all(page, shortcuts: true).map(\.label))
        mentioned = labels
        if labels.contains(label) { continue }
      }
      let shown = MarkdownPage.code(label)
      report(
        Finding(
          firstLine(of: node, in: page),
          isDuplicate
            ? "the label `\(shown)` is defined above already" : "nothing refers to `\(shown)`",
          help: isDuplicate
            ? "give it another label, or delete it" : "refer to it, or delete it",
          fix: neighbours.areKeptApart[index] ? fix(node, page) : nil))
    }
  }

  private func firstLine(of node: NodeID, in page: MarkdownPage) -> ByteRange {
    let range = page.document.range(node)
    let line = page.content(ofLine: page.lines.line(at: range.start))
    return ByteRange(range.start, min(range.end, line.end))
  }

  /// Deletes the lines of a definition, where they hold nothing else.
  private func fix(_ node: NodeID, _ page: MarkdownPage) -> Fix? {
    let range = page.document.range(node)
    let first = page.lines.line(at: range.start)
    let last = page.lastLine(of: node)
    if page.document.kind(node) == .footnoteDefinition {
      guard first == last else { return nil }
    } else {
      guard let destination = page.document.destinationRange(node),
        page.lines.line(at: destination.start) == first
      else { return nil }
    }
    for index in page.content(ofLine: first).start..<range.start {
      switch page.source[index] {
      case 0x20, 0x09, UInt8(ascii: ">"): continue
      default: return nil
      }
    }
    guard !wouldBecomeBlock(last + 1, behind: range.start, in: page) else { return nil }
    let bytes = ByteRange(
      page.lines.start(ofLine: first), page.lines.range(ofLine: last).upperBound)
    return Fix(title: "delete the definition", replacing: bytes, with: "", applicability: .safe)
  }

  /// Whether a line that goes on as a paragraph behind definitions may be something else without
  /// them: a list that does not begin with 1, an empty item, code, HTML, or no part of the quote.
  private func wouldBecomeBlock(
    _ line: Int, behind definition: Int, in page: MarkdownPage
  ) -> Bool {
    guard line < page.lineCount, !page.isBlank(line) else { return false }
    let content = page.content(ofLine: line)
    var start = content.start
    while start < content.end, page.source[start] == 0x20 || page.source[start] == 0x3E {
      start += 1
    }
    guard start < content.end else { return false }
    // At the start of a page it would open a front matter.
    if page.lines.line(at: definition) == 0, "-+{".utf8.contains(page.source[start]) { return true }
    let mark = UInt8(ascii: ">")
    let quotes = page.source[content.start..<start].count { $0 == mark }
    let own = page.content(ofLine: page.lines.line(at: definition)).start
    if quotes < page.source[own..<definition].count(where: { $0 == mark }) { return true }
    if quotes == 0, start >= content.start + 4 || page.source[start] == 0x09 { return true }
    switch page.source[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "<"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x09:
      return isText(start, in: page)
    default: return start >= content.start + 4 && isText(start, in: page)
    }
  }

  private func isText(_ offset: Int, in page: MarkdownPage) -> Bool {
    let paragraphs = page.nodes(.paragraph)
    var low = paragraphs.startIndex
    var high = paragraphs.endIndex
    while low < high {
      let middle = (low + high) / 2
      if page.document.range(paragraphs[middle]).start < offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < paragraphs.endIndex && page.document.range(paragraphs[low]).start == offset
  }

  /// What stands around definitions: two lists, or two quotes, must not become one when the
  /// definitions between them are deleted.
  private struct Neighbours {
    private(set) var areKeptApart: [Bool]

    /// Whether what comes below a definition begins behind blanks, as what belongs to an item does.
    private static func isIndented(below definition: NodeID, in document: Document) -> Bool {
      let next = document.end(definition)
      guard Int(next.index) < document.nodeCount else { return false }
      let start = document.range(next).start
      return start > 0 && [0x20, 0x09].contains(document.source[start - 1])
    }

    /// Whether a blank line or the end comes behind a definition.
    private static func isBlank(behind definition: NodeID, in document: Document) -> Bool {
      var at = document.range(definition).end
      var newlines = 0
      while at < document.source.count, document.source[at] <= 0x20 {
        if document.source[at] == 0x0A
          || document.source[at] == 0x0D
            && (at + 1 == document.source.count || document.source[at + 1] != 0x0A)
        {
          newlines += 1
        }
        if newlines > 1 { return true }
        at += 1
      }
      return at == document.source.count
    }

    init(_ definitions: [NodeID], in document: Document) {
      let none = NodeKind.document
      var before = Array(repeating: none, count: definitions.count)
      var after = before
      for (index, node) in definitions.enumerated() {
        guard let parent = document.parent(node) else { continue }
        var previous = NodeID(Int(node.index) - 1)
        while previous > parent, let above = document.parent(previous), above != parent {
          previous = above
        }
        if index > 0, previous == definitions[index - 1] {
          before[index] =
            document.kind(previous) == .linkDefinition ? before[index - 1] : .footnoteDefinition
        } else if previous > parent {
          before[index] = document.kind(previous)
        }
      }
      for (index, node) in definitions.enumerated().reversed() {
        guard let parent = document.parent(node), document.end(node) < document.end(parent) else {
          continue
        }
        let next = document.end(node)
        if index + 1 < definitions.count, next == definitions[index + 1],
          document.kind(next) == .linkDefinition
        {
          after[index] = after[index + 1]
        } else {
          after[index] = document.kind(next)
        }
      }
      areKeptApart = definitions.indices.map { index in
        switch before[index] {
        case .list, .footnoteDefinition:
          after[index] != .list && after[index] != .codeBlock
            && !Self.isIndented(below: definitions[index], in: document)
        case .paragraph:
          after[index] != .paragraph && after[index] != .thematicBreak
            || Self.isBlank(behind: definitions[index], in: document)
        case .blockQuote, .codeBlock, .table: after[index] != before[index]
        default: true
        }
      }
    }
  }
}

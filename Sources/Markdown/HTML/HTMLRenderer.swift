import SourceCore

/// Renders documents as the specification's HTML, but for what a policy changes.
///
/// It walks the nodes in order and keeps the open ones on a stack of its own, so that no depth of
/// nesting can exhaust the thread's.
public struct HTMLRenderer<Policy: HTMLPolicy> {
  /// What decides where the page is to differ.
  public var policy: Policy
  /// Whether tags that GFM disallows (`<script>`, `<title>`, ...) are disarmed.
  public var filtersTags: Bool

  struct Open {
    var node: NodeID
    var end: Int
    var isCustom: Bool
  }

  var open: [Open] = []
  var start = 0
  var footnotes = FootnoteNumbers.none
  var hasTableBody = false
  /// The next cell's column.
  var column = 0
  /// Open links whose tags the policy left out.
  var droppedLinks: [NodeID] = []
  /// The footnote whose links back are written already.
  var linkedBack: NodeID?

  /// Makes a renderer.
  public init(policy: Policy, filtersTags: Bool = false) {
    self.policy = policy
    self.filtersTags = filtersTags
  }

  /// Appends a document's HTML.
  public mutating func render(_ document: Document, to out: inout [UInt8]) {
    start = out.count
    footnotes = FootnoteNumbers(document)
    render(document, from: 1, to: document.nodeCount, &out)
    renderFootnotes(document, &out)
    repair(document, &out)
  }

  /// Appends the HTML of one node and its descendants.
  public mutating func render(_ node: NodeID, of document: Document, to out: inout [UInt8]) {
    start = out.count
    footnotes = FootnoteNumbers(document)
    render(document, from: Int(node.index), to: Int(document.end(node).index), &out)
    repair(document, &out)
  }

  private mutating func render(
    _ document: Document, from first: Int, to end: Int, _ out: inout [UInt8]
  ) {
    let base = open.count
    var index = first
    while true {
      while open.count > base, let last = open.last, last.end == index {
        open.removeLast()
        if last.isCustom {
          policy.close(last.node, in: document, to: &out)
        } else {
          closeStandard(last.node, document, &out)
        }
      }
      guard index < end else { return }
      let node = NodeID(index)
      let kind = document.kind(node)
      let after = Int(document.end(node).index)
      // Definitions are not rendered where they stand.
      if kind == .linkDefinition || kind == .frontMatter || kind == .footnoteDefinition {
        index = after
        continue
      }
      switch policy.open(node, in: document, to: &out) {
      case .replaced: index = after
      case .custom:
        open.append(Open(node: node, end: after, isCustom: true))
        index += 1
      case .standard:
        if openStandard(node, kind, document, &out) {
          open.append(Open(node: node, end: after, isCustom: false))
          index += 1
        } else {
          index = after
        }
      }
    }
  }

  /// Begins a new line unless one has just begun.
  func breakLine(_ out: inout [UInt8]) {
    if out.count > start, out.last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }

  /// Replaces what is not UTF-8 in the output; only the output of such a source is looked at.
  private func repair(_ document: Document, _ out: inout [UInt8]) {
    do {
      _ = try UTF8Span(validating: document.source.span)
    } catch {
      out.replaceSubrange(start..., with: String(decoding: out[start...], as: UTF8.self).utf8)
    }
  }

  // MARK: Footnotes

  private mutating func renderFootnotes(_ document: Document, _ out: inout [UInt8]) {
    guard !footnotes.order.isEmpty else { return }
    HTML.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n", to: &out)
    for definition in footnotes.order {
      HTML.append("<li id=\"fn-", to: &out)
      HTML.appendDestination(labelBytes(definition, document), to: &out)
      HTML.append("\">\n", to: &out)
      linkedBack = nil
      render(
        document, from: Int(definition.index) + 1, to: Int(document.end(definition).index), &out)
      if linkedBack != definition {
        appendLinksBack(definition, document, &out)
        out.append(UInt8(ascii: "\n"))
      }
      HTML.append("</li>\n", to: &out)
    }
    HTML.append("</ol>\n</section>\n", to: &out)
  }

  private func labelBytes(_ definition: NodeID, _ document: Document) -> ArraySlice<UInt8> {
    document.source[(document.block(definition)?.opening.indices) ?? 0..<0]
  }

  func appendReference(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    guard let definition = document.definition(node) else { return }
    let label = labelBytes(definition, document)
    HTML.append("<sup class=\"footnote-ref\"><a href=\"#fn-", to: &out)
    HTML.appendDestination(label, to: &out)
    HTML.append("\" id=\"fnref-", to: &out)
    HTML.appendDestination(label, to: &out)
    let ordinal = footnotes.ordinal(node)
    if ordinal > 1 { out += "-\(ordinal)".utf8 }
    out += "\" data-footnote-ref>\(footnotes.number(definition))</a></sup>".utf8
  }

  func appendLinksBack(_ definition: NodeID, _ document: Document, _ out: inout [UInt8]) {
    let label = labelBytes(definition, document)
    for ordinal in 1...max(footnotes.references(definition), 1) {
      if ordinal > 1 { out.append(UInt8(ascii: " ")) }
      HTML.append("<a href=\"#fnref-", to: &out)
      HTML.appendDestination(label, to: &out)
      if ordinal > 1 { out += "-\(ordinal)".utf8 }
      HTML.append(
        "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩",
        to: &out)
      if ordinal > 1 { out += "<sup class=\"footnote-ref\">\(ordinal)</sup>".utf8 }
      HTML.append("</a>", to: &out)
    }
  }
}

extension Document {
  /// The document as the specification's HTML.
  public func html(filtersTags: Bool = false) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(source.count * 5 / 4)
    var renderer = HTMLRenderer(policy: StandardHTMLPolicy(), filtersTags: filtersTags)
    renderer.render(self, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}

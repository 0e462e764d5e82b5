import SourceCore

extension InlineParser {
  mutating func openBracket(isImage: Bool) {
    if !brackets.isEmpty { brackets.last.hasInner = true }
    let end = position + (isImage ? 2 : 1)
    brackets.append(
      Bracket(item: items.count, textStart: end, isImage: isImage, delimiter: lastDelimiter))
    items.append(InlineItem(.text, isImage ? .image : .link, position, end))
    position = end
  }

  private mutating func removeBracket() {
    brackets.removeLast()
    inactiveBrackets = min(inactiveBrackets, brackets.count)
  }

  /// Ends the link, image, span or footnote reference that the innermost bracket begins, if any.
  mutating func closeBracket(_ references: inout References, _ tree: inout Tree) {
    let close = position
    position = close + 1
    guard !brackets.isEmpty else { return }
    let opener = brackets.last
    let isActive = opener.isImage || brackets.count > inactiveBrackets

    if hasSpans, !opener.isImage, let attributes = attributes() {
      var detail = LinkDetail(form: .span)
      detail.attributes = attributes
      finish(opener, .span, detail, close: close, &tree)
      return
    }
    guard isActive else {
      removeBracket()
      return
    }
    guard var detail = target(opener, close: close, &references) else {
      position = close + 1
      removeBracket()
      if lastCitation > opener.item {
        takeAsCitation(opener, close: close)
        return
      }
      if isGFM { readFootnoteReference(opener, close: close, &references) }
      return
    }
    if let attributes = attributes() { detail.attributes = attributes }
    finish(opener, opener.isImage ? .image : .link, detail, close: close, &tree)
    // A link holds no other link.
    if !opener.isImage { inactiveBrackets = brackets.count }
  }

  private mutating func finish(
    _ opener: Bracket, _ kind: NodeKind, _ detail: LinkDetail, close: Int, _ tree: inout Tree
  ) {
    processEmphasis(above: opener.delimiter)
    items[opener.item].role = .open
    items[opener.item].kind = kind
    items[opener.item].payload = UInt32(truncatingIfNeeded: tree.links.count)
    tree.links.append(detail)
    items.append(InlineItem(.close, kind, close, position))
    removeBracket()
  }

  /// What a bracket's text links to, moving past what says so; nil where it is no link.
  private mutating func target(
    _ opener: Bracket, close: Int, _ references: inout References
  ) -> LinkDetail? {
    let after = close + 1
    if after < view.count, view[after] == UInt8(ascii: "("),
      let tail = LinkScanner.tail(view, at: after, linkGrammar)
    {
      position = tail.end
      var detail = LinkDetail(form: .inline)
      detail.destination = content.source(tail.destination)
      if let title = tail.title {
        detail.title = content.source(title)
        detail.hasTitle = true
      }
      return detail
    }
    guard references.hasTargets else { return nil }
    var label = opener.textStart..<close
    if let written = LinkScanner.label(view, at: after), !written.isEmpty {
      label = written
      position = written.upperBound + 1
    } else if opener.hasInner || label.count > 4_000 {
      // 999 characters have at most 3,996 bytes.
      return nil
    } else if after + 1 < view.count, view[after] == UInt8(ascii: "["),
      view[after + 1] == UInt8(ascii: "]")
    {
      position = after + 2
    }
    var detail = LinkDetail(form: .reference)
    switch references.target(ByteView(rebasing: view[label]), limit: expansionLimit) {
    case .definition(let ordinal): detail.definition = UInt32(truncatingIfNeeded: ordinal)
    case .heading(let start) where !opener.isImage:
      detail.form = .heading
      detail.definition = UInt32(truncatingIfNeeded: start)
    default: return nil
    }
    detail.destination = content.source(label)
    return detail
  }

  /// Makes a citation of a bracket that holds one; the words beside the key belong to it.
  private mutating func takeAsCitation(_ opener: Bracket, close: Int) {
    drop(above: opener)
    lastCitation = items.count
    items.append(InlineItem(.leaf, .citation, opener.textStart - 1, close + 1))
  }

  /// Forgets whatever was read inside a bracket.
  private mutating func drop(above opener: Bracket) {
    items.truncate(to: opener.item)
    lastDelimiter = opener.delimiter
    if opener.delimiter >= 0 { delimiters[opener.delimiter].next = -1 }
  }

  private mutating func readFootnoteReference(
    _ opener: Bracket, close: Int, _ references: inout References
  ) {
    guard references.hasFootnotes, opener.textStart + 1 < close, close - opener.textStart <= 4_000,
      view[opener.textStart] == UInt8(ascii: "^"),
      let ordinal = references.footnote(ByteView(rebasing: view[opener.textStart + 1..<close]))
    else { return }
    // Whatever was read inside is part of the label.
    drop(above: opener)
    items.append(InlineItem(.leaf, .footnoteReference, opener.textStart - 1, close + 1, ordinal))
  }
}

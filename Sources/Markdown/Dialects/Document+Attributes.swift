import SourceCore

extension Document {
  /// Attributes of a div, heading, code block, link, image, code span, span or math block, and
  /// those that a line of attributes beside a block gives it; nil where none were written.
  public func attributes(_ n: NodeID) -> Attributes? {
    var found = ownAttributes(n)
    guard !kind(n).isInline,
      !dialect.grammar.isDisjoint(with: [.kramdown, .attributeLines]), kind(n) != .attributeLine
    else { return found }
    for line in attributeLines(n) {
      guard
        let other = AttributeParser.attributes(
          LeafText(range(line), in: self), kramdown: isKramdown)
      else {
        continue
      }
      if found == nil { found = other } else { found?.merge(other) }
    }
    return found
  }

  /// The lines of attributes that belong to a block: those directly after it, or before it.
  private func attributeLines(_ n: NodeID) -> [NodeID] {
    guard let parent = parent(n) else { return [] }
    var lines: [NodeID] = []
    if n.index > 0, n > NodeID(Int(parent.index) + 1) {
      let before = NodeID(Int(n.index) - 1)
      if kind(before) == .attributeLine, block(before)?.flags.contains(.attached) == false,
        self.parent(before) == parent
      {
        lines.append(before)
      }
    }
    var next = end(n)
    while next < end(parent), kind(next) == .attributeLine,
      block(next)?.flags.contains(.attached) == true
    {
      lines.append(next)
      next = end(next)
    }
    return lines
  }

  private var isKramdown: Bool { dialect.grammar.contains(.kramdown) }

  private func ownAttributes(_ n: NodeID) -> Attributes? {
    let range: ByteRange
    if let detail = block(n) {
      guard detail.flags.contains(.attributes) else { return nil }
      // A block's attributes stand on one line, beside its content.
      return AttributeParser.attributes(LeafText(detail.attributes, in: self))
    } else if let link = link(n) {
      range = link.attributes
    } else if kind(n) == .codeSpan, payload(n) > 0 {
      range = arena.attributes[Int(payload(n)) - 1]
    } else {
      return nil
    }
    guard !range.isEmpty else { return nil }
    return AttributeParser.attributes(
      LeafText(range, of: leaf(of: n), in: self), kramdown: isKramdown)
  }
}

import SourceCore

extension BlockParser {
  /// Opens a definition, `: text`, and its list where it does not go on with one.
  mutating func startDefinition() -> Bool {
    var content = nonspace + 1
    guard content < lineEnd, Bytes.isBlank(bytes[content]) else { return false }
    while content < lineEnd, Bytes.isBlank(bytes[content]) { content += 1 }
    guard content < lineEnd, mayNest(2) else { return false }
    let innermost = Int(open[matched - 1])
    let isLoose = wasBlank
    if isInParagraph {
      guard makeTerms(leaf) else { return false }
    } else if blocks[innermost].kind == .definitionList {
      takeLazyTerms(innermost)
    } else if leaf == 0, wasBlank, isAllMatched, blocks[blocks.count - 1].kind == .paragraph,
      Int(blocks[innermost].lastChild) == blocks.count - 1
    {
      guard makeTerms(blocks.count - 1) else { return false }
    } else {
      return false
    }
    openDefinition(isLoose: isLoose)
    return true
  }

  private mutating func openDefinition(isLoose: Bool) {
    let markerIndent = indent
    let start = nonspace
    prepare(forItem: true)
    let id = add(.definition, at: start)
    blocks[id].end = UInt32(start + 1)
    if isLoose { details[id].flags.insert(.loose) }
    push(id)
    column = nonspaceColumn + 1
    position = start + 1
    isInsideTab = false
    findNonspace()
    let taken = indent > 4 ? 1 : indent
    pushMatcher(.item, indent: markerIndent + 1 + taken)
    advance(columns: taken)
  }

  /// Makes terms of a paragraph's lines, and opens their list.
  private mutating func makeTerms(_ paragraph: Int) -> Bool {
    let first = Int(details[paragraph].firstSegment)
    let count = Int(details[paragraph].segmentCount)
    guard count > 0 else { return false }
    if !grammar.contains(.termLines), count > 1 {
      // Pandoc wants one line; MyST takes the last one.
      guard !grammar.contains(.pandocMath), leaf == paragraph else { return false }
      details[paragraph].segmentCount -= 1
      blocks[paragraph].end = segments[first + count - 2].upper
      closeLeaf()
      matched = open.count
      let list = add(.definitionList, at: Int(segments[first + count - 1].lower))
      push(list)
      addTerm(first + count - 1, below: list)
      return true
    }
    leaf = 0
    leafKind = .document
    let parent = Int(blocks[paragraph].parent)
    let previous = dialects.previousSibling
    var list = paragraph
    if previous != 0, blocks[previous].kind == .definitionList,
      Int(blocks[previous].next) == paragraph, blocks.count - 1 == paragraph
    {
      // The list before goes on: what became terms is no block beside it.
      blocks[previous].next = 0
      blocks[parent].lastChild = UInt32(previous)
      list = previous
    } else {
      blocks[paragraph].kind = .definitionList
      details[paragraph] = BlockDetail()
    }
    matched = open.count
    push(list)
    for segment in first..<first + count { addTerm(segment, below: list) }
    return true
  }

  /// Takes the lines that the open definition's paragraph took in though they lack its indentation:
  /// they are terms.
  private mutating func takeLazyTerms(_ list: Int) {
    guard leafKind == .paragraph, dialects.lazyLeaf == leaf, grammar.contains(.termLines) else {
      return
    }
    let first = Int(details[leaf].firstSegment)
    let end = first + Int(details[leaf].segmentCount)
    let lazy = dialects.lazySegment
    guard lazy > first, lazy < end else { return }
    details[leaf].segmentCount = UInt32(lazy - first)
    blocks[leaf].end = segments[lazy - 1].upper
    close(to: matched)
    for segment in lazy..<end { addTerm(segment, below: list) }
  }

  private mutating func addTerm(_ segment: Int, below list: Int) {
    let lower = Int(segments[segment].lower)
    let upper = trimmedEnd(from: lower, to: Int(segments[segment].upper))
    let id = append(
      Block(
        kind: .definitionTerm, start: UInt32(lower), end: UInt32(upper), parent: UInt32(list)))
    details[id].firstSegment = UInt32(segment)
    details[id].segmentCount = 1
    link(id, below: list)
  }
}

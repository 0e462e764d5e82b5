import SourceCore

/// The first phase: reads lines into a tree of blocks, and finds every definition.
///
/// The algorithm is the one of the CommonMark specification's appendix. What differs keeps it linear
/// where containers nest deep: only containers that a line must continue are asked, and a blank line
/// asks none but quotes.
struct BlockParser: ~Copyable {
  /// Containers nest no deeper than this; a deeper one is read as text and reported.
  static let nestingLimit = 1_000

  let bytes: ByteView
  let grammar: Grammar
  let isGFM: Bool
  let hasDivs: Bool
  /// Whether any construct of a dialect but GFM's is read.
  let hasDialect: Bool
  let isInsideHTML: Bool

  var blocks = Buffer<Block>(capacity: 64)
  /// What is particular to each block; the finished tree takes it over.
  var details = Buffer<BlockDetail>(capacity: 64)
  var segments = Buffer<Segment>(capacity: 128)
  var alignments = Buffer<TableAlignment>()
  var problems: [ParseProblem] = []
  var references = References()

  /// The open containers, outermost (the document) first.
  var open = Buffer<UInt32>(capacity: 16)
  var matchers = Buffer<Matcher>()
  /// Positions in `open` of the open divs, and the barriers above each.
  var divs = Buffer<(depth: Int, barriers: Int)>()
  /// The open leaf block, a child of the innermost open container; 0 where there is none.
  var leaf = 0
  var leafKind = NodeKind.document

  // The line being read.
  var lineStart = 0
  var lineEnd = 0
  var position = 0
  var column = 0
  /// Whether `position` stands at a tab some of whose columns were taken as indentation.
  var isInsideTab = false
  var nonspace = 0
  var nonspaceColumn = 0
  /// How many containers of `open` this line continues or has opened.
  var matched = 0
  var matchedMatchers = 0
  /// Whether this line has opened a container.
  var hasOpened = false
  /// Whether the line before was blank where this one's containers are concerned.
  var wasBlank = false
  var isDepthReported = false
  /// Where the last search for a thematic break failed, and the marker it was for: what starts
  /// before that on the same line cannot be one either.
  var thematicFailure = (offset: 0, marker: UInt8(0))
  /// Columns before the opening fence of the open code block.
  var fenceIndent = 0
  /// Cells that short table rows were filled up with.
  var filledCells = 0
  var content = Content()
  var dialects = DialectState()

  init(_ bytes: ByteView, _ options: ParseOptions) {
    self.bytes = bytes
    grammar =
      options.hasEnvironments
      ? options.dialect.grammar.union(.environments) : options.dialect.grammar
    isGFM = grammar.contains(.gfm)
    hasDivs = !grammar.isDisjoint(with: [.divs, .directives, .admonitions])
    hasDialect = !grammar.isSubset(of: .gfm)
    isInsideHTML = options.isInsideHTML
    blocks.append(Block(kind: .document, start: 0, end: UInt32(bytes.count), parent: 0))
    details.append(BlockDetail())
    open.append(0)
  }

  var indent: Int { @inline(__always) get { nonspaceColumn - column } }
  var isBlank: Bool { @inline(__always) get { nonspace == lineEnd } }
  var isAllMatched: Bool { @inline(__always) get { matched == open.count } }

  /// Reads the whole text.
  mutating func parse(frontMatter: Bool) {
    var next = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { next = 3 }
    if frontMatter { next = readFrontMatter(at: next) }
    while next < bytes.count {
      lineStart = next
      lineEnd = LineScanner.end(bytes, from: next)
      next = LineScanner.next(bytes, after: lineEnd)
      readLine()
    }
    close(to: 1)
    closeLeaf()
    problems.sort { $0.range < $1.range }
  }

  // MARK: One line

  private mutating func readLine() {
    position = lineStart
    column = 0
    isInsideTab = false
    hasOpened = false
    findNonspace()
    if matchContainers() { return }
    if hasDialect, dialects.options != .none, readOption() { return }
    if isAllMatched, leaf != 0, continueLeaf() { return }
    if !startBlocks() {
      if isBlank {
        readBlank()
        return
      }
      readText()
    }
    wasBlank = false
  }

  /// Matches the open containers with the line; true where nothing of the line is left.
  private mutating func matchContainers() -> Bool {
    var index = 0
    // How many markers this line is, as one that ends a directive; -1 while not known.
    var run = -1
    while index < matchers.count {
      let matcher = matchers[index]
      if isBlank {
        // Blank lines belong to every item and footnote, so only a quote can refuse one.
        if index >= matchers.last.lastQuote {
          settle(matchBlank(from: index))
          return false
        }
        if matcher.kind == .quote { break }
        index += 1
        continue
      }
      switch matcher.kind {
      case .quote:
        guard indent <= 3, bytes[nonspace] == UInt8(ascii: ">") else {
          settle(index)
          return false
        }
        enterQuote()
        run = -1
        if isBlank { blocks[Int(open[matcher.depth])].end = UInt32(position) }
      case .item, .footnote:
        guard indent >= matcher.indent else {
          settle(index)
          return false
        }
        // Only blanks are taken, so what follows them stays where it is: looking for it again would
        // make a deep list's lines quadratic in their indentation.
        advance(columns: matcher.indent)
      case .directive:
        if run < 0 { run = fenceRun() }
        if run >= matcher.length, bytes[nonspace] == matcher.marker, indent <= 3 {
          settle(index + 1)
          endDirective(matcher)
          return true
        }
        if run == 0, indent == 0, index >= matchers.last.lastOther {
          settle(matchers.count)
          return false
        }
        advance(columns: min(indent, matcher.indent))
      }
      index += 1
    }
    settle(index)
    return false
  }

  /// Matches items and footnotes with a blank line, whose blanks count where code goes on.
  private mutating func matchBlank(from first: Int) -> Int {
    var index = first
    while index < matchers.count, position < nonspace {
      advance(columns: min(indent, matchers[index].indent))
      index += 1
    }
    // An item may begin with one blank line, not with two.
    let isEmpty =
      matchers.last.kind != .directive && matchers.last.depth == open.count - 1
      && blocks[Int(open.last)].firstChild == 0
    return matchers.count - (isEmpty ? 1 : 0)
  }

  private mutating func settle(_ count: Int) {
    matchedMatchers = count
    matched = count == matchers.count ? open.count : matchers[count].depth
  }

  /// Moves past `>` and the blank after it.
  mutating func enterQuote() {
    position = nonspace + 1
    column = nonspaceColumn + 1
    isInsideTab = false
    if position < lineEnd, Bytes.isBlank(bytes[position]) { advance(columns: 1) }
    findNonspace()
  }

  private mutating func readBlank() {
    close(to: matched)
    if leafKind == .paragraph || leafKind == .table || leafKind == .comment { closeLeaf() }
    // A quote's own blank line separates nothing outside it, nor does the rest of a marker's line.
    wasBlank = !hasOpened && blocks[Int(open.last)].kind != .blockQuote
  }

  private mutating func readText() {
    if leafKind == .paragraph, !hasDialect || mayBeLazy() {
      // A paragraph goes on in spite of missing markers: that is laziness.
      addLine(from: nonspace)
      return
    }
    close(to: matched)
    if leafKind == .table {
      if addTableRow() { return }
      closeLeaf()
    }
    if leafKind == .comment { closeLeaf() }
    startLeaf(.paragraph, at: nonspace)
    addLine(from: nonspace)
  }

  // MARK: Blanks

  @inline(__always) mutating func findNonspace() {
    var index = position
    var col = column
    while index < lineEnd {
      let byte = bytes[index]
      if byte == 0x20 {
        col &+= 1
      } else if byte == 0x09 {
        col = (col | 3) &+ 1
      } else {
        break
      }
      index &+= 1
    }
    nonspace = index
    nonspaceColumn = col
  }

  /// Takes columns of indentation; a tab may be taken in part.
  mutating func advance(columns count: Int) {
    var left = count
    while left > 0, position < lineEnd {
      if bytes[position] == 0x09 {
        let width = 4 - column % 4
        if width > left {
          column += left
          isInsideTab = true
          return
        }
        column += width
        left -= width
      } else {
        column += 1
        left -= 1
      }
      isInsideTab = false
      position += 1
    }
  }

  // MARK: Blocks

  /// Adds a block as the last child of the innermost open container.
  mutating func add(_ kind: NodeKind, at start: Int) -> Int {
    let parent = Int(open.last)
    let id = append(
      Block(kind: kind, start: UInt32(start), end: UInt32(lineEnd), parent: UInt32(parent)))
    if wasBlank, blocks[parent].firstChild != 0 {
      // A blank line between two items, or between two blocks of one item, makes the list loose.
      if blocks[parent].kind == .listItem {
        details[Int(blocks[parent].parent)].flags.insert(.loose)
      } else if blocks[parent].kind == .list {
        details[parent].flags.insert(.loose)
      }
    }
    link(id, below: parent)
    return id
  }

  /// Adds a block that is not linked yet, and gives its id.
  mutating func append(_ block: Block, _ detail: BlockDetail = BlockDetail()) -> Int {
    blocks.append(block)
    details.append(detail)
    return blocks.count - 1
  }

  mutating func link(_ id: Int, below parent: Int) {
    let last = Int(blocks[parent].lastChild)
    dialects.previousSibling = last
    if last == 0 {
      blocks[parent].firstChild = UInt32(id)
    } else {
      blocks[last].next = UInt32(id)
    }
    blocks[parent].lastChild = UInt32(id)
  }

  /// Ends what this line does not continue, so that a block can be added where the line stands.
  mutating func prepare(forItem: Bool = false) {
    close(to: matched)
    closeLeaf()
    if !forItem, isSequence(Int(open.last)) {
      open.removeLast()
      matched = open.count
    }
  }

  mutating func startLeaf(_ kind: NodeKind, at start: Int) {
    prepare()
    leaf = add(kind, at: start)
    leafKind = kind
    details[leaf].firstSegment = UInt32(segments.count)
  }

  /// Opens a container; the caller has made sure that it may nest here.
  mutating func push(_ id: Int) {
    open.append(UInt32(id))
    matched = open.count
    hasOpened = true
  }

  mutating func pushMatcher(
    _ kind: Matcher.Kind, indent: Int, marker: UInt8 = 0, length: Int = 0
  ) {
    let above = matchers.isEmpty ? nil : matchers.last
    let index = matchers.count
    matchers.append(
      Matcher(
        kind: kind, depth: open.count - 1, indent: indent,
        barriers: (above?.barriers ?? 0) + (kind == .item ? 0 : 1),
        directives: (above?.directives ?? 0) + (kind == .directive ? 1 : 0),
        marker: marker, length: length,
        lastOther: kind == .directive ? above?.lastOther ?? 0 : index + 1,
        lastQuote: kind == .quote ? index + 1 : above?.lastQuote ?? 0))
    matchedMatchers = matchers.count
  }

  /// Whether `count` more containers may be opened; if not, the rest of the line is reported.
  mutating func mayNest(_ count: Int = 1) -> Bool {
    if matched + count <= BlockParser.nestingLimit + 1 { return true }
    reportDepth()
    return false
  }

  mutating func reportDepth() {
    guard !isDepthReported else { return }
    isDepthReported = true
    problems.append(ParseProblem(.nestingLimit, ByteRange(nonspace, lineEnd)))
  }

  /// Closes the containers beyond the first `depth`, and the leaf in them.
  mutating func close(to depth: Int) {
    guard open.count > depth else { return }
    closeLeaf()
    while open.count > depth {
      let id = Int(open.last)
      if blocks[id].kind == .div { closeDiv(id) }
      if blocks[id].kind == .directive { closeDirective(id) }
      if !matchers.isEmpty, matchers.last.depth == open.count - 1 { matchers.removeLast() }
      open.removeLast()
    }
    matched = min(matched, open.count)
    matchedMatchers = min(matchedMatchers, matchers.count)
  }

  /// Adds the rest of the line to the open leaf.
  mutating func addLine(from start: Int) {
    var segment = Segment(lower: UInt32(start), upper: UInt32(lineEnd))
    if isInsideTab, start == position {
      segment.lower += 1
      segment.padding = UInt32(4 - column % 4)
    }
    segments.append(segment)
    details[leaf].segmentCount += 1
    blocks[leaf].end = UInt32(lineEnd)
  }

  mutating func closeLeaf() {
    guard leaf != 0 else { return }
    let id = leaf
    let kind = leafKind
    leaf = 0
    leafKind = .document
    switch kind {
    case .paragraph: _ = readDefinitions(id)
    case .codeBlock: closeCode(id)
    default: break
    }
  }

  /// Goes on with the open leaf; false where it ends here or where new blocks may interrupt it.
  private mutating func continueLeaf() -> Bool {
    switch leafKind {
    case .codeBlock: return continueCode()
    case .htmlBlock: return continueHTML()
    case .mathBlock: return continueMath()
    case .templateBlock: return continueToEnd()
    case .comment where grammar.contains(.kramdown): return continueToEnd()
    default: return false
    }
  }
}

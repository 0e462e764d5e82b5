import SourceCore

/// The second phase's work on one leaf: reads its content into items, then writes them as nodes.
struct InlineParser: ~Copyable {
  /// Sum of what references may expand to.
  let expansionLimit: Int
  let grammar: Grammar
  let isGFM: Bool
  let hasAttributes: Bool
  let hasSpans: Bool
  let hasCitations: Bool

  var content = Content()
  var view = ByteView(start: nil, count: 0)
  var position = 0
  var items = Buffer<InlineItem>(capacity: 64)
  var links = 0

  var delimiters = Buffer<Delimiter>()
  var openings = Buffer<Opening>()
  var lastDelimiter = -1

  var brackets = Buffer<Bracket>()
  /// Brackets below this height no longer begin links, since a link may not hold another.
  var inactiveBrackets = 0

  var ticks = TickMemo(UInt8(ascii: "`"))
  var dollars = TickMemo(UInt8(ascii: "$"))
  var templates = TemplateMemo()
  /// Item of the last citation; -1 where there is none.
  var lastCitation = -1
  /// How many bytes of what turned out to be no attributes may still be read in this leaf.
  var attributeBudget = 0
  /// Shortcodes that nothing ends, as ranges of the source.
  var unclosedShortcodes: [ByteRange] = []
  /// Where searches for the ends of raw HTML failed: none that starts later can succeed.
  var html = HTMLMemo()
  /// The end of a host name that failed, so that its parts are not tried again.
  var failedHostEnd = 0
  var hasAt = false

  // Writing.
  var frames = Buffer<Frame>()
  var textStart = 0
  var textEnd = 0
  var openLinks = 0

  /// An open node while items are written: what it is, and how many markers end it.
  struct Frame {
    var kind: NodeKind
    var markers: Int
  }

  /// The bytes at which text may stop, one flag per byte.
  private var special = Buffer<Bool>(capacity: 256)

  init(_ options: ParseOptions, expansionLimit: Int) {
    self.expansionLimit = expansionLimit
    grammar = options.dialect.grammar
    isGFM = grammar.contains(.gfm)
    hasAttributes = !grammar.isDisjoint(with: [.attributes, .kramdown])
    hasSpans = grammar.contains(.spans)
    hasCitations = grammar.contains(.citations)
    for _ in 0..<256 { special.append(false) }
    for byte in "\n\\`&<*_[]!".utf8 { special[Int(byte)] = true }
    if isGFM {
      for byte in "~:w@W".utf8 { special[Int(byte)] = true }
    }
    if !grammar.isDisjoint(with: [.dollarRuns, .pandocMath, .doubleDollars]) {
      special[Int(UInt8(ascii: "$"))] = true
    }
    if !grammar.isDisjoint(with: [.templates, .kramdown, .roles, .mdx]) {
      special[Int(UInt8(ascii: "{"))] = true
    }
  }

  /// Parses the loaded content and writes its nodes below the tree's open node.
  mutating func parse(_ references: inout References, into tree: inout Tree) {
    view = content.view
    guard !view.isEmpty else { return }
    reset()
    scan(&references, &tree)
    if lastDelimiter >= 0 { processEmphasis(above: -1) }
    write(into: &tree)
  }

  private mutating func reset() {
    position = 0
    items.truncate(to: 0)
    delimiters.truncate(to: 0)
    openings.truncate(to: 0)
    lastDelimiter = -1
    brackets.truncate(to: 0)
    inactiveBrackets = 0
    ticks.reset()
    if !grammar.isSubset(of: .gfm) { resetDialects() }
    html = HTMLMemo()
    failedHostEnd = 0
    hasAt = false
  }

  private mutating func scan(_ references: inout References, _ tree: inout Tree) {
    let count = view.count
    let flags = special.base
    while true {
      var index = position
      while index < count, !flags[Int(view[index])] { index &+= 1 }
      position = index
      guard index < count else { return }
      switch view[index] {
      case 0x0A: readLineBreak()
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "`"): readCode(&tree)
      case UInt8(ascii: "&"): readEntity()
      case UInt8(ascii: "<"): readAngle(&tree)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readRun()
      case UInt8(ascii: "["): openBracket(isImage: false)
      case UInt8(ascii: "]"): closeBracket(&references, &tree)
      case UInt8(ascii: "!"):
        if index + 1 < count, view[index + 1] == UInt8(ascii: "[") {
          openBracket(isImage: true)
        } else {
          position += 1
        }
      case UInt8(ascii: "@"):
        if hasCitations, readCitation() { continue }
        hasAt = true
        position += 1
      case UInt8(ascii: "$"): readMath()
      case UInt8(ascii: "{"): readBrace()
      default: readBareLink(&tree)
      }
    }
  }

  // MARK: Small things

  private mutating func readLineBreak() {
    let boundary = items.isEmpty ? 0 : Int(items.last.end)
    var start = position
    while start > boundary, Bytes.isBlank(view[start - 1]) { start -= 1 }
    let isHard =
      position - start >= 2 && view[position - 1] == 0x20 && view[position - 2] == 0x20
    items.append(InlineItem(.leaf, isHard ? .hardBreak : .softBreak, start, position + 1))
    position += 1
  }

  private mutating func readEscape() {
    let next = position + 1
    if next < view.count, view[next] == 0x0A {
      items.append(InlineItem(.leaf, .hardBreak, position, next + 1))
      position = next + 1
    } else if next < view.count, Bytes.isPunctuation(view[next]) {
      items.append(InlineItem(.leaf, .escape, position, next + 1))
      position = next + 1
    } else {
      position = next
    }
  }

  private mutating func readEntity() {
    let length = Entities.length(view, at: position, end: view.count)
    if length > 0 { items.append(InlineItem(.leaf, .entity, position, position + length)) }
    position += max(length, 1)
  }

  private mutating func readCode(_ tree: inout Tree) {
    let start = position
    var end = start
    while end < view.count, view[end] == UInt8(ascii: "`") { end += 1 }
    position = end
    guard let close = ticks.find(end - start, in: view, from: end) else { return }
    position = close
    var payload = 0
    if let attributes = attributes() {
      tree.attributes.append(attributes)
      payload = tree.attributes.count
    }
    items.append(InlineItem(.leaf, .codeSpan, start, position, payload))
  }

  /// Reads pandoc attributes at the current position; nil where there are none.
  mutating func attributes() -> ByteRange? {
    guard hasAttributes, position < view.count, view[position] == UInt8(ascii: "{"),
      let end = attributesEnd()
    else { return nil }
    defer { position = end }
    return content.source(position..<end)
  }

  private mutating func readAngle(_ tree: inout Tree) {
    let start = position
    if grammar.contains(.mdx), readJSX() { return }
    if let link = AutolinkScanner.angle(view, at: start) {
      var detail = LinkDetail(form: .automatic)
      detail.prefix = link.isAddress ? 2 : 0
      detail.destination = content.source(start + 1..<link.end - 1)
      items.append(InlineItem(.leaf, .autolink, start, link.end, tree.links.count))
      tree.links.append(detail)
      position = link.end
    } else if let end = html.end(view, at: start) {
      items.append(InlineItem(.leaf, .htmlInline, start, end))
      position = end
    } else {
      position = start + 1
    }
  }

  private mutating func readBareLink(_ tree: inout Tree) {
    let start = position
    position = start + 1
    let isScheme = view[start] == UInt8(ascii: ":")
    guard
      isScheme
        ? AutolinkScanner.mayBeURL(view, at: start) : AutolinkScanner.mayBeWWW(view, at: start)
    else { return }
    // As in cmark-gfm, not where a bracket could still begin a link.
    guard brackets.count <= inactiveBrackets else { return }
    let found =
      isScheme
      ? AutolinkScanner.url(view, colon: start, failedHostEnd: &failedHostEnd)
      : AutolinkScanner.www(view, at: start, failedHostEnd: &failedHostEnd)
    // What a citation has taken already is no scheme.
    guard let found, !hasCitations || items.isEmpty || found.lowerBound >= Int(items.last.end)
    else { return }
    var detail = LinkDetail(form: .automatic)
    detail.prefix = isScheme ? 0 : 1
    detail.destination = content.source(found)
    items.append(
      InlineItem(.leaf, .autolink, found.lowerBound, found.upperBound, tree.links.count))
    tree.links.append(detail)
    position = found.upperBound
  }
}

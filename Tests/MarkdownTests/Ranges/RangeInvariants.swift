import Markdown
import SourceCore

/// What holds of every document's ranges, whatever its bytes.
struct RangeInvariants {
  private let document: Document
  private(set) var violations: [String] = []

  init(_ document: Document) {
    self.document = document
    checkTree()
    for index in 0..<document.nodeCount { check(NodeID(index)) }
    for problem in document.problems where problem.range.end > document.source.count {
      violations.append("problem \(problem) beyond the text")
    }
  }

  private mutating func report(_ n: NodeID, _ message: String) {
    let range = document.range(n)
    let text = String(decoding: document.source[range.indices], as: UTF8.self)
    violations.append("\(document.kind(n)) \(range.lower)..<\(range.upper) ‹\(text)›: \(message)")
  }

  /// Ids are in pre-order, children nest in their parents, in order and without overlap.
  private mutating func checkTree() {
    if document.range(Document.root) != ByteRange(0, document.source.count) {
      report(Document.root, "does not cover the text")
    }
    var lastEnds = [0]
    var open = [Document.root]
    for index in 1..<max(document.nodeCount, 1) {
      let n = NodeID(index)
      while let last = open.last, document.end(last) <= n {
        open.removeLast()
        lastEnds.removeLast()
      }
      guard let parent = open.last, document.parent(n) == parent else {
        report(n, "has the wrong parent")
        return
      }
      let range = document.range(n)
      if range.lower > range.upper { report(n, "is inverted") }
      if !document.range(parent).contains(range) {
        report(n, "reaches out of \(document.kind(parent))")
      }
      if range.start < lastEnds[lastEnds.count - 1] { report(n, "overlaps what is before it") }
      if document.end(n) > document.end(parent) { report(n, "ends after its parent") }
      lastEnds[lastEnds.count - 1] = range.end
      open.append(n)
      lastEnds.append(range.start)
    }
  }

  private mutating func check(_ n: NodeID) {
    let range = document.range(n)
    let bytes = document.source[range.indices]
    let isEmptyAllowed: Bool
    switch document.kind(n) {
    case .document, .tableCell, .codeBlock, .paragraph: isEmptyAllowed = true
    default: isEmptyAllowed = false
    }
    if bytes.isEmpty {
      if !isEmptyAllowed { report(n, "is empty") }
      return
    }
    switch document.kind(n) {
    case .text:
      if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) { report(n, "holds a line ending") }
      let text = String(decoding: bytes, as: UTF8.self)
        .unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : String($0) }.joined()
      if document.literal(n) != text { report(n, "is not its bytes") }
    case .escape: expect(n, bytes.first == UInt8(ascii: "\\") && bytes.count <= 3)
    case .entity:
      expect(n, bytes.first == UInt8(ascii: "&") && bytes.last == UInt8(ascii: ";"))
      if document.literal(n).isEmpty { report(n, "decodes to nothing") }
    case .softBreak:
      expect(
        n,
        Array(bytes) == [0x0A] || bytes.elementsEqual([0x0D]) || bytes.elementsEqual([0x0D, 0x0A]))
    case .hardBreak: expect(n, bytes.last == 0x0A || bytes.last == 0x0D)
    case .codeSpan: expect(n, bytes.first == UInt8(ascii: "`"))
    case .htmlInline: expect(n, bytes.first == UInt8(ascii: "<") && bytes.last == UInt8(ascii: ">"))
    case .emphasis, .strong:
      expect(n, bytes.first == bytes.last && "*_".utf8.contains(bytes[range.start]))
    case .strikethrough:
      expect(n, bytes.first == UInt8(ascii: "~") && bytes.last == UInt8(ascii: "~"))
    case .link, .span: expect(n, bytes.first == UInt8(ascii: "["))
    case .image: expect(n, bytes.first == UInt8(ascii: "!"))
    case .footnoteReference:
      expect(n, bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]"))
    case .blockQuote: expect(n, bytes.first == UInt8(ascii: ">"))
    case .div: expect(n, bytes.starts(with: ":::".utf8))
    case .linkDefinition, .footnoteDefinition: expect(n, bytes.first == UInt8(ascii: "["))
    case .mathBlock: expect(n, bytes.starts(with: "$$".utf8))
    case .math: expect(n, bytes.first == UInt8(ascii: "$") && bytes.last == UInt8(ascii: "$"))
    case .role: expect(n, bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "`"))
    case .template: expect(n, bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}"))
    case .templateBlock, .attributeLine: expect(n, bytes.first == UInt8(ascii: "{"))
    case .target: expect(n, bytes.first == UInt8(ascii: "(") && bytes.last == UInt8(ascii: "="))
    case .blockBreak: expect(n, bytes.starts(with: "+++".utf8))
    case .definition: expect(n, bytes.first == UInt8(ascii: ":"))
    case .citation:
      expect(n, bytes.first == UInt8(ascii: "@") || bytes.first == UInt8(ascii: "["))
    case .heading: if !document.isSetext(n) { expect(n, bytes.first == UInt8(ascii: "#")) }
    default: break
    }
    switch document.kind(n) {
    case .paragraph, .heading, .tableCell, .definitionTerm: checkContent(n)
    case .link, .image, .autolink, .linkDefinition: checkLink(n)
    default: break
    }
    checkDialect(n)
    if let attributes = document.attributes(n) {
      // Where dialects have lines of attributes, these stand beside the block.
      if document.all(.attributeLine).isEmpty, !range.contains(attributes.range) {
        report(n, "attributes outside")
      }
      for inner in attributes.classRanges + attributes.pairs.map(\.range)
      where document.all(.attributeLine).isEmpty && !attributes.range.contains(inner) {
        report(n, "attribute outside its braces")
      }
    }
  }

  /// What is told of dialects' nodes lies inside them.
  private mutating func checkDialect(_ n: NodeID) {
    var inner: [ByteRange] = []
    if let directive = document.directive(n) {
      inner = [directive.nameRange, directive.argumentsRange]
      inner += directive.options.flatMap { [$0.keyRange, $0.valueRange] }
      if directive.name.isEmpty { report(n, "has no name") }
    }
    if let role = document.role(n) {
      inner = [role.nameRange, role.contentRange]
      if role.name.isEmpty { report(n, "has no name") }
    }
    let templates = document.templates(n)
    inner += templates.flatMap { [$0.range, $0.nameRange, $0.contentRange] }
    if document.kind(n) == .template, templates.isEmpty { report(n, "holds no template") }
    let keys = document.citationKeys(n)
    inner += keys.map(\.range)
    if document.kind(n) == .citation, keys.isEmpty { report(n, "cites nothing") }
    for part in inner where !document.range(n).contains(part) { report(n, "\(part) is outside") }
  }

  private mutating func expect(_ n: NodeID, _ condition: Bool) {
    if !condition { report(n, "has the wrong bytes") }
  }

  /// Between the inlines directly below a block there is nothing but blanks.
  private mutating func checkContent(_ n: NodeID) {
    let segments = document.segments(n)
    var covered = document.children(n).map { document.range($0) }
    if let attributes = document.attributes(n) { covered.append(attributes.range) }
    var next = 0
    for segment in segments {
      var index = segment.start
      while index < segment.end {
        while next < covered.count, covered[next].end <= index { next += 1 }
        if next < covered.count, covered[next].start <= index {
          index = min(covered[next].end, segment.end)
          continue
        }
        let byte = document.source[index]
        if byte != 0x20, byte != 0x09 {
          // The backslash of a pipe at the very start of a piece is part of the escape before it.
          report(n, "leaves byte \(index) uncovered")
          return
        }
        index += 1
      }
    }
  }

  private mutating func checkLink(_ n: NodeID) {
    if let destination = document.destinationRange(n), !document.range(n).contains(destination) {
      report(n, "destination outside")
    }
    _ = document.destination(n)
    _ = document.title(n)
    if let label = document.label(n), label.isEmpty { report(n, "empty label") }
    if let definition = document.definition(n), document.kind(definition) != .linkDefinition {
      report(n, "names no definition")
    }
  }
}

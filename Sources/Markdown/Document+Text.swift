import SourceCore

extension Document {
  /// A node's content as the renderer would take it.
  ///
  /// Code, HTML, math, templates, comments, directives with a literal body: the literal content.
  /// Roles: what stands between the backticks. Citations: as written. Text, escapes, entities, breaks: the text they stand for.
  /// Autolinks: the text shown. "" for other kinds.
  public func literal(_ n: NodeID) -> String {
    var bytes: [UInt8] = []
    appendLiteral(n, to: &bytes)
    return decoded(bytes)
  }

  /// The same bytes, in which NUL stands as it is.
  public func literalBytes(_ n: NodeID) -> [UInt8] {
    var bytes: [UInt8] = []
    appendLiteral(n, to: &bytes)
    return bytes
  }

  /// The text of all descendants, or of the node itself: what alternative text and anchors are
  /// made from; line breaks read as a space, and blocks are separated by a line ending.
  public func plainText(_ n: NodeID) -> String {
    var bytes: [UInt8] = []
    for index in Int(n.index)..<Int(end(n).index) {
      let id = NodeID(index)
      switch kind(id) {
      case .text, .escape, .entity, .codeSpan, .autolink, .codeBlock, .math, .mathBlock, .role,
        .citation:
        appendLiteral(id, to: &bytes)
      case .softBreak, .hardBreak: bytes.append(UInt8(ascii: " "))
      case .paragraph, .heading, .tableRow, .thematicBreak, .definitionTerm:
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      case .tableCell:
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: " ")) }
      default: break
      }
    }
    return decoded(bytes)
  }

  func appendLiteral(_ n: NodeID, to out: inout [UInt8]) {
    let range = range(n)
    switch kind(n) {
    case .text: out += source[range.indices]
    case .escape: out.append(source[range.end - 1])
    case .entity: Entities.decode(Array(source[range.indices]), into: &out)
    case .softBreak, .hardBreak: out.append(UInt8(ascii: "\n"))
    case .codeSpan: appendCodeSpan(n, to: &out)
    case .htmlInline: out += LeafText(range, of: leaf(of: n), in: self).bytes
    case .autolink:
      guard let link = link(n) else { return }
      let bytes = LeafText(link.destination, of: leaf(of: n), in: self).bytes
      // Only an autolink in angle brackets decodes entities in its text.
      if source[range.start] == UInt8(ascii: "<") {
        Entities.decode(bytes, into: &out)
      } else {
        out += bytes
      }
    case .math: appendMath(n, to: &out)
    case .role: out += Array((role(n)?.content ?? "").utf8)
    case .template, .citation: out += LeafText(range, of: leaf(of: n), in: self).bytes
    case .codeBlock, .htmlBlock, .frontMatter, .mathBlock, .directive, .templateBlock, .comment,
      .attributeLine, .target, .blockBreak:
      if kind(n) == .directive, block(n)?.flags.contains(.literal) != true { return }
      for segment in rawSegments(n).dropFirst(Int(block(n)?.options ?? 0)) {
        for _ in 0..<segment.padding { out.append(UInt8(ascii: " ")) }
        out += source[segment.range.indices]
        out.append(UInt8(ascii: "\n"))
      }
    default: break
    }
  }

  private func appendCodeSpan(_ n: NodeID, to out: inout [UInt8]) {
    var range = range(n)
    if let attributes = payload(n) > 0 ? arena.attributes[Int(payload(n)) - 1] : nil {
      range.upper = attributes.lower
    }
    var ticks = 0
    while source[range.start + ticks] == UInt8(ascii: "`") { ticks += 1 }
    let inner = ByteRange(range.start + ticks, range.end - ticks)
    var content = LeafText(inner, of: leaf(of: n), in: self).bytes[...]
    let space = UInt8(ascii: " ")
    for index in content.indices where content[index] == UInt8(ascii: "\n") {
      content[index] = space
    }
    if content.count > 1, content.first == space, content.last == space,
      content.contains(where: { $0 != space })
    {
      content = content.dropFirst().dropLast()
    }
    out += content
  }

  /// What stands between a span of math's dollar signs.
  private func appendMath(_ n: NodeID, to out: inout [UInt8]) {
    let range = range(n)
    var dollars = 0
    while range.start + dollars < range.end, source[range.start + dollars] == UInt8(ascii: "$") {
      dollars += 1
    }
    let inner = ByteRange(range.start + dollars, max(range.start + dollars, range.end - dollars))
    out += LeafText(inner, of: leaf(of: n), in: self).bytes
  }

  /// Bytes as a string: what is not UTF-8 and NUL are replaced by U+FFFD.
  func decoded(_ bytes: [UInt8]) -> String {
    let string = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0) else { return string }
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars { result.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// Bytes with backslash escapes and entities resolved.
  func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      return bytes
    }
    var out: [UInt8] = []
    Entities.decode(bytes, escapes: true, into: &out)
    return out
  }
}

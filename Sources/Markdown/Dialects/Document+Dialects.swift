import SourceCore

extension Document {
  /// What a directive's opening says; nil for other kinds.
  public func directive(_ n: NodeID) -> Directive? {
    guard kind(n) == .directive, let detail = block(n) else { return nil }
    let arguments = trimmed(ByteRange(detail.attributes.lower, detail.opening.upper))
    return Directive(
      name: text(detail.info), nameRange: detail.info, arguments: text(arguments),
      argumentsRange: arguments,
      options: OptionReader.read(optionSegments(n).map(\.range), in: source),
      isLiteral: detail.flags.contains(.literal))
  }

  /// The lines of a directive's literal body; empty for other kinds.
  public func directiveBody(_ n: NodeID) -> [ByteRange] {
    guard kind(n) == .directive else { return [] }
    return rawSegments(n).dropFirst(optionSegments(n).count).map(\.range)
  }

  /// A role's parts; nil for other kinds.
  public func role(_ n: NodeID) -> Role? {
    guard kind(n) == .role else { return nil }
    let range = range(n)
    let leaf = LeafText(range, of: leaf(of: n), in: self)
    let name = leaf.bytes.withUnsafeBufferPointer {
      RoleScanner.name($0, at: 0, limit: $0.count)
    }
    guard let name else { return nil }
    var ticks = 0
    while name.upperBound + 1 + ticks < leaf.bytes.count,
      leaf.bytes[name.upperBound + 1 + ticks] == UInt8(ascii: "`")
    {
      ticks += 1
    }
    let content =
      name.upperBound + 1
      + ticks..<max(
        name.upperBound + 1 + ticks, leaf.bytes.count - ticks)
    return Role(
      name: decoded(Array(leaf.bytes[name])),
      nameRange: leaf.range(name.lowerBound, name.upperBound),
      content: decoded(Array(leaf.bytes[content])),
      contentRange: leaf.range(content.lowerBound, content.upperBound))
  }

  /// The templates of a template block, or the one an inline is; empty for other kinds.
  ///
  /// A block that shows its content as it is (`{% raw %}`, `{{< highlight >}}`) has the first one
  /// and, where it was closed, the last.
  public func templates(_ n: NodeID) -> [Template] {
    kind(n) == .template || kind(n) == .templateBlock ? templates(writtenIn: n) : []
  }

  /// The templates in the text of a node of any kind.
  func templates(writtenIn n: NodeID) -> [Template] {
    let text = LeafText(range(n), of: leaf(of: n), in: self)
    return TemplateReader.read(text, dialect.grammar).map { found in
      Template(
        delimiters: found.delimiters,
        range: text.range(found.range.lowerBound, found.range.upperBound),
        name: decoded(Array(text.bytes[found.parts.name])),
        nameRange: text.range(found.parts.name.lowerBound, found.parts.name.upperBound),
        contentRange: text.range(found.parts.content.lowerBound, found.parts.content.upperBound),
        isClosing: found.parts.isClosing, isSelfClosing: found.parts.isSelfClosing)
    }
  }

  /// What a citation names, in order; empty for other kinds.
  public func citationKeys(_ n: NodeID) -> [CitationKey] {
    guard kind(n) == .citation else { return [] }
    let text = LeafText(range(n), of: leaf(of: n), in: self)
    return text.bytes.withUnsafeBufferPointer { view in
      var keys: [CitationKey] = []
      var index = 0
      while index < view.count {
        guard view[index] == UInt8(ascii: "@"),
          let end = CitationScanner.keyEnd(view, at: index, limit: view.count)
        else {
          index += 1
          continue
        }
        var key = Array(view[index + 1..<end])
        if key.first == UInt8(ascii: "{") { key = Array(key.dropFirst().dropLast()) }
        keys.append(CitationKey(text: decoded(key), range: text.range(index, end)))
        index = end
      }
      return keys
    }
  }

  // MARK: Parts

  /// The lines of a directive that hold its options.
  func optionSegments(_ n: NodeID) -> Segments {
    guard kind(n) == .directive, let detail = block(n) else {
      return Segments(arena: arena, first: 0, count: 0)
    }
    return Segments(arena: arena, first: Int(detail.firstSegment), count: Int(detail.options))
  }

  func text(_ range: ByteRange) -> String { decoded(Array(source[range.indices])) }

  private func trimmed(_ range: ByteRange) -> ByteRange {
    var (start, end) = (range.start, range.end)
    while start < end, Bytes.isBlank(source[start]) { start += 1 }
    while end > start, Bytes.isBlank(source[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }
}

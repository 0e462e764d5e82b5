import SourceCore

extension BlockParser {
  /// Directives nest no deeper than this, since each line asks all that are open whether it ends
  /// them.
  static let directiveLimit = 64

  /// Opens a directive whose fence of `length` markers ends before `start`; false where its name is
  /// none.
  mutating func openDirective(_ marker: UInt8, length: Int, at start: Int) -> Bool {
    let end = trimmedEnd(from: start, to: lineEnd)
    guard start < end else { return false }
    let name: Range<Int>
    let rest: Int
    if grammar.contains(.admonitions) {
      var index = start
      while index < end, Bytes.isAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard Bytes.isLetter(bytes[start]),
        index == end || Bytes.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "[")
          || bytes[index] == UInt8(ascii: "{")
      else { return false }
      name = start..<index
      rest = index
    } else {
      guard bytes[start] == UInt8(ascii: "{"),
        let found = RoleScanner.name(bytes, at: start, limit: end)
      else { return false }
      name = found
      rest = found.upperBound + 1
    }
    let isLiteral =
      grammar.contains(.directives)
      && LiteralDirectives.contains(ByteView(rebasing: bytes[name]))
    guard isLiteral || mayNestDirective() else { return false }
    let columns = indent
    var detail = BlockDetail()
    detail.flags = isLiteral ? [.fenced, .literal] : .fenced
    detail.tag = marker
    detail.number = UInt32(length)
    detail.opening = ByteRange(nonspace, end)
    detail.info = ByteRange(name.lowerBound, name.upperBound)
    detail.attributes = ByteRange(rest, end)
    if isLiteral {
      startLeaf(.directive, at: nonspace)
      // Its lines are read as those of fenced code.
      leafKind = .codeBlock
      detail.firstSegment = UInt32(segments.count)
      details[leaf] = detail
      fenceIndent = columns
      return true
    }
    prepare()
    let id = add(.directive, at: nonspace)
    detail.firstSegment = UInt32(segments.count)
    details[id] = detail
    push(id)
    pushMatcher(.directive, indent: columns, marker: marker, length: length)
    dialects.directives += 1
    dialects.options = grammar.contains(.directives) ? .first : .none
    return true
  }

  private mutating func mayNestDirective() -> Bool {
    guard dialects.directives >= BlockParser.directiveLimit else { return mayNest() }
    reportDepth()
    return false
  }

  /// How many markers this line is made of; 0 where it is anything else than a closing fence.
  func fenceRun() -> Int {
    let marker = bytes[nonspace]
    guard marker == UInt8(ascii: ":") || marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~")
    else { return 0 }
    var index = nonspace
    while index < lineEnd, bytes[index] == marker { index += 1 }
    return trimmedEnd(from: index, to: lineEnd) == index ? index - nonspace : 0
  }

  /// Ends a directive at its fence, with all that is open in it.
  mutating func endDirective(_ matcher: Matcher) {
    close(to: matcher.depth + 1)
    closeLeaf()
    let id = Int(open.last)
    let end = trimmedEnd(from: nonspace, to: lineEnd)
    details[id].closing = ByteRange(nonspace, end)
    details[id].flags.insert(.closed)
    blocks[id].end = UInt32(lineEnd)
    close(to: matcher.depth)
    wasBlank = false
  }

  /// Reports a directive that ends without its fence.
  mutating func closeDirective(_ id: Int) {
    dialects.directives -= 1
    dialects.options = .none
    if !details[id].flags.contains(.closed), grammar.contains(.strict) {
      problems.append(ParseProblem(.unclosedDirective, details[id].opening))
    }
  }

  /// Whether a paragraph may go on with this line: not out of a directive. Remembers where lines
  /// begin that lack a definition's indentation.
  mutating func mayBeLazy() -> Bool {
    guard !isAllMatched else { return true }
    let directives = matchedMatchers > 0 ? matchers[matchedMatchers - 1].directives : 0
    guard matchers.last.directives == directives else { return false }
    if dialects.lazyLeaf != leaf {
      dialects.lazyLeaf = leaf
      dialects.lazySegment = segments.count
    }
    return true
  }

  // MARK: Options

  /// Takes this line as one of the options of the directive just opened; false where it is none.
  mutating func readOption() -> Bool {
    let id = Int(open.last)
    guard isAllMatched, blocks[id].kind == .directive, blocks[id].firstChild == 0, leaf == 0 else {
      dialects.options = .none
      return false
    }
    switch dialects.options {
    case .first where isDashes: dialects.options = .yaml
    case .first, .fields:
      guard !isBlank, OptionReader.isField(bytes, nonspace, lineEnd) else {
        dialects.options = .none
        return false
      }
      dialects.options = .fields
    case .yaml: if isDashes { dialects.options = .none }
    case .none: return false
    }
    segments.append(Segment(lower: UInt32(position), upper: UInt32(lineEnd)))
    details[id].segmentCount += 1
    details[id].options += 1
    blocks[id].end = UInt32(lineEnd)
    wasBlank = false
    return true
  }

  private var isDashes: Bool { OptionReader.isDashes(bytes, nonspace, lineEnd) }

  /// Counts the lines of a literal directive that hold options.
  mutating func countOptions(_ id: Int) {
    guard grammar.contains(.directives) else { return }
    let first = Int(details[id].firstSegment)
    let end = first + Int(details[id].segmentCount)
    func start(_ index: Int) -> Int {
      var start = Int(segments[index].lower)
      while start < Int(segments[index].upper), Bytes.isBlank(bytes[start]) { start += 1 }
      return start
    }
    var index = first
    guard index < end else { return }
    if OptionReader.isDashes(bytes, start(index), Int(segments[index].upper)) {
      index += 1
      while index < end, !OptionReader.isDashes(bytes, start(index), Int(segments[index].upper)) {
        index += 1
      }
      index = min(index + 1, end)
    } else {
      while index < end, OptionReader.isField(bytes, start(index), Int(segments[index].upper)) {
        index += 1
      }
    }
    details[id].options = UInt32(index - first)
  }
}

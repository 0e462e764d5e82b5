import SourceCore

extension BlockParser {
  /// Reads a front matter in YAML (`---`), TOML (`+++`) or JSON (`{` alone); returns where the body
  /// starts.
  mutating func readFrontMatter(at start: Int) -> Int {
    let firstEnd = LineScanner.end(bytes, from: start)
    if isFence(start, firstEnd, UInt8(ascii: "-")) {
      if let body = readFrontMatter(at: start, firstEnd, closedBy: ["-", "."]) { return body }
      problems.append(ParseProblem(.unclosedFrontMatter, ByteRange(start, firstEnd)))
    } else if isFence(start, firstEnd, UInt8(ascii: "+")) {
      return readFrontMatter(at: start, firstEnd, closedBy: ["+", "."]) ?? start
    } else if isBrace(start, firstEnd, "{") {
      return readObject(at: start) ?? start
    }
    return start
  }

  private mutating func readFrontMatter(
    at start: Int, _ firstEnd: Int, closedBy markers: [Unicode.Scalar]
  ) -> Int? {
    let firstSegment = segments.count
    var line = LineScanner.next(bytes, after: firstEnd)
    while line < bytes.count {
      let end = LineScanner.end(bytes, from: line)
      if markers.contains(where: { isFence(line, end, UInt8(ascii: $0)) }) {
        addFrontMatter(start, end, firstSegment)
        return LineScanner.next(bytes, after: end)
      }
      segments.append(Segment(lower: UInt32(line), upper: UInt32(end)))
      line = LineScanner.next(bytes, after: end)
    }
    segments.truncate(to: firstSegment)
    return nil
  }

  /// An object of JSON, its braces alone in their lines as Hugo's archetypes have them.
  private mutating func readObject(at start: Int) -> Int? {
    let firstSegment = segments.count
    var line = start
    while line < bytes.count {
      let end = LineScanner.end(bytes, from: line)
      segments.append(Segment(lower: UInt32(line), upper: UInt32(end)))
      if isBrace(line, end, "}") {
        addFrontMatter(start, end, firstSegment)
        return LineScanner.next(bytes, after: end)
      }
      line = LineScanner.next(bytes, after: end)
    }
    segments.truncate(to: firstSegment)
    return nil
  }

  private mutating func addFrontMatter(_ start: Int, _ end: Int, _ firstSegment: Int) {
    lineEnd = end
    let id = add(.frontMatter, at: start)
    details[id].firstSegment = UInt32(firstSegment)
    details[id].segmentCount = UInt32(segments.count - firstSegment)
  }

  /// Whether a line is three of a marker, with nothing but blanks after them.
  private func isFence(_ start: Int, _ end: Int, _ marker: UInt8) -> Bool {
    end - start >= 3 && bytes[start] == marker && bytes[start + 1] == marker
      && bytes[start + 2] == marker && trimmedEnd(from: start + 3, to: end) == start + 3
  }

  /// Whether a line is a brace and nothing else but blanks after it.
  private func isBrace(_ start: Int, _ end: Int, _ brace: Unicode.Scalar) -> Bool {
    start < end && bytes[start] == UInt8(ascii: brace)
      && trimmedEnd(from: start + 1, to: end) == start + 1
  }
}

import SourceCore

extension BlockParser {
  /// Reads a front matter; returns where the body starts.
  mutating func readFrontMatter(at start: Int) -> Int {
    let firstEnd = LineScanner.end(bytes, from: start)
    guard isFence(start, firstEnd, UInt8(ascii: "-")) else { return start }
    var line = LineScanner.next(bytes, after: firstEnd)
    let firstSegment = segments.count
    while line < bytes.count {
      let end = LineScanner.end(bytes, from: line)
      if isFence(line, end, UInt8(ascii: "-")) || isFence(line, end, UInt8(ascii: ".")) {
        lineEnd = end
        let id = add(.frontMatter, at: start)
        blocks[id].detail.firstSegment = UInt32(firstSegment)
        blocks[id].detail.segmentCount = UInt32(segments.count - firstSegment)
        return LineScanner.next(bytes, after: end)
      }
      segments.append(Segment(lower: UInt32(line), upper: UInt32(end)))
      line = LineScanner.next(bytes, after: end)
    }
    segments.truncate(to: firstSegment)
    problems.append(ParseProblem(.unclosedFrontMatter, ByteRange(start, firstEnd)))
    return start
  }

  /// Whether a line is three of a marker, with nothing but blanks after them.
  private func isFence(_ start: Int, _ end: Int, _ marker: UInt8) -> Bool {
    end - start >= 3 && bytes[start] == marker && bytes[start + 1] == marker
      && bytes[start + 2] == marker && trimmedEnd(from: start + 3, to: end) == start + 3
  }
}

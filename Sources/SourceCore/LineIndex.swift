/// Start offsets of a text's lines, for turning byte offsets into lines and columns.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`, as in CommonMark.
public struct LineIndex: Sendable {
  private let starts: [UInt32]
  private let length: Int
  /// The line ending that most lines have, `\n` where none has the most.
  public let lineEnding: String
  /// Where there is a very long line, how many scalars stand before a place.
  private let counts: ScalarCounts?

  /// Indexes the lines of `bytes`.
  public init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    let n = bytes.count
    var carriageReturns = 0
    var pairs = 0
    var i = 0
    var nextReturn = ByteSearch.first(0x0D, in: bytes) ?? n
    while i < n {
      let newline = ByteSearch.first(0x0A, in: bytes, from: i) ?? n
      // Lone carriage returns end lines too; nearly no text has any.
      while nextReturn < newline {
        if nextReturn + 1 < n, bytes[nextReturn + 1] == 0x0A {
          pairs += 1
        } else {
          carriageReturns += 1
          starts.append(UInt32(nextReturn + 1))
        }
        nextReturn = ByteSearch.first(0x0D, in: bytes, from: nextReturn + 1) ?? n
      }
      if newline < n { starts.append(UInt32(newline + 1)) }
      i = newline + 1
    }
    self.starts = starts
    length = n
    counts = Self.hasLongLine(starts, n) ? ScalarCounts(bytes) : nil
    let newlines = starts.count - 1 - pairs - carriageReturns
    if newlines >= max(pairs, carriageReturns) {
      lineEnding = "\n"
    } else {
      lineEnding = pairs >= carriageReturns ? "\r\n" : "\r"
    }
  }

  /// So many lines that it is worth a guess where one is.
  private static let many = 4_096

  /// Whether columns of some line are far from its start; most files are shorter than that.
  private static func hasLongLine(_ starts: [UInt32], _ length: Int) -> Bool {
    let long = 2 * ScalarCounts.step
    if length <= long { return false }
    return length - Int(starts[starts.count - 1]) > long
      || starts.indices.dropFirst().contains { Int(starts[$0] - starts[$0 - 1]) > long }
  }

  /// Number of lines; an empty last line after a final line ending counts.
  public var count: Int { starts.count }

  /// The line, from 0, that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    var (low, high) = neighbourhood(of: offset)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Lines of which one holds the byte at `offset`, or all of them.
  ///
  /// In a long file, a line is mostly about where it would be if all were of the same length.
  private func neighbourhood(of offset: Int) -> (low: Int, high: Int) {
    let count = starts.count
    guard count > Self.many, offset >= 0, offset < length else { return (0, count) }
    let guess = Int(UInt64(offset) * UInt64(count) / UInt64(length))
    var step = 8
    if Int(starts[guess]) <= offset {
      var low = guess
      while low + step < count, Int(starts[low + step]) <= offset {
        low += step
        step *= 2
      }
      return (low, min(low + step, count))
    }
    var high = guess
    while high - step > 0, Int(starts[high - step]) > offset {
      high -= step
      step *= 2
    }
    return (max(high - step, 0), high)
  }

  /// The line, from 0, that holds the byte at `offset`, which is likely close to the line `near`.
  public func line(at offset: Int, near: Int) -> Int {
    var line = min(max(near, 0), starts.count - 1)
    guard Int(starts[line]) <= offset else { return self.line(at: offset) }
    var steps = 0
    while line + 1 < starts.count, Int(starts[line + 1]) <= offset {
      steps += 1
      if steps > 8 { return self.line(at: offset) }
      line += 1
    }
    return line
  }

  /// How many Unicode scalars begin in some bytes of the text.
  func scalars(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    counts?.count(bytes, range) ?? ScalarCounts.scan(bytes, range)
  }

  /// Offset of the first byte of a line, counted from 0.
  public func start(ofLine line: Int) -> Int { Int(starts[line]) }

  /// The bytes of a line, counted from 0, with its line ending.
  public func range(ofLine line: Int) -> Range<Int> {
    Int(starts[line])..<(line + 1 < starts.count ? Int(starts[line + 1]) : length)
  }

  /// The bytes of a line, counted from 0, without its line ending.
  public func contentRange(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let range = range(ofLine: line)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }
}

import SourceCore

/// A line with `#` at both ends, whether it is a heading or only looks like one.
struct ClosedHeadingLine {
  /// How many `#` it begins with.
  let level: Int
  /// What stands between, without blanks around.
  let text: ByteRange
  /// The `#` at its end, but for one that a backslash escapes.
  let closing: ByteRange
  /// Whether the first of the `#` at its end is escaped.
  let isEscaped: Bool
  /// Whether a blank stands behind the first `#`.
  let hasBlankBefore: Bool
  /// Whether a blank stands in front of the last `#`, and nothing else.
  let hasBlankBehind: Bool

  /// Reads a line that begins with `#`; nil where it does not end so, or has others in its text.
  init?(_ line: ByteRange, in bytes: [UInt8]) {
    let hash = UInt8(ascii: "#")
    let backslash = UInt8(ascii: "\\")
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var start = line.start
    while start < line.end, bytes[start] == hash { start += 1 }
    level = start - line.start
    hasBlankBefore = start < line.end && isBlank(bytes[start])
    while start < line.end, isBlank(bytes[start]) { start += 1 }
    let last = Whitespace.trimmedEnd(line, in: bytes)
    var first = last
    while first > start, bytes[first - 1] == hash { first -= 1 }
    guard first < last, first > start else { return nil }
    isEscaped = bytes[first - 1] == backslash
    if isEscaped {
      guard last - first > 1 else { return nil }
      closing = ByteRange(first + 1, last)
      first -= 1
    } else {
      closing = ByteRange(first, last)
    }
    var end = first
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    guard end > start, bytes[end - 1] != backslash else { return nil }
    hasBlankBehind = end < first && !isEscaped
    text = ByteRange(start, end)
    for index in start..<end where bytes[index] == hash { return nil }
  }
}

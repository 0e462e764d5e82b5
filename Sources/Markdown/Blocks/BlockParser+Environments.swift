import SourceCore

extension BlockParser {
  /// The environments of TeX that are math by themselves, each with and without a star.
  private static var environments: [StaticString] {
    [
      "equation", "align", "gather", "multline", "flalign", "alignat", "eqnarray", "displaymath",
    ]
  }

  /// Starts a math block from `\begin{align}` to the `\end{align}` that ends a line.
  mutating func startEnvironment() -> Bool {
    guard grammar.contains(.environments), has("\\begin{", at: nonspace, limit: lineEnd) else {
      return false
    }
    let start = nonspace + 7
    var end = start
    while end < lineEnd, bytes[end] != UInt8(ascii: "}") { end += 1 }
    guard end < lineEnd, let kind = environment(start, end),
      let closing = environmentEnd(ByteRange(start, end), kind, from: end + 1)
    else { return false }
    let last = LineScanner.end(bytes, from: closing)
    guard trimmedEnd(from: closing, to: last) == closing else { return false }
    openMath(ByteRange(nonspace, nonspace), until: closing, closingLength: 0)
    return true
  }

  /// The number of an environment's name, below 16.
  private func environment(_ start: Int, _ end: Int) -> Int? {
    let hasStar = end > start && bytes[end - 1] == UInt8(ascii: "*")
    let length = end - start - (hasStar ? 1 : 0)
    let index = Self.environments.firstIndex {
      $0.utf8CodeUnitCount == length && has($0, at: start, limit: end)
    }
    return index.map { $0 * 2 + (hasStar ? 1 : 0) }
  }

  /// The offset after the next `\end{name}`.
  private mutating func environmentEnd(_ name: ByteRange, _ kind: Int, from start: Int) -> Int? {
    if let known = dialects.environmentSearches[kind].result(from: start) {
      return known > 0 ? known : nil
    }
    var index = start
    while index + 5 + name.count < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), has("\\end{", at: index, limit: bytes.count),
        bytes[index + 5 + name.count] == UInt8(ascii: "}"), isSame(name, at: index + 5)
      {
        let end = index + 6 + name.count
        dialects.environmentSearches[kind] = .init(lower: start, upper: index, end: end)
        return end
      }
      index += 1
    }
    dialects.environmentSearches[kind] = .init(lower: start, upper: bytes.count, end: 0)
    return nil
  }

  private func isSame(_ name: ByteRange, at start: Int) -> Bool {
    for offset in 0..<name.count where bytes[name.start + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  private func has(_ word: StaticString, at start: Int, limit: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= limit else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[start + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }
}

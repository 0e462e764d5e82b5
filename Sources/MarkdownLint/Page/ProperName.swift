import SourceCore

/// A name, and where it occurs in text in any case.
struct ProperName: Sendable {
  /// The name as it should be written.
  let text: String

  private let folded: [UInt8]
  private let isWordStart: Bool
  private let isWordEnd: Bool
  private let isASCII: Bool

  init(_ text: String) {
    self.text = text
    isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    folded = Array((isASCII ? text : text.lowercased()).utf8).map(Self.lowercased)
    isWordStart = text.utf8.first.map(Self.isWord) ?? false
    isWordEnd = text.utf8.last.map(Self.isWord) ?? false
  }

  /// Calls back for each occurrence in a run of text; underscores around it do not count as letters.
  func forEachMatch(in run: ByteRange, of source: [UInt8], _ body: (ByteRange) -> Void) {
    guard let first = folded.first else { return }
    var at = run.start
    while at < run.end {
      let byte = source[at]
      guard Self.lowercased(byte) == first || byte >= 0x80 && !isASCII,
        let end = matchEnd(at: at, run, source), isAtStart(at, run, source),
        let after = boundary(end, run, source)
      else {
        at += 1
        continue
      }
      body(ByteRange(at, end))
      at = max(after, at + 1)
    }
  }

  private func matchEnd(at start: Int, _ run: ByteRange, _ source: [UInt8]) -> Int? {
    if isASCII {
      guard start + folded.count <= run.end else { return nil }
      for offset in folded.indices
      where Self.lowercased(source[start + offset]) != folded[offset] { return nil }
      return start + folded.count
    }
    // Other scripts: as many scalars as the name has, in lower case.
    guard source[start] & 0xC0 != 0x80 else { return nil }
    var end = start
    for _ in text.unicodeScalars {
      guard end < run.end else { return nil }
      end += 1
      while end < run.end, source[end] & 0xC0 == 0x80 { end += 1 }
    }
    let found = String(decoding: source[start..<end], as: UTF8.self).lowercased()
    return found.utf8.elementsEqual(text.lowercased().utf8) ? end : nil
  }

  private func isAtStart(_ start: Int, _ run: ByteRange, _ source: [UInt8]) -> Bool {
    guard isWordStart else { return true }
    var at = start
    while at > run.start, source[at - 1] == UInt8(ascii: "_") { at -= 1 }
    return at == run.start || !Self.isWord(source[at - 1])
  }

  /// Where the match and the underscores behind it end; nil where a letter follows.
  private func boundary(_ end: Int, _ run: ByteRange, _ source: [UInt8]) -> Int? {
    guard isWordEnd else { return end }
    var at = end
    while at < run.end, source[at] == UInt8(ascii: "_") { at += 1 }
    return at == run.end || !Self.isWord(source[at]) ? at : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      || byte == UInt8(ascii: "_")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

import SourceCore

/// A YAML text made fit for libyaml, which refuses a whole file for one bad byte.
///
/// Bad bytes become `_`, one for one, so that offsets stay what they are.
struct YAMLInput {
  /// The whole file, cleaned.
  let bytes: [UInt8]
  /// What is to be parsed of it, without a byte-order mark.
  let range: Range<Int>
  /// Whether offsets of characters and of bytes are the same.
  let isASCII: Bool
  /// Bad encoding: reported once, at the first place.
  let problem: DataProblem?

  init(_ original: [UInt8], range requested: Range<Int>) {
    var range = requested.clamped(to: 0..<original.count)
    if range.lowerBound == 0, original.starts(with: [0xEF, 0xBB, 0xBF]), range.count >= 3 {
      range = 3..<range.upperBound
    }
    let (isASCII, bad) = Self.scan(original, range)
    self.range = range
    self.isASCII = isASCII
    guard let first = bad.first else {
      bytes = original
      problem = nil
      return
    }
    var clean = original
    for place in bad {
      for i in place.indices { clean[i] = UInt8(ascii: "_") }
    }
    bytes = clean
    problem = Self.describe(first, in: original, count: bad.count)
  }

  private static func describe(_ place: ByteRange, in bytes: [UInt8], count: Int) -> DataProblem {
    let more = count > 1 ? " (and \(count - 1) more in this text)" : ""
    if validLength(bytes.span, place.start, place.end) == 0 {
      let hex = String(bytes[place.start], radix: 16, uppercase: true)
      return DataProblem(
        .invalidEncoding, place, "the byte 0x\(hex) is not valid UTF-8\(more)",
        help: "save the file as UTF-8")
    }
    let scalar = String(decoding: bytes[place.indices], as: UTF8.self).unicodeScalars.first
    let hex = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    return DataProblem(
      .invalidEncoding, place, "the invisible character U+\(code) is not allowed here\(more)",
      help: "delete the character")
  }

  /// Finds what libyaml would refuse: bytes that are not UTF-8, and control characters.
  private static func scan(_ bytes: [UInt8], _ range: Range<Int>) -> (Bool, [ByteRange]) {
    let span = bytes.span
    var isASCII = true
    var bad: [ByteRange] = []
    var i = range.lowerBound
    let end = range.upperBound
    while i < end {
      let byte = span[i]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        i += 1
        continue
      }
      if byte < 0x80 {
        bad.append(ByteRange(i, i + 1))
        i += 1
        continue
      }
      isASCII = false
      let length = validLength(span, i, end)
      if length == 0 {
        bad.append(ByteRange(i, i + 1))
        i += 1
        continue
      }
      if isRefused(span, i, length) { bad.append(ByteRange(i, i + length)) }
      i += length
    }
    return (isASCII, bad)
  }

  /// C1 controls, U+2028 and U+2029, a byte-order mark in the middle, U+FFFE and U+FFFF.
  ///
  /// Three of them, libyaml would take for line breaks as YAML 1.1 has it; 1.2 does not.
  private static func isRefused(_ span: Span<UInt8>, _ i: Int, _ length: Int) -> Bool {
    if length == 2 { return span[i] == 0xC2 && span[i + 1] < 0xA0 }
    guard length == 3 else { return false }
    switch (span[i], span[i + 1], span[i + 2]) {
    case (0xE2, 0x80, 0xA8...0xA9), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF): return true
    default: return false
    }
  }

  /// Length of the UTF-8 sequence that starts at `i` with a byte from 0x80; 0 where it is invalid.
  static func validLength(_ span: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    func continuation(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      i + offset < end && span[i + offset] >= low && span[i + offset] <= high
    }
    switch span[i] {
    case 0x00..<0x80: return 1
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0: return continuation(1, 0xA0) && continuation(2) ? 3 : 0
    case 0xED: return continuation(1, 0x80, 0x9F) && continuation(2) ? 3 : 0
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : 0
    case 0xF0: return continuation(1, 0x90) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF4: return continuation(1, 0x80, 0x8F) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }
}

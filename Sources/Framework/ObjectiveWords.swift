import SourceCore

/// The first words of an objective in lower case, with their places.
///
/// An apostrophe ends its word (`d'`, `identifier`), so that elided words can be listed. Code in
/// backticks is one word that equals no other.
struct ObjectiveWords {
  struct Word {
    let text: String
    /// Offsets in the UTF-8 of the objective.
    let range: Range<Int>
    /// Whether a comma comes before the next word.
    var isBeforeComma = false
  }

  private(set) var words: [Word] = []

  /// An objective is judged by how it starts; a clause and a subject fit in this many words.
  private let limit: Int

  init(_ text: String, limit: Int = 32) {
    self.limit = limit
    var text = text
    let isRead = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      readASCII(bytes)
      return true
    }
    if !isRead { read(text) }
  }

  /// As `read`, of which most objectives need no more.
  private mutating func readASCII(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start: Int?
    var isCode = false
    for offset in 0...bytes.count {
      let byte = offset < bytes.count ? bytes[offset] : 0
      if !isCode, Self.isLetter(byte, inside: start != nil) {
        if start == nil { start = offset }
        continue
      }
      let isElided = !isCode && byte == UInt8(ascii: "'")
      if let first = start {
        let range = first..<(isElided ? offset + 1 : offset)
        let text = asciiLowercased(Substring(decoding: bytes[range], as: UTF8.self))
        words.append(Word(text: text, range: range))
        start = nil
      }
      if byte == UInt8(ascii: "`") {
        isCode.toggle()
        if isCode { words.append(Word(text: "`", range: offset..<offset + 1)) }
      } else if byte == UInt8(ascii: ","), !isCode, !words.isEmpty {
        words[words.count - 1].isBeforeComma = true
      }
      if words.count >= limit { return }
    }
  }

  private static func isLetter(_ byte: UInt8, inside: Bool) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      || inside && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
  }

  private mutating func read(_ text: String) {
    var current = ""
    var start = 0
    var offset = 0
    var isCode = false
    for scalar in text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if scalar == "`" {
        end(&current, start..<offset)
        isCode.toggle()
        if isCode { words.append(Word(text: "`", range: offset..<next)) }
      } else if !isCode, Self.isLetter(scalar, inside: !current.isEmpty) {
        if current.isEmpty { start = offset }
        if scalar.value < 0x80 {
          let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
          current.unicodeScalars.append(
            isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
        } else {
          current += scalar.properties.lowercaseMapping
        }
      } else if !isCode, scalar == "'" || scalar == "\u{2019}", !current.isEmpty {
        current += "'"
        end(&current, start..<next)
      } else {
        end(&current, start..<offset)
        if scalar == ",", !isCode, !words.isEmpty { words[words.count - 1].isBeforeComma = true }
      }
      if words.count >= limit { return }
      offset = next
    }
    end(&current, start..<offset)
  }

  private mutating func end(_ word: inout String, _ range: Range<Int>) {
    guard !word.isEmpty else { return }
    words.append(Word(text: word, range: range))
    word = ""
  }

  private static func isLetter(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": return true
    // `know-how` is one word, a dash before a word is none; so with `snake_case` and `_emphasis_`.
    case "-", "_": return inside
    default: break
    }
    guard scalar.value >= 0xAA else { return false }
    // A combining accent belongs to its letter.
    return scalar.properties.isAlphabetic
      || scalar.properties.canonicalCombiningClass != .notReordered
  }
}

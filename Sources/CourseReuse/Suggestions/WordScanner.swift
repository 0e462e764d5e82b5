/// Cuts bytes into words: letters and digits, without case for ASCII.
///
/// What stands between words does not count, quotation marks and dashes of Unicode neither. Chinese
/// characters and kana are words of their own, because nothing stands between their words.
struct WordScanner {
  /// One hash for each word.
  private(set) var hashes: [UInt64] = []
  /// Where each word begins.
  private(set) var starts: [UInt32] = []

  /// Adds the words of a range; a word ends where the range does.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    var hash = TextHash()
    var start = -1
    var i = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while i < end {
      let byte = bytes[i]
      var length = 1
      var isPart = false
      var isWhole = false
      if byte < 0x80 {
        isPart = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      } else {
        length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        let next = i + 1 < end ? bytes[i + 1] : 0
        isPart = !Self.isPunctuation(byte, next)
        isWhole = isPart && Self.isIdeograph(byte, next)
      }
      if start >= 0, !isPart || isWhole {
        close(hash, start)
        (hash, start) = (TextHash(), -1)
      }
      if isPart {
        if start < 0 { start = i }
        if byte < 0x80 {
          hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        } else {
          var j = i
          while j < min(i + length, end) {
            hash.add(bytes[j])
            j += 1
          }
        }
        if isWhole {
          close(hash, start)
          (hash, start) = (TextHash(), -1)
        }
      }
      i += length
    }
    if start >= 0 { close(hash, start) }
  }

  /// Adds the words of HTML, without its tags and comments.
  mutating func addHTML(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "<") {
        add(bytes, start..<i)
        while i < range.upperBound, bytes[i] != UInt8(ascii: ">") { i += 1 }
        start = min(i + 1, range.upperBound)
      }
      i += 1
    }
    if start < range.upperBound { add(bytes, start..<range.upperBound) }
  }

  private mutating func close(_ hash: TextHash, _ start: Int) {
    hashes.append(hash.value)
    starts.append(UInt32(start))
  }

  /// Signs of Latin-1 (« », no-break space), general punctuation (“ ” – …), those of Chinese and
  /// Japanese, and their full-width forms.
  private static func isPunctuation(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC2: true
    case 0xE2: second == 0x80 || second == 0x81
    case 0xE3: second == 0x80
    case 0xEF: second == 0xBC || second == 0xBD || second == 0xBB
    default: false
    }
  }

  /// U+3040 to U+9FFF, in which no spaces stand.
  private static func isIdeograph(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xE3 && second >= 0x81 || first >= 0xE4 && first <= 0xE9
  }
}

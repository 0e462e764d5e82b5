import Markdown
import SourceCore

/// Tells which language a page's words are evidently in.
enum SpokenLanguage {
  /// Words looked at; more would not change the answer.
  private static let sample = 300
  /// Fewest words that an answer rests on.
  private static let enough = 80

  /// The language of a page whose words are mostly those of one language, and hardly any of them
  /// those of the language it is marked with; nil in all other cases.
  static func of(_ lesson: Lesson) -> String? {
    let bytes = lesson.text.bytes
    var words = 0
    var counts = [Int](repeating: 0, count: languages.count)
    for range in lesson.prose {
      count(bytes, range, &words, &counts)
      if words >= sample { break }
    }
    guard words >= enough, let most = counts.max(), most * 8 >= words,
      let best = counts.firstIndex(of: most)
    else { return nil }
    // All others together are rarer than one word in forty.
    let others = counts.reduce(0, +) - most
    return others * 40 <= words ? languages[best].code : nil
  }

  /// Languages it can tell, each with frequent words that none of the others has.
  static let languages: [(code: String, words: String)] = [
    ("de", "der die und das ist mit den von nicht ein eine für auf werden sie sich"),
    ("en", "the and of is are that with this you for from it we can be by your"),
    ("es", "los las del por para como más una el y con sus esta puede"),
    ("fr", "les des est une et dans vous avec sur cette pas du aux qui pour nous"),
  ]

  /// The frequent words, each packed into a number, by where they are looked for first; an empty
  /// place ends the search.
  private static let index: [(word: UInt64, language: Int)] = {
    var index = [(word: UInt64, language: Int)](repeating: (0, 0), count: 256)
    for (i, language) in languages.enumerated() {
      for word in language.words.split(separator: " ") {
        let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        var place = place(of: key)
        while index[place].word != 0 { place = (place + 1) & 255 }
        index[place] = (key, i)
      }
    }
    return index
  }()

  private static func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  private static func count(
    _ bytes: [UInt8], _ range: ByteRange, _ words: inout Int, _ counts: inout [Int]
  ) {
    let span = bytes.span
    let index = index
    var key: UInt64 = 0
    var length = 0
    for i in range.start...range.end {
      let byte = i < range.end ? span[i] : 0x20
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if isLetter || byte >= 0x80 {
        key = key << 8 | UInt64(isLetter ? byte | 0x20 : byte)
        length += 1
        continue
      }
      if length > 0 {
        words += 1
        if length <= 8 {
          var place = place(of: key)
          while index[place].word != 0 {
            if index[place].word == key {
              counts[index[place].language] += 1
              break
            }
            place = (place + 1) & 255
          }
        }
      }
      key = 0
      length = 0
    }
  }
}

import Markdown
import SourceCore

/// Tells which language a page's words are evidently in.
public enum SpokenLanguage {
  /// Words looked at; more would not change the answer.
  private static let sample = 160
  /// Fewest words that an answer rests on.
  private static let enough = 80

  /// The language of a page whose words are mostly those of one language, and hardly any of them
  /// those of the language it is marked with; nil in all other cases.
  public static func of(_ lesson: Lesson) -> String? {
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
        let key = word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
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
    var i = range.start
    while i < range.end {
      var word = ByteRun.eight(span, at: i)
      if range.end - i < 8 { word &= (1 << UInt64(8 * (range.end - i))) - 1 }
      let letters = ByteRun.letters(word)
      let parts = letters | (word & ByteRun.high)
      guard parts & 0x80 != 0 else {
        i += parts == 0 ? 8 : ByteRun.first(parts)
        continue
      }
      words += 1
      let others = ~parts & ByteRun.high
      var length = others == 0 ? 8 : ByteRun.first(others)
      if others == 0 {
        while i + length < range.end, isPart(span[i + length]) { length += 1 }
      }
      if length <= 8 {
        // The mark of a letter, two bits lower, is what makes it a small one.
        var key = word | letters >> 2
        if length < 8 { key &= (1 << UInt64(8 * length)) - 1 }
        var place = place(of: key)
        while index[place].word != 0 {
          if index[place].word == key {
            counts[index[place].language] += 1
            break
          }
          place = (place + 1) & 255
        }
      }
      // The byte behind a word is in none.
      i += length + 1
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }
}

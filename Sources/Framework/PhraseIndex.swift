/// Phrases of one or more words, found by how a list of words goes on.
struct PhraseIndex: Sendable, Hashable {
  /// What a phrase stands for.
  enum Role: Sendable, Hashable {
    /// The start of a clause that ends with a comma.
    case clause
    /// Words that may stand before the verb.
    case lead
    /// An opening that says too little, by its number in the list.
    case unmeasurable(Int)
    /// A measurable verb.
    case measurable(BloomLevel)
  }

  struct Phrase: Sendable, Hashable {
    let text: String
    /// The words behind the first.
    let rest: ArraySlice<String>
    let role: Role

    /// How many words it has.
    var count: Int { rest.count + 1 }
  }

  /// Phrases by their first word, the longest first.
  private var phrases: [String: [Phrase]] = [:]
  /// Words of the longest phrase.
  private(set) var longest = 0

  mutating func add(_ texts: [String], _ role: Role) {
    for text in texts {
      let words = Self.words(of: text)
      guard let first = words.first else { continue }
      let phrase = Phrase(text: text, rest: words.dropFirst(), role: role)
      Self.insert(phrase, into: &phrases[first, default: []])
      longest = max(longest, phrase.count)
    }
  }

  private static func insert(_ phrase: Phrase, into list: inout [Phrase]) {
    list.insert(phrase, at: list.firstIndex { $0.count < phrase.count } ?? list.count)
  }

  /// The longest phrase that starts at a word.
  func match(_ words: [ObjectiveWords.Word], at place: Int) -> Phrase? {
    guard place < words.count, let candidates = phrases[words[place].text] else { return nil }
    return candidates.first { phrase in
      phrase.count <= words.count - place
        && zip(phrase.rest, words[(place + 1)...]).allSatisfy { $0 == $1.text }
    }
  }

  /// Splits as `ObjectiveWords` does; phrases are listed in lower case and with plain apostrophes.
  private static func words(of phrase: String) -> [String] {
    guard phrase.utf8.contains(where: { $0 == 0x20 || $0 == 0x27 }) else { return [phrase] }
    return phrase.split(separator: " ").flatMap { word -> [String] in
      guard word.utf8.contains(UInt8(ascii: "'")) else { return [String(word)] }
      var parts: [String] = []
      var current = ""
      for character in word {
        current.append(character)
        if character == "'" {
          parts.append(current)
          current = ""
        }
      }
      return current.isEmpty ? parts : parts + [current]
    }
  }
}

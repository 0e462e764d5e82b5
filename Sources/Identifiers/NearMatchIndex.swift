extension NearMatch {
  /// Many names among which several words are looked for.
  public struct Index: Sendable {
    /// A name, with what tells without a comparison that it is not near.
    private struct Name {
      let text: String
      let length: Int
      let letters: UInt64
    }

    private var names: [Name] = []

    /// Among more names than this some would be near to any word.
    private static let limit = 10_000
    /// Names that are compared letter by letter for one word.
    private static let comparisons = 500

    /// Makes an index without names.
    public init() {}

    /// Makes an index of names.
    public init(_ names: some Sequence<String>) {
      for name in names { add(name) }
    }

    /// Adds a name.
    public mutating func add(_ name: String) {
      guard names.count < Self.limit else { return }
      if name.utf8.allSatisfy({ $0 < 0x80 }) {
        var letters: UInt64 = 0
        for byte in name.utf8 {
          letters |= 1 << UInt64((byte &- 0x41 < 26 ? byte | 0x20 : byte) & 63)
        }
        names.append(Name(text: name, length: name.utf8.count, letters: letters))
      } else {
        let scalars = NearMatch.folded(name)
        names.append(Name(text: name, length: scalars.count, letters: Self.letters(scalars)))
      }
    }

    /// The name with the fewest typing errors, as `NearMatch.best` finds it.
    public func best(for word: String) -> String? {
      let own = NearMatch.folded(word)
      guard var limit = NearMatch.limit(own) else { return nil }
      let letters = Self.letters(own)
      let word = ShortWord(own)
      var best: String?
      var left = Self.comparisons
      for name in names {
        // Each error adds, removes or replaces one letter at most.
        guard abs(name.length - own.count) <= limit,
          (letters & ~name.letters).nonzeroBitCount <= limit,
          (name.letters & ~letters).nonzeroBitCount <= limit
        else { continue }
        if left == 0 { break }
        left -= 1
        let errors =
          word?.distance(to: name.text, limit: limit)
          ?? NearMatch.distance(own, NearMatch.folded(name.text), limit: limit)
        guard errors <= limit else { continue }
        best = name.text
        if errors == 0 { break }
        limit = errors - 1
      }
      return best
    }

    /// Which letters occur; several share a bit.
    private static func letters(_ scalars: [Unicode.Scalar]) -> UInt64 {
      scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }
  }
}

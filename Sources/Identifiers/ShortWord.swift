/// A folded word of ASCII that fits into one machine word, to be compared with many others.
///
/// The distance is that of `NearMatch.distance`, all rows of its table in the bits of one number:
/// H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
struct ShortWord {
  private let length: Int
  /// For each letter the places where the word has it.
  private let places: [UInt64]

  /// Prepares a word; nil where it is too long or not of ASCII.
  init?(_ folded: [Unicode.Scalar]) {
    guard (1...64).contains(folded.count), folded.allSatisfy(\.isASCII) else { return nil }
    length = folded.count
    var places = [UInt64](repeating: 0, count: 128)
    for (i, letter) in folded.enumerated() { places[Int(letter.value)] |= 1 << UInt64(i) }
    self.places = places
  }

  /// The number of errors between the word and another, whose case does not matter; nil where that
  /// is not of ASCII. Above `limit` it is some number above it.
  func distance(to other: String, limit: Int) -> Int? {
    var other = other
    return other.withUTF8 { bytes in
      var up = ~UInt64(0)
      var down: UInt64 = 0
      var diagonal: UInt64 = 0
      var before: UInt64 = 0
      var errors = length
      let last: UInt64 = 1 << UInt64(length - 1)
      let places = places.span
      for i in bytes.indices {
        // Each letter that is left takes away one error at most.
        if errors > limit + bytes.count - i { return errors }
        let byte = bytes[i]
        guard byte < 0x80 else { return nil }
        let letter = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        let same = places[Int(letter)]
        let swapped = ((~diagonal & same) << 1) & before
        diagonal = (((same & up) &+ up) ^ up) | same | down | swapped
        var right = down | ~(diagonal | up)
        var left = diagonal & up
        if right & last != 0 { errors += 1 }
        if left & last != 0 { errors -= 1 }
        right = right << 1 | 1
        left <<= 1
        up = left | ~(diagonal | right)
        down = right & diagonal
        before = same
      }
      return errors
    }
  }
}

/// Chooses few of a text's shingles, the same ones wherever the text stands (Schleimer, Wilkerson and
/// Aiken, 2003): of each window of neighbours the least, the last of equal ones.
///
/// Texts that share `length + window - 1` words in a row share a fingerprint.
enum Winnowing {
  /// Words of a shingle.
  static let length = 5
  /// Shingles of a window.
  static let window = 6

  /// Places of the shingles chosen, ascending.
  static func places(_ shingles: [UInt64]) -> [Int] {
    let width = min(window, shingles.count)
    guard width > 0 else { return [] }
    var places: [Int] = []
    places.reserveCapacity(shingles.count * 2 / (width + 1) + 1)
    var least = -1
    var end = width
    while end <= shingles.count {
      let start = end - width
      if least >= start {
        if shingles[end - 1] <= shingles[least] {
          least = end - 1
          places.append(least)
        }
      } else {
        least = start
        var i = start + 1
        while i < end {
          if shingles[i] <= shingles[least] { least = i }
          i += 1
        }
        places.append(least)
      }
      end += 1
    }
    return places
  }
}

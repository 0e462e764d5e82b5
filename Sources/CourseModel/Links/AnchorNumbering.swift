/// Numbers the anchors of one page so that each is unique (`-1`, `-2`, …).
public struct AnchorNumbering {
  /// The next number of each anchor that came without one: those below it are taken, and not listed
  /// here, so that a thousand equal headings are one entry.
  private var uses: [String: Int] = [:]

  /// Starts a page.
  public init() {}

  /// The anchor to use for one more heading that would have `anchor`; an empty one stays empty,
  /// because nobody can link to it.
  public mutating func next(_ anchor: String) -> String {
    if anchor.isEmpty { return "" }
    guard let place = uses.index(forKey: anchor) else {
      uses[anchor] = 1
      return isMade(anchor) ? next(anchor) : anchor
    }
    var number = uses.values[place]
    var unique = anchor + "-" + String(number)
    while uses[unique] != nil {
      number += 1
      unique = anchor + "-" + String(number)
    }
    uses.values[place] = number + 1
    return unique
  }

  /// Takes an anchor that the author wrote.
  public mutating func take(_ anchor: String) { uses[anchor, default: 0] += 1 }

  /// Whether an anchor is another one with a number that was given to it already.
  private func isMade(_ anchor: String) -> Bool {
    let bytes = anchor.utf8
    guard let last = bytes.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9"),
      let dash = bytes.lastIndex(of: UInt8(ascii: "-")),
      let number = Int(anchor[bytes.index(after: dash)...]),
      String(number).utf8.count
        == bytes.distance(from: dash, to: bytes.endIndex) - 1,
      let next = uses[String(anchor[..<dash])]
    else { return false }
    return number > 0 && number < next
  }
}

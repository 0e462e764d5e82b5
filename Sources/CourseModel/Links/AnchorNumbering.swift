/// Numbers the anchors of one page so that each is unique (`-1`, `-2`, …).
public struct AnchorNumbering {
  /// The next number of each anchor that came without one: those below it are taken, and not listed
  /// here, so that a thousand equal headings are one entry.
  private var uses: [String: Int] = [:]
  /// The anchor before and its place in `uses`: most that come again come one behind the other.
  private var last: (anchor: String, place: Dictionary<String, Int>.Index)?
  /// Whether an anchor that came without a number of ours may be one with a number.
  private var mayClash = false

  /// Starts a page.
  public init() {}

  /// The anchor to use for one more heading that would have `anchor`; an empty one stays empty,
  /// because nobody can link to it.
  public mutating func next(_ anchor: String) -> String {
    if anchor.isEmpty { return "" }
    let place: Dictionary<String, Int>.Index
    if let last, last.anchor == anchor {
      place = last.place
    } else {
      guard let known = uses.index(forKey: anchor) else {
        list(anchor)
        uses[anchor] = 1
        return isMade(anchor) ? next(anchor) : anchor
      }
      place = known
      last = (anchor, known)
    }
    var number = uses.values[place]
    var unique = anchor + "-" + String(number)
    while mayClash, uses[unique] != nil {
      number += 1
      unique = anchor + "-" + String(number)
    }
    uses.values[place] = number + 1
    return unique
  }

  /// Takes an anchor that the author wrote.
  public mutating func take(_ anchor: String) {
    list(anchor)
    uses[anchor, default: 0] += 1
  }

  /// Prepares to list one more anchor.
  private mutating func list(_ anchor: String) {
    // To add to a dictionary may move what is in it.
    last = nil
    if let end = anchor.utf8.last { mayClash = mayClash || end &- UInt8(ascii: "0") < 10 }
  }

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

import Markdown

/// Numbers footnotes in the order in which a page first refers to them.
struct FootnoteNumbers {
  /// Definitions in the order of their numbers.
  private(set) var definitions: [NodeID] = []
  private var uses: [NodeID: (number: Int, count: Int)] = [:]

  /// The number of a footnote, and how often it has been referred to, this time included.
  mutating func refer(to definition: NodeID) -> (number: Int, use: Int) {
    if let (number, count) = uses[definition] {
      uses[definition] = (number, count + 1)
      return (number, count + 1)
    }
    definitions.append(definition)
    uses[definition] = (definitions.count, 1)
    return (definitions.count, 1)
  }

  /// How often a footnote was referred to.
  func uses(of definition: NodeID) -> Int { uses[definition]?.count ?? 0 }
}

import Markdown

/// Numbers footnotes in the order in which a page first refers to them.
struct FootnoteNumbers {
  /// Definitions in the order of their numbers.
  private(set) var definitions: [NodeID] = []
  private var uses: [NodeID: Int] = [:]

  /// The number of a footnote, and how often it has been referred to, this time included.
  mutating func refer(to definition: NodeID) -> (number: Int, use: Int) {
    let use = uses[definition, default: 0] + 1
    uses[definition] = use
    if let index = definitions.firstIndex(of: definition) { return (index + 1, use) }
    definitions.append(definition)
    return (definitions.count, use)
  }

  /// How often a footnote was referred to.
  func uses(of definition: NodeID) -> Int { uses[definition, default: 0] }
}

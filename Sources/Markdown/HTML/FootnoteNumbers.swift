/// The numbers of a document's footnotes: the order in which they are first referred to.
struct FootnoteNumbers {
  /// Definitions that are referred to, in order.
  private(set) var order: [NodeID] = []
  private var numbers: [NodeID: Int] = [:]
  private var references: [NodeID: Int] = [:]
  private var ordinals: [NodeID: Int] = [:]

  /// For what is not rendered yet.
  static let none = FootnoteNumbers()

  private init() {}

  init(_ document: Document) {
    guard !document.arena.footnotes.isEmpty else { return }
    for index in 0..<document.nodeCount
    where document.arena.kinds[index] == .footnoteReference {
      let reference = NodeID(index)
      guard let definition = document.definition(reference) else { continue }
      if numbers[definition] == nil {
        order.append(definition)
        numbers[definition] = order.count
      }
      references[definition, default: 0] += 1
      ordinals[reference] = references[definition]
    }
  }

  func number(_ definition: NodeID) -> Int { numbers[definition] ?? 0 }
  func references(_ definition: NodeID) -> Int { references[definition] ?? 0 }

  /// Which of its footnote's references this is, from 1.
  func ordinal(_ reference: NodeID) -> Int { ordinals[reference] ?? 1 }
}

/// Link definitions that many documents may name; a document's own come first.
public final class SharedDefinitions: Sendable {
  /// The definitions; of equal labels the first.
  public let all: [SharedDefinition]
  private let ordinals: [[UInt8]: UInt32]

  /// Takes definitions in the order in which they win.
  public init(_ definitions: [SharedDefinition]) {
    var all: [SharedDefinition] = []
    var ordinals: [[UInt8]: UInt32] = [:]
    for definition in definitions {
      let label = Array(definition.label.utf8)
      if label.isEmpty || ordinals[label] != nil { continue }
      ordinals[label] = UInt32(all.count)
      all.append(definition)
    }
    self.all = all
    self.ordinals = ordinals
  }

  /// The place in `all` of what a label names.
  func ordinal(_ label: ByteView) -> Int? { ordinals[LabelTable.normalised(label)].map(Int.init) }
}

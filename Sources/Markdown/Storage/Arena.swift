import SourceCore

/// The nodes in pre-order, one array per property, and the tables their payloads point into.
///
/// Documents are copied all the time, so that it is one reference.
final class Arena: Sendable {
  let kinds: [NodeKind]
  let ranges: [ByteRange]
  let parents: [UInt32]
  /// Per node, the id after its last descendant.
  let ends: [UInt32]
  /// Blocks: index into `blocks`. Links, images, autolinks, spans: index into `links`.
  /// Code spans: attributes' index + 1. Footnote references: the definition's ordinal.
  let payloads: [UInt32]

  let blocks: [BlockDetail]
  let segments: [Segment]
  let links: [LinkDetail]
  let alignments: [TableAlignment]
  let attributes: [ByteRange]
  /// Node of each link definition, by ordinal.
  let definitions: [UInt32]
  /// Node of each footnote definition, by ordinal.
  let footnotes: [UInt32]
  /// Ids of the blocks that hold inlines, ascending.
  let leaves: [UInt32]
  /// What references name beyond the document's own definitions.
  let shared: SharedDefinitions?

  init(
    kinds: [NodeKind],
    ranges: [ByteRange],
    parents: [UInt32],
    ends: [UInt32],
    payloads: [UInt32],
    blocks: [BlockDetail],
    segments: [Segment],
    links: [LinkDetail],
    alignments: [TableAlignment],
    attributes: [ByteRange],
    definitions: [UInt32],
    footnotes: [UInt32],
    leaves: [UInt32],
    shared: SharedDefinitions?
  ) {
    self.kinds = kinds
    self.ranges = ranges
    self.parents = parents
    self.ends = ends
    self.payloads = payloads
    self.blocks = blocks
    self.segments = segments
    self.links = links
    self.alignments = alignments
    self.attributes = attributes
    self.definitions = definitions
    self.footnotes = footnotes
    self.leaves = leaves
    self.shared = shared
  }
}

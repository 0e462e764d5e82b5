import SourceCore

/// The nodes in pre-order, one array per property, and the tables their payloads point into.
///
/// Documents are copied all the time, so that it is one reference.
final class Arena: Sendable {
  let kinds: Column<NodeKind>
  let ranges: Column<ByteRange>
  let parents: Column<UInt32>
  /// Per node, the id after its last descendant.
  let ends: Column<UInt32>
  /// Blocks: index into `blocks`. Links, images, autolinks, spans: index into `links`.
  /// Code spans: attributes' index + 1. Footnote references: the definition's ordinal.
  let payloads: Column<UInt32>

  let blocks: Column<BlockDetail>
  let segments: Column<Segment>
  let links: Column<LinkDetail>
  let alignments: Column<TableAlignment>
  let attributes: Column<ByteRange>
  /// Node of each link definition, by ordinal.
  let definitions: [UInt32]
  /// Node of each footnote definition, by ordinal.
  let footnotes: [UInt32]
  /// Ids of the blocks that hold inlines, ascending.
  let leaves: Column<UInt32>
  /// What references name beyond the document's own definitions.
  let shared: SharedDefinitions?

  init(
    kinds: consuming Column<NodeKind>,
    ranges: consuming Column<ByteRange>,
    parents: consuming Column<UInt32>,
    ends: consuming Column<UInt32>,
    payloads: consuming Column<UInt32>,
    blocks: consuming Column<BlockDetail>,
    segments: consuming Column<Segment>,
    links: consuming Column<LinkDetail>,
    alignments: consuming Column<TableAlignment>,
    attributes: consuming Column<ByteRange>,
    definitions: [UInt32],
    footnotes: [UInt32],
    leaves: consuming Column<UInt32>,
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

import SourceCore

/// The nodes in pre-order, one array per property, and the tables their payloads point into.
struct Arena: Sendable {
  var kinds: [NodeKind] = []
  var ranges: [ByteRange] = []
  var parents: [UInt32] = []
  /// Per node, the id after its last descendant.
  var ends: [UInt32] = []
  /// Blocks: index into `blocks`. Links, images, autolinks, spans: index into `links`.
  /// Code spans: attributes' index + 1. Footnote references: the definition's ordinal.
  var payloads: [UInt32] = []

  var blocks: [BlockDetail] = []
  var segments: [Segment] = []
  var links: [LinkDetail] = []
  var alignments: [TableAlignment] = []
  var attributes: [ByteRange] = []
  /// Node of each link definition, by ordinal.
  var definitions: [UInt32] = []
  /// Node of each footnote definition, by ordinal.
  var footnotes: [UInt32] = []
  /// Ids of the blocks that hold inlines, ascending.
  var leaves: [UInt32] = []
}

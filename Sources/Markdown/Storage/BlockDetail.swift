import SourceCore

/// What blocks carry beside their range; one record serves every kind of block that needs one.
struct BlockDetail: Sendable {
  /// Where the block's lines start in the table of segments.
  var firstSegment: UInt32 = 0
  /// How many lines it has.
  var segmentCount: UInt32 = 0
  /// Directive: how many of the lines hold options.
  var options: UInt32 = 0
  /// Heading: level. List, fence: the marker. Item: 1 unchecked task, 2 checked task.
  var tag: UInt8 = 0
  /// See `BlockFlags`.
  var flags: BlockFlags = []
  /// Fence: its length. List: its start. Table: first alignment. Definition: its ordinal.
  var number: UInt32 = 0
  /// Fence: opening line. Item: task marker. Definition, footnote: label. Table: column count.
  var opening = ByteRange(0, 0)
  /// Fence: the info string. Directive: its name. Math: its label. Definition: destination, without `<>`.
  var info = ByteRange(0, 0)
  /// Fence: closing line (where `.closed`). Definition: title, without quotes (where `.titled`).
  var closing = ByteRange(0, 0)
  /// Pandoc attributes (where `.attributes`). Directive: what follows its name.
  var attributes = ByteRange(0, 0)
}

/// Yes or no about a block.
struct BlockFlags: OptionSet, Sendable {
  let rawValue: UInt16
  static let setext = BlockFlags(rawValue: 1)
  static let ordered = BlockFlags(rawValue: 2)
  static let loose = BlockFlags(rawValue: 4)
  static let fenced = BlockFlags(rawValue: 8)
  static let closed = BlockFlags(rawValue: 16)
  static let titled = BlockFlags(rawValue: 32)
  static let attributes = BlockFlags(rawValue: 64)
  static let header = BlockFlags(rawValue: 128)
  /// A directive whose body is no Markdown.
  static let literal = BlockFlags(rawValue: 256)
  /// A line of attributes directly after a block.
  static let attached = BlockFlags(rawValue: 512)
  /// A template block whose content is shown as it is.
  static let verbatim = BlockFlags(rawValue: 1024)
}

import SourceCore

/// One line of a leaf block's content; containers' markers and line endings lie between segments.
struct Segment: Sendable {
  /// First byte.
  var lower: UInt32
  /// One past the last byte, before the line ending.
  var upper: UInt32
  /// Columns left of a tab that a container's indentation cut in two, read as spaces.
  var padding: UInt32 = 0

  /// The bytes, without the padding.
  var range: ByteRange { ByteRange(lower, upper) }
}

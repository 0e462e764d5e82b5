import SourceCore

/// The fences of a code block or a div.
public struct Fence: Sendable, Hashable {
  /// The fence's character: a backtick, `~` or `:`.
  public let marker: UInt8
  /// Number of markers in the opening fence.
  public let length: Int
  /// The opening line from its first marker to the end of the info string.
  public let opening: ByteRange
  /// What follows the opening markers (a language, attributes, a class word), without blanks around.
  public let info: ByteRange
  /// The closing fence; nil where the block was never closed.
  public let closing: ByteRange?
}

import SourceCore

/// The check box of a task list item.
public struct TaskMarker: Sendable, Hashable {
  /// Whether the box is ticked.
  public let isChecked: Bool
  /// The range of `[ ]` or `[x]`.
  public let range: ByteRange
}

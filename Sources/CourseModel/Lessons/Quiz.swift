import Markdown
import SourceCore

/// A question with options to choose from: a list of boxes in a challenge, and the same list,
/// ticked, in its solution.
public struct Quiz: Sendable, Hashable {
  /// One item of a list of boxes.
  public struct Option: Sendable, Hashable {
    /// Its text without markup, white space folded; what it is compared by.
    public let text: String
    /// Its box; nil for an item without one among items that have one.
    public let box: TaskMarker?
    /// The whole item.
    public let range: ByteRange
    /// What follows the box.
    public let contentRange: ByteRange

    /// Whether its box is ticked.
    public var isTicked: Bool { box?.isChecked == true }
  }

  /// The challenge's index in `Lesson.divs`.
  public let challenge: Int
  /// The list in the challenge.
  public let list: NodeID
  /// The options, as the learner sees them.
  public let options: [Option]
  /// The list in the solution; nil where there is none for this question.
  public let key: [Option]?

  /// Whether the key lists what the question lists, in whatever order.
  public var keyHasSameOptions: Bool {
    guard let key else { return false }
    return key.map(\.text).sorted() == options.map(\.text).sorted()
  }
}

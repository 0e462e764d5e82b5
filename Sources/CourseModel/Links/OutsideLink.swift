import Markdown
import SourceCore

/// A link or an image to another site, told once for each place where its address is written.
public struct OutsideLink: Sendable, Hashable {
  /// The link or image that was met first (of HTML: the tag's node).
  public let node: NodeID
  /// All of that link or image.
  public let range: ByteRange
  /// The address as written; of a reference, where its definition has it; the whole link where that
  /// is in another file.
  public let written: ByteRange
  /// Its parts, in `addressBytes`.
  public let address: WebAddress
  /// Whether it is an image.
  public let isImage: Bool
  /// Whether the address is written in a definition, which several links may share.
  public let isReference: Bool
  /// The definition that has the address, where it is in another file.
  public var definition: SharedDefinition?

  /// The bytes that the parts of its address are ranges of.
  public func addressBytes(in lesson: Lesson) -> [UInt8] {
    definition.map { Array($0.destination.utf8) } ?? lesson.text.bytes
  }
}

import Markdown
import SourceCore

/// A link or an image to another site, told once for each place where its address is written.
public struct OutsideLink: Sendable, Hashable {
  /// The link or image that was met first (of HTML: the tag's node).
  public let node: NodeID
  /// All of that link or image.
  public let range: ByteRange
  /// The address as written; of a reference, where its definition has it.
  public let written: ByteRange
  /// Its parts.
  public let address: WebAddress
  /// Whether it is an image.
  public let isImage: Bool
  /// Whether the address is written in a definition, which several links may share.
  public let isReference: Bool
}

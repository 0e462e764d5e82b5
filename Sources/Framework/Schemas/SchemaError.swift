import SourceCore

/// Why a schema cannot be used.
public struct SchemaError: Error, Sendable, Hashable {
  /// URI of the document that is wrong.
  public let document: String
  /// The place in it, as a JSON pointer.
  public let pointer: String
  /// What is wrong, without a full stop.
  public let message: String
  /// What to do about it.
  public let help: String?
  /// Where it is written; nil where the fault is that something is not there.
  public let range: ByteRange?

  init(
    document: String, pointer: String, _ message: String, help: String? = nil,
    range: ByteRange? = nil
  ) {
    self.document = document
    self.pointer = pointer
    self.message = message
    self.help = help
    self.range = range
  }
}

import SourceCore

/// What links, images and autolinks carry beside their range.
struct LinkDetail: Sendable {
  /// How the link is written.
  enum Form: UInt8, Sendable {
    /// `[text](destination "title")`
    case inline
    /// `[text][label]`, `[label][]`, `[label]`
    case reference
    /// `[text][label]`, `[label][]`, `[label]`, where the label is the text of a heading.
    case heading
    /// `<destination>`, `www.…`, `https://…`, `name@host`
    case automatic
    /// `[text]{.class}`
    case span
  }

  var form: Form
  /// What to write before an autolink's destination: 0 nothing, 1 `http://`, 2 `mailto:`.
  var prefix: UInt8 = 0
  var hasTitle = false
  /// The destination without `<>`; for references, the label.
  var destination = ByteRange(0, 0)
  /// The title without its quotes.
  var title = ByteRange(0, 0)
  /// Pandoc attributes; empty where there are none.
  var attributes = ByteRange(0, 0)
  /// Ordinal of the definition a reference names, shared ones behind the document's own; of a
  /// heading, where it starts.
  var definition: UInt32 = 0
}

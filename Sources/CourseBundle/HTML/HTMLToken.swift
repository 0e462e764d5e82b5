/// A piece of raw HTML, read as forgivingly as browsers do.
enum HTMLToken: Hashable {
  case text([UInt8])
  case open(name: String, attributes: [Attribute], isSelfClosing: Bool)
  case close(name: String)

  /// An attribute with its name in lower case and its value as written, entities not decoded.
  struct Attribute: Hashable {
    let name: String
    let value: String
  }
}

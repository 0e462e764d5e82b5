import SourceCore

/// An address that a browser runs instead of opening.
struct ActiveURL {
  /// What it does, as a clause.
  let what: String

  /// Nil where the address is harmless; read as browsers do, which skip control characters.
  init?(_ address: String, isImage: Bool) {
    var text: [UInt8] = []
    for byte in address.utf8 {
      if byte <= 0x20, text.isEmpty { continue }
      if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
      text.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      // The scheme and the media type are at the start; the rest may be a megabyte of base64.
      if text.count == 64 { break }
    }
    for scheme in ["javascript:", "vbscript:"] where text.starts(with: scheme.utf8) {
      what = "runs a script (`\(scheme)`)"
      return
    }
    guard text.starts(with: "data:".utf8) else { return nil }
    let type = text.dropFirst(5).prefix { $0 != 0x2C && $0 != 0x3B }
    let name = String(decoding: type, as: UTF8.self)
    if name.hasPrefix("image/"), !name.hasPrefix("image/svg") { return nil }
    // A browser runs no script of a picture that an image shows.
    if isImage, name.hasPrefix("image/") { return nil }
    guard Self.pages.contains(name) || name.hasSuffix("+xml") else { return nil }
    what = "holds a page of its own (`data:\(name)`), which may hold scripts"
  }

  private static let pages: Set<String> = [
    "application/javascript", "application/xml", "text/html", "text/javascript", "text/xml",
  ]
}

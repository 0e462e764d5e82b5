import SourceCore

/// A way to write an example's files that must not change what is found.
enum ExampleVariant: String, CaseIterable {
  case asWritten, windowsLineEndings, byteOrderMark, multiBytePrefix

  /// A file's text written this way, marks included; nil where that would make it another example.
  func apply(_ text: String, path: String) -> String? {
    switch self {
    case .asWritten: return text
    case .windowsLineEndings:
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    case .byteOrderMark:
      return text.utf8.starts(with: "⟦‹".utf8) ? nil : "\u{FEFF}" + text
    case .multiBytePrefix:
      guard path.hasSuffix(".md") || path.hasSuffix(".qmd") else { return text }
      return Self.prefixed(text)
    }
  }

  private static let prefix = "Prix élevés — 価格 🎯.\n\n"

  /// The prefix goes behind the front matter, which must come first.
  private static func prefixed(_ text: String) -> String? {
    if text.utf8.starts(with: "⟦".utf8), text.contains("⟧\ntitle:") { return nil }
    guard text.hasPrefix("---\n") else { return prefix + text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(of: "---") else { return nil }
    return lines[...end].joined(separator: "\n") + "\n\n" + prefix
      + lines[(end + 1)...].joined(separator: "\n")
  }
}

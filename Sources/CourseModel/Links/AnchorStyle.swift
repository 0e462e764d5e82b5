import SourceCore

/// How a site generator turns a heading into an anchor.
public enum AnchorStyle: Sendable, Hashable {
  /// Pandoc's `auto_identifiers`, which the Workbench uses.
  case pandoc
  /// GitHub's, which most others use.
  case github
  /// kramdown's own, which Jekyll uses where it is not told to do as GitHub does.
  case kramdown
  /// The ids of docutils, which Sphinx gives to sections.
  case docutils

  /// The anchor of a heading's text, before duplicates are numbered.
  public func anchor(_ text: String) -> String {
    switch self {
    case .pandoc: pandocAnchor(text)
    case .github: githubAnchor(text)
    case .kramdown: kramdownAnchor(text)
    case .docutils: docutilsAnchor(text)
    }
  }

  /// kramdown keeps ASCII letters, digits, blanks and `-`, from the first letter on.
  private func kramdownAnchor(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in asciiLowercased(text).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): out.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !out.isEmpty: out.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"): if !out.isEmpty { out.append(UInt8(ascii: "-")) }
      default: continue
      }
    }
    return out.isEmpty ? "section" : String(decoding: out, as: UTF8.self)
  }

  /// docutils joins runs of ASCII letters and digits with `-`, from the first letter on.
  private func docutilsAnchor(_ text: String) -> String {
    var out: [UInt8] = []
    var gap = false
    for byte in asciiLowercased(text).utf8 {
      let isLetter = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      guard isLetter || isDigit && !out.isEmpty else {
        gap = !out.isEmpty
        continue
      }
      if gap { out.append(UInt8(ascii: "-")) }
      gap = false
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func githubAnchor(_ text: String) -> String {
    if let plain = Self.plainAnchor(text, isPandoc: false) { return plain }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "-" || scalar == "\n" {
        out.append("-")
      } else if scalar == "_" || isWord(scalar) {
        out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(out)
  }

  /// Pandoc keeps letters, digits, `_`, `-` and `.`, joins the words with `-`, and drops all before
  /// the first letter. `--` and `---` are dashes there, hence punctuation.
  private func pandocAnchor(_ text: String) -> String {
    if let plain = Self.plainAnchor(text, isPandoc: true) { return plain }
    var out = String.UnicodeScalarView()
    var gap = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if scalar.properties.isWhitespace {
        gap = !out.isEmpty
        continue
      }
      if scalar == "-", scalars.first == "-" {
        scalars = scalars.drop { $0 == "-" }
        continue
      }
      guard scalar == "_" || scalar == "-" || scalar == "." || isWord(scalar) else { continue }
      if out.isEmpty, !scalar.properties.isAlphabetic { continue }
      if gap { out.append("-") }
      gap = false
      out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return out.isEmpty ? "section" : String(out)
  }

  /// The anchor of a text of ASCII, which most headings are; nil for any other text.
  private static func plainAnchor(_ text: String, isPandoc: Bool) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      if isPandoc { appendPandoc(bytes, to: &out) } else { appendGitHub(bytes, to: &out) }
      return out.isEmpty && isPandoc ? "section" : String(decoding: out, as: UTF8.self)
    }
  }

  private static func appendPandoc(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let dash = UInt8(ascii: "-")
    var gap = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      let isLetter = (byte | 0x20) &- 0x61 < 26
      switch byte {
      case 0x09...0x0D, 0x20: gap = !out.isEmpty
      case dash where i < bytes.count && bytes[i] == dash:
        while i < bytes.count, bytes[i] == dash { i += 1 }
      case dash, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"),
        _ where isLetter:
        if out.isEmpty, !isLetter { continue }
        if gap { out.append(dash) }
        gap = false
        out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      default: continue
      }
    }
  }

  private static func appendGitHub(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\n"): out.append(UInt8(ascii: "-"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        out.append(byte)
      default: continue
      }
    }
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
        || (scalar >= "0" && scalar <= "9")
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}

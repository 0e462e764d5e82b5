/// Finds labels in the notations of site generators that the parser does not know.
///
/// Finding one too many only means that a broken link to it is not told.
enum WrittenLabels {
  /// Labels of kramdown and Hugo (`{#a}`, `{: #a}`), MyST (`(a)=`, `:name: a`) and Quarto
  /// (`#| label: a`).
  static func find(in bytes: [UInt8]) -> [String] {
    var labels: [String] = []
    var i = 0
    var isLineStart = true
    while i < bytes.count {
      let byte = bytes[i]
      if isLineStart, byte > 0x20 {
        isLineStart = false
        if let label = lineLabel(bytes, at: i) { labels.append(label) }
      }
      if byte == 0x0A {
        isLineStart = true
      } else if byte == UInt8(ascii: "{") {
        labels += attributeLabels(bytes, from: i + 1)
      }
      i += 1
    }
    return labels
  }

  /// A label that a whole line gives.
  private static func lineLabel(_ bytes: [UInt8], at start: Int) -> String? {
    switch bytes[start] {
    case UInt8(ascii: "("):
      let label = word(bytes, from: start + 1)
      let rest = bytes[label.upperBound...]
      return rest.starts(with: ")=".utf8) ? text(bytes, label) : nil
    case UInt8(ascii: ":"), UInt8(ascii: "#"):
      // Nearly all are headings.
      if start + 1 < bytes.count, bytes[start + 1] <= UInt8(ascii: "#") { return nil }
      for key in [":name:", ":label:", "#| label:"] where bytes[start...].starts(with: key.utf8) {
        var position = start + key.utf8.count
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        return text(bytes, word(bytes, from: position))
      }
      return nil
    default: return nil
    }
  }

  /// Each `#a` between an opening brace and its closing one on the same line.
  private static func attributeLabels(_ bytes: [UInt8], from start: Int) -> [String] {
    var labels: [String] = []
    var i = start
    // Behind another brace the search begins anew.
    let end = min(bytes.count, start + 400)
    while i < end, bytes[i] != UInt8(ascii: "}"), bytes[i] != 0x0A, bytes[i] != UInt8(ascii: "{") {
      guard bytes[i] == UInt8(ascii: "#") else {
        i += 1
        continue
      }
      let label = word(bytes, from: i + 1, to: end)
      if let label = text(bytes, label) { labels.append(label) }
      i = max(i + 1, label.upperBound)
    }
    return labels
  }

  private static func word(_ bytes: [UInt8], from start: Int, to limit: Int = .max) -> Range<Int> {
    let limit = min(limit, bytes.count)
    var end = start
    while end < limit, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "}"),
      bytes[end] != UInt8(ascii: ")"), bytes[end] != UInt8(ascii: "{")
    {
      end += 1
    }
    return start..<end
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }
}

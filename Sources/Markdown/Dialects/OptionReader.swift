import SourceCore

/// Reads the options of a directive from its lines.
enum OptionReader {
  static func read(_ lines: [ByteRange], in source: [UInt8]) -> [Directive.Option] {
    var options: [Directive.Option] = []
    /// The option that may go on in the next line.
    var last: Started?
    for line in lines {
      var start = line.start
      while start < line.end, Bytes.isBlank(source[start]) { start += 1 }
      let isIndented = start > line.start
      let isField = start < line.end && source[start] == UInt8(ascii: ":")
      if isField { start += 1 }
      let found = source[start..<line.end].firstIndex(of: UInt8(ascii: ":"))
      if let colon = found, colon > start, isField || !isIndented,
        source[start..<colon].allSatisfy({ RoleScanner.isName($0) && $0 != UInt8(ascii: ":") })
      {
        let value = trimmed(source, colon + 1, line.end)
        if let last { options.append(last.option) }
        last = Started(
          key: String(decoding: source[start..<colon], as: UTF8.self),
          keyRange: ByteRange(start, colon),
          value: String(decoding: source[value.indices], as: UTF8.self), valueRange: value)
      } else if start < line.end, source[start] != UInt8(ascii: "-") {
        // A value that goes on in the next line of YAML.
        last?.goOn(trimmed(source, start, line.end), source)
      }
    }
    if let last { options.append(last.option) }
    return options
  }

  /// An option whose value may be longer than what was read of it.
  private struct Started {
    let key: String
    let keyRange: ByteRange
    var value: String
    var valueRange: ByteRange

    var option: Directive.Option {
      Directive.Option(key: key, value: value, keyRange: keyRange, valueRange: valueRange)
    }

    mutating func goOn(_ rest: ByteRange, _ source: [UInt8]) {
      valueRange = ByteRange(value.isEmpty ? rest.lower : valueRange.lower, rest.upper)
      if !value.isEmpty { value += " " }
      value += String(decoding: source[rest.indices], as: UTF8.self)
    }
  }

  /// Whether a line is `:key:` and perhaps a value.
  static func isField(_ bytes: ByteView, _ start: Int, _ end: Int) -> Bool {
    guard start < end, bytes[start] == UInt8(ascii: ":") else { return false }
    var index = start + 1
    while index < end, bytes[index] != UInt8(ascii: ":"), RoleScanner.isName(bytes[index]) {
      index += 1
    }
    return index > start + 1 && index < end && bytes[index] == UInt8(ascii: ":")
  }

  /// Whether a line is `---`.
  static func isDashes(_ bytes: ByteView, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    for index in start..<start + 3 where bytes[index] != UInt8(ascii: "-") { return false }
    for index in start + 3..<end where !Bytes.isBlank(bytes[index]) { return false }
    return true
  }

  private static func trimmed(_ source: [UInt8], _ lower: Int, _ upper: Int) -> ByteRange {
    var (start, end) = (lower, upper)
    while start < end, Bytes.isBlank(source[start]) { start += 1 }
    while end > start, Bytes.isBlank(source[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }
}

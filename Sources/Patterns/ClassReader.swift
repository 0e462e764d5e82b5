/// Reads a character class, `[…]`.
struct ClassReader {
  private enum Atom {
    case scalar(UInt32)
    case other(EscapeReader.Meaning)
  }

  private let source: [Unicode.Scalar]
  private(set) var at: Int

  init(_ source: [Unicode.Scalar], at: Int) {
    self.source = source
    self.at = at
  }

  /// Reads a class whose bracket, at `start`, has been read, and returns it as PCRE2 writes it.
  mutating func read(_ start: Int) throws(PatternError) -> String {
    var isNegated = false
    if at < source.count, source[at] == "^" {
      isNegated = true
      at += 1
    }
    var points = CodePoints()
    var properties = ""
    while true {
      guard at < source.count else { throw PatternError("a `[` is not closed", at: start) }
      if source[at] == "]" { break }
      let place = at
      switch try atom() {
      case .other(.set(let set)): points.add(set)
      case .other(.property(let text)): properties += text
      case .other(.scalar(let low)), .scalar(let low):
        guard let high = try upperBound() else {
          points.add(low...low)
          continue
        }
        guard low <= high else {
          throw PatternError("a range's bounds are in the wrong order", at: place)
        }
        points.add(low...high)
      }
    }
    at += 1
    let items = points.text + properties
    if items.isEmpty { return isNegated ? "(?s:.)" : "(?!)" }
    return isNegated ? "[^\(items)]" : "[\(items)]"
  }

  private mutating func atom() throws(PatternError) -> Atom {
    let scalar = source[at]
    at += 1
    guard scalar == "\\" else { return .scalar(scalar.value) }
    var reader = EscapeReader(source, at: at)
    let meaning = try reader.read(at - 1, inClass: true)
    at = reader.at
    if case .scalar(let value) = meaning { return .scalar(value) }
    return .other(meaning)
  }

  /// The end of a range whose start has been read; nil where a hyphen stands for itself.
  private mutating func upperBound() throws(PatternError) -> UInt32? {
    guard at + 1 < source.count, source[at] == "-", source[at + 1] != "]" else { return nil }
    let back = at
    at += 1
    guard case .scalar(let high) = try atom() else {
      at = back
      return nil
    }
    return high
  }
}

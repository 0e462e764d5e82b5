/// Reads the parts of version numbers for `SemVer` and `VersionRange`.
struct VersionScanner {
  private let bytes: [UInt8]
  private let base: Int
  private let allowsLeadingZeros: Bool
  private var i = 0

  /// Scans `text`, which begins `base` bytes into what the author wrote.
  init(_ text: some StringProtocol, base: Int = 0, allowsLeadingZeros: Bool = false) {
    bytes = Array(text.utf8)
    self.base = base
    self.allowsLeadingZeros = allowsLeadingZeros
  }

  /// Three numbers with dots between them.
  mutating func core() throws(IdentifierError) -> (Int, Int, Int) {
    let major = try number()
    try dot(after: "\(major)", adding: ".0.0")
    let minor = try number()
    try dot(after: "\(major).\(minor)", adding: ".0")
    let patch = try number()
    return (major, minor, patch)
  }

  /// From one to three numbers and wildcards; nil stands for a wildcard.
  mutating func partial() throws(IdentifierError) -> [Int?] {
    var parts: [Int?] = []
    while true {
      if i < bytes.count, bytes[i] == UInt8(ascii: "*") || bytes[i] | 0x20 == UInt8(ascii: "x") {
        parts.append(nil)
        i += 1
      } else {
        parts.append(try number())
      }
      guard parts.count < 3, i < bytes.count, bytes[i] == UInt8(ascii: ".") else { break }
      i += 1
    }
    return parts
  }

  /// Whether `-` or `+` comes next.
  var isAtQualifier: Bool {
    i < bytes.count && (bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+"))
  }

  /// What stands behind `-` and behind `+`.
  mutating func qualifiers() throws(IdentifierError) -> ([String], [String]) {
    var prerelease: [String] = []
    var build: [String] = []
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") {
      i += 1
      prerelease = try identifiers(allowLeadingZeros: false)
    }
    if i < bytes.count, bytes[i] == UInt8(ascii: "+") {
      i += 1
      build = try identifiers(allowLeadingZeros: true)
    }
    return (prerelease, build)
  }

  /// Nothing may follow.
  func end() throws(IdentifierError) {
    guard i < bytes.count else { return }
    let rest = String(decoding: bytes[i...], as: UTF8.self)
    throw error(
      "`\(rest)` is too much for a version", i..<bytes.count,
      help: "a version is three numbers, such as 1.4.0")
  }

  private mutating func number() throws(IdentifierError) -> Int {
    let start = i
    while i < bytes.count, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
    guard i > start else {
      let end = min(start + 1, bytes.count)
      if start == 0, bytes.first.map({ $0 | 0x20 == UInt8(ascii: "v") }) == true {
        throw error(
          "a version begins with a number", start..<end, help: "leave out the `v`")
      }
      throw error(
        start < bytes.count ? "a number is expected here" : "a number is missing at the end",
        start..<end, help: "a version is three numbers, such as 1.4.0")
    }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    guard bytes[start] != 0x30 || i == start + 1 || allowsLeadingZeros else {
      throw error(
        "`\(text)` begins with a zero", start..<i,
        help: "write \(text.drop { $0 == "0" }.isEmpty ? "0" : text.drop { $0 == "0" })")
    }
    guard let value = Int(text), value <= SemVer.numberLimit else {
      throw error("`\(text)` is too large for a version", start..<i)
    }
    return value
  }

  private mutating func dot(after read: String, adding rest: String) throws(IdentifierError) {
    guard i < bytes.count, bytes[i] == UInt8(ascii: ".") else {
      guard i == bytes.count || isAtQualifier else { return try end() }
      throw error(
        "a version needs three numbers", 0..<bytes.count, help: "write \(read)\(rest)")
    }
    i += 1
  }

  private mutating func identifiers(allowLeadingZeros: Bool) throws(IdentifierError) -> [String] {
    var result: [String] = []
    while true {
      let start = i
      while i < bytes.count, isIdentifierByte(bytes[i]) { i += 1 }
      let text = String(decoding: bytes[start..<i], as: UTF8.self)
      guard !text.isEmpty else {
        throw error(
          "a word or number is missing here", start..<min(start + 1, bytes.count),
          help: "use letters, digits and hyphens, such as -beta.1")
      }
      if !allowLeadingZeros, text.utf8.count > 1, bytes[start] == 0x30, SemVer.isNumber(text) {
        throw error("`\(text)` begins with a zero", start..<i, help: "leave out the zero")
      }
      result.append(text)
      guard i < bytes.count, bytes[i] == UInt8(ascii: ".") else { return result }
      i += 1
    }
  }

  private func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func error(_ message: String, _ range: Range<Int>, help: String? = nil) -> IdentifierError
  {
    IdentifierError(message, at: range.lowerBound + base..<range.upperBound + base, help: help)
  }
}

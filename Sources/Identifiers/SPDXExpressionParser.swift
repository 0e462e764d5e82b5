import SourceCore

/// Reads licence expressions: `WITH` binds tighter than `AND`, and `AND` tighter than `OR`.
struct SPDXExpressionParser {
  private enum Token: Equatable {
    case word(String)
    case open, close, plus
  }

  private var tokens: [(token: Token, range: Range<Int>)] = []
  private let length: Int
  private let whole: String
  private var at = 0
  private var depth = 0

  /// No licence anybody wrote nests deeper.
  private static let depthLimit = 50

  init(_ text: some StringProtocol) {
    whole = String(text)
    let bytes = Array(text.utf8)
    length = bytes.count
    var i = 0
    while i < bytes.count {
      let start = i
      switch bytes[i] {
      case 0...0x20: i += 1
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
        i += 1
        let token: Token =
          bytes[start] == UInt8(ascii: "(") ? .open : bytes[start] == 0x29 ? .close : .plus
        tokens.append((token, start..<i))
      default:
        while i < bytes.count, bytes[i] > 0x20, bytes[i] != UInt8(ascii: "("),
          bytes[i] != UInt8(ascii: ")"), bytes[i] != UInt8(ascii: "+")
        {
          i += 1
        }
        tokens.append((.word(String(decoding: bytes[start..<i], as: UTF8.self)), start..<i))
      }
    }
  }

  /// The whole text as an expression.
  mutating func expression() throws(IdentifierError) -> SPDXExpression.Tree {
    guard !tokens.isEmpty else {
      throw IdentifierError(
        "the licence is empty", at: 0..<length, help: "write an SPDX id such as CC-BY-4.0")
    }
    let tree = try alternatives()
    guard at == tokens.count else {
      if tokens[at].token == .close {
        throw IdentifierError("this `)` closes nothing", at: tokens[at].range)
      }
      throw IdentifierError(
        "`AND` or `OR` is missing before this", at: tokens[at].range.lowerBound..<length,
        help: suggestion)
    }
    return tree
  }

  private mutating func alternatives() throws(IdentifierError) -> SPDXExpression.Tree {
    var parts = [try conjunction()]
    while isOperator("or") {
      at += 1
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(IdentifierError) -> SPDXExpression.Tree {
    var parts = [try operand()]
    while isOperator("and") {
      at += 1
      parts.append(try operand())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func operand() throws(IdentifierError) -> SPDXExpression.Tree {
    guard at < tokens.count else {
      throw IdentifierError("a licence is missing at the end", at: length..<length)
    }
    let (token, range) = tokens[at]
    switch token {
    case .open:
      depth += 1
      guard depth <= Self.depthLimit else {
        throw IdentifierError("the parentheses are nested too deeply", at: range)
      }
      at += 1
      let tree = try alternatives()
      guard at < tokens.count, tokens[at].token == .close else {
        throw IdentifierError("the `(` that stands here is not closed", at: range)
      }
      at += 1
      depth -= 1
      return tree
    case .close, .plus:
      throw IdentifierError("a licence is expected here", at: range)
    case .word(let word):
      if ["and", "or", "with"].contains(asciiLowercased(word)) {
        throw IdentifierError("a licence is missing before `\(word)`", at: range)
      }
      at += 1
      return .license(try license(word, range))
    }
  }

  private mutating func license(_ word: String, _ range: Range<Int>) throws(IdentifierError)
    -> SPDXExpression.License
  {
    var id = try id(word, range)
    var orLater = false
    if at < tokens.count, tokens[at].token == .plus, tokens[at].range.lowerBound == range.upperBound
    {
      orLater = true
      at += 1
    }
    if orLater, id.contains("Ref-") {
      throw IdentifierError("`+` cannot follow a reference", at: tokens[at - 1].range)
    }
    // The list still has a few ids that end with `+`; they are read like all others.
    if id.hasSuffix("+") { id.removeLast() }
    guard isOperator("with") else {
      return SPDXExpression.License(id: id, orLater: orLater, exception: nil)
    }
    at += 1
    guard at < tokens.count, case .word(let name) = tokens[at].token else {
      throw IdentifierError(
        "an exception is missing after `WITH`", at: tokens[at - 1].range,
        help: "write, for example, `GPL-3.0-or-later WITH GCC-exception-3.1`")
    }
    guard let exception = SPDXIdentifiers.exception(name) ?? Self.reference(name, "AdditionRef-")
    else {
      throw IdentifierError("`\(name)` is no exception that SPDX knows", at: tokens[at].range)
    }
    at += 1
    return SPDXExpression.License(id: id, orLater: orLater, exception: exception)
  }

  private func id(_ word: String, _ range: Range<Int>) throws(IdentifierError) -> String {
    if let id = SPDXIdentifiers.license(word) ?? Self.licenseReference(word) { return id }
    if asciiLowercased(word).hasPrefix("licenseref-") || word.contains(":") {
      throw IdentifierError(
        "`\(word)` is no reference to a licence", at: range,
        help: "after `LicenseRef-` only letters, digits, `-` and `.` may stand")
    }
    throw IdentifierError(
      "`\(tokens.count == 1 ? word : whole)` is no licence that SPDX knows",
      at: tokens.count == 1 ? range : 0..<length,
      help: suggestion ?? "see https://spdx.org/licenses")
  }

  private var suggestion: String? {
    if let suggestion = SPDXSuggestion(for: whole) { return "write \(suggestion.id)" }
    return NearMatch.best(for: whole, among: SPDXIdentifiers.current).map { "did you mean \($0)?" }
  }

  private static func licenseReference(_ word: String) -> String? {
    guard let colon = word.firstIndex(of: ":") else { return reference(word, "LicenseRef-") }
    guard let document = reference(String(word[..<colon]), "DocumentRef-"),
      let license = reference(String(word[word.index(after: colon)...]), "LicenseRef-")
    else { return nil }
    return document + ":" + license
  }

  /// `prefix` followed by at least one letter, digit, hyphen or dot.
  private static func reference(_ word: String, _ prefix: String) -> String? {
    guard asciiLowercased(word).hasPrefix(asciiLowercased(prefix)) else { return nil }
    let name = word.dropFirst(prefix.count)
    let isValid = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isValid && !name.isEmpty ? prefix + name : nil
  }

  private func isOperator(_ name: String) -> Bool {
    guard at < tokens.count, case .word(let word) = tokens[at].token else { return false }
    return asciiLowercased(word) == name
  }
}

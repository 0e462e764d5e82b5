/// Rewrites a regular expression of ECMA-262 (Unicode mode) for PCRE2.
///
/// Everything is written anew, so that nothing means something to PCRE2 that means nothing to
/// ECMA-262. It is as strict as Unicode mode but for a backslash before punctuation and a lone brace
/// or bracket, which many schemas have and which can mean only themselves.
struct PatternTranslator {
  private let source: [Unicode.Scalar]
  private var at = 0
  private var out = ""
  /// Of each open group, whether it is a lookaround and where it began.
  private var open: [(isLookaround: Bool, start: Int)] = []
  /// Numbers of the named groups.
  private var names: [String: Int] = [:]
  private var groupCount = 0

  init(_ source: String) { self.source = Array(source.unicodeScalars) }

  /// The pattern as PCRE2 reads it.
  mutating func translated() throws(PatternError) -> String {
    try findGroups()
    while let scalar = current {
      let start = at
      at += 1
      var isRepeatable = true
      switch scalar {
      case "(":
        try openGroup(start)
        continue
      case ")":
        guard let group = open.popLast() else {
          throw PatternError("a `)` closes nothing", at: start)
        }
        out += ")"
        isRepeatable = !group.isLookaround
      case "|":
        out += "|"
        isRepeatable = false
      case "^":
        out += "\\A"
        isRepeatable = false
      case "$":
        out += "\\z"
        isRepeatable = false
      case ".": out += "[^\(CodePoints.lineEnds.text)]"
      case "[": out += try characterClass(start)
      case "\\": isRepeatable = try escape(start)
      case "*", "+", "?":
        throw PatternError("there is nothing that `\(scalar)` could repeat", at: start)
      default: out += Self.literal(scalar)
      }
      try quantifier(isRepeatable)
    }
    if let group = open.last { throw PatternError("a `(` is not closed", at: group.start) }
    return out
  }

  private var current: Unicode.Scalar? { at < source.count ? source[at] : nil }

  private func peek(_ text: String) -> Bool {
    source[at...].starts(with: text.unicodeScalars)
  }

  static func literal(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xA0...: String(scalar)
    default: CodePoints.text(scalar.value)
    }
  }

  // MARK: - Groups

  /// Counts the groups and notes their names, which may be referred to before they come.
  private mutating func findGroups() throws(PatternError) {
    var i = 0
    var inClass = false
    while i < source.count {
      switch source[i] {
      case "\\": i += 1
      case "[": inClass = true
      case "]": inClass = false
      case "(" where !inClass:
        let rest = source[(i + 1)...]
        if rest.first != "?" {
          groupCount += 1
        } else if rest.starts(with: "?<".unicodeScalars),
          !["=", "!"].contains(rest.dropFirst(2).first)
        {
          groupCount += 1
          let name = String(
            String.UnicodeScalarView(rest.dropFirst(2).prefix { $0 != ">" }))
          guard names.updateValue(groupCount, forKey: name) == nil else {
            throw PatternError("two groups are called `\(name)`", at: i)
          }
        }
      default: break
      }
      i += 1
    }
  }

  private mutating func openGroup(_ start: Int) throws(PatternError) {
    var isLookaround = false
    if current != "?" {
      out += "("
    } else if let mark = ["?:", "?=", "?!", "?<=", "?<!"].first(where: { peek($0) }) {
      out += "(" + mark
      at += mark.unicodeScalars.count
      isLookaround = mark != "?:"
    } else if peek("?<") {
      at += 2
      let first = at
      while let scalar = current, scalar != ">" {
        guard Self.isNameScalar(scalar, first: at == first) else {
          throw PatternError("`\(scalar)` cannot stand in a group's name", at: at)
        }
        at += 1
      }
      guard current != nil, at > first else {
        throw PatternError("a group's name is missing or not closed", at: start)
      }
      at += 1
      out += "("
    } else {
      throw PatternError("`(?` begins no group of ECMA-262", at: start)
    }
    open.append((isLookaround, start))
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    if scalar == "$" || scalar == "_" { return true }
    return first ? scalar.properties.isIDStart : scalar.properties.isIDContinue
  }

  // MARK: - Quantifiers

  private mutating func quantifier(_ isRepeatable: Bool) throws(PatternError) {
    guard let scalar = current else { return }
    let start = at
    var text: String
    switch scalar {
    case "*", "+", "?":
      text = String(scalar)
      at += 1
    case "{":
      guard let counted = try counts() else { return }
      text = counted
    default: return
    }
    guard isRepeatable else {
      throw PatternError("there is nothing that `\(text)` could repeat", at: start)
    }
    if current == "?" {
      text += "?"
      at += 1
    }
    out += text
  }

  /// `{2}`, `{2,}` or `{2,3}`; nil (and nothing read) for a brace that stands for itself.
  private mutating func counts() throws(PatternError) -> String? {
    let start = at
    at += 1
    let least = number()
    var most = least
    var isOpen = false
    if current == "," {
      at += 1
      most = number()
      isOpen = most == nil
    }
    guard let least, current == "}" else {
      at = start
      return nil
    }
    at += 1
    guard isOpen || (most ?? 0) >= least else {
      throw PatternError("a repetition's bounds are in the wrong order", at: start)
    }
    guard max(least, most ?? 0) <= 65_535 else {
      throw PatternError("more than 65535 repetitions", at: start)
    }
    return isOpen ? "{\(least),}" : "{\(least),\(most ?? least)}"
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = current, digit >= "0", digit <= "9" {
      value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
      at += 1
    }
    return value
  }

  // MARK: - Escapes

  /// What a backslash outside of a class means; returns whether it can be repeated.
  private mutating func escape(_ start: Int) throws(PatternError) -> Bool {
    switch current {
    case "b", "B":
      out += current == "b" ? "\\b" : "\\B"
      at += 1
      return false
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      let group = number() ?? 0
      guard group <= groupCount else {
        throw PatternError("there is no group \(group)", at: start)
      }
      out += "\\g{\(group)}"
    case "k":
      at += 1
      guard current == "<" else { throw PatternError("`\\k` needs a group's name", at: start) }
      at += 1
      let name = source[at...].prefix { $0 != ">" }
      guard let group = names[String(String.UnicodeScalarView(name))] else {
        throw PatternError("`\\k` names no group", at: start)
      }
      at = min(name.endIndex + 1, source.count)
      out += "\\g{\(group)}"
    default:
      var reader = EscapeReader(source, at: at)
      let meaning = try reader.read(start, inClass: false)
      at = reader.at
      switch meaning {
      case .scalar(let value):
        // No text holds half a character.
        out += (0xD800...0xDFFF).contains(value) ? "(?!)" : CodePoints.text(value)
      case .set(let points): out += "[\(points.text)]"
      case .property(let text): out += text
      }
    }
    return true
  }

  // MARK: - Classes

  private mutating func characterClass(_ start: Int) throws(PatternError) -> String {
    var reader = ClassReader(source, at: at)
    let text = try reader.read(start)
    at = reader.at
    return text
  }
}

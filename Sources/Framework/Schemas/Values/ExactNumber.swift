import StructuredData

/// A number as it is written, without the rounding of floating point.
enum ExactNumber: Hashable, Sendable {
  /// A whole number of 64 bits; no other case holds one.
  case integer(Int64)
  case decimal(Decimal)
  /// `.inf` of YAML, or with a minus.
  case infinity(isNegative: Bool)
  /// `.nan` of YAML.
  case notANumber

  /// `digits` × 10^`exponent`, of which neither the first nor the last digit is zero.
  struct Decimal: Hashable, Sendable {
    let isNegative: Bool
    let digits: [UInt8]
    let exponent: Int

    /// Number of digits before the decimal point; zero or less where there are none.
    var magnitude: Int { digits.count + exponent }
  }

  /// Reads a number; nil for a value of another type.
  init?(_ node: DataNode) {
    switch node.content {
    case .integer(let value): self = .integer(value)
    case .number(let value):
      if let written = node.written, let number = ExactNumber(written) {
        self = number
      } else if value.isFinite {
        self = ExactNumber("\(value)") ?? .notANumber
      } else {
        self = value.isNaN ? .notANumber : .infinity(isNegative: value < 0)
      }
    case .null, .bool, .string, .array, .object: return nil
    }
  }

  /// Reads a decimal number of JSON or YAML.
  init?(_ text: String) {
    var digits: [UInt8] = []
    var exponent = 0
    var isNegative = false
    var (hasPoint, hasDigits) = (false, false)
    var bytes = text.utf8[...]
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    while let byte = bytes.first, byte | 0x20 != UInt8(ascii: "e") {
      bytes.removeFirst()
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        hasDigits = true
        if byte > 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
        if hasPoint { exponent -= 1 }
      } else {
        return nil
      }
    }
    guard hasDigits else { return nil }
    if !bytes.isEmpty {
      guard let written = Self.exponent(bytes.dropFirst()) else { return nil }
      exponent += written
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.init(isNegative: isNegative, digits, exponent)
  }

  private init(isNegative: Bool, _ digits: [UInt8], _ exponent: Int) {
    guard !digits.isEmpty else {
      self = .integer(0)
      return
    }
    if exponent >= 0, digits.count + exponent <= 19 {
      var value: UInt64 = 0
      for digit in digits { value = value * 10 + UInt64(digit) }
      for _ in 0..<exponent { value *= 10 }
      let negated = Int64(truncatingIfNeeded: 0 &- value)
      if !isNegative, value <= UInt64(Int64.max) {
        self = .integer(Int64(value))
        return
      }
      if isNegative, value <= UInt64(Int64.max) + 1 {
        self = .integer(negated)
        return
      }
    }
    self = .decimal(Decimal(isNegative: isNegative, digits: digits, exponent: exponent))
  }

  /// An exponent; one beyond all reason is as good as any other.
  private static func exponent(_ bytes: Substring.UTF8View) -> Int? {
    var bytes = bytes
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    guard !bytes.isEmpty else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = min(value * 10 + Int(byte - 0x30), 1_000_000_000_000)
    }
    return isNegative ? -value : value
  }

  /// Whether it has no fraction: 1.0 and 1e300 are whole.
  var isWhole: Bool {
    switch self {
    case .integer: true
    case .decimal(let decimal): decimal.exponent >= 0
    case .infinity, .notANumber: false
    }
  }

  /// Negative, zero or positive as it is less than, equal to or more than another; nil where one of
  /// them is no number.
  func order(to other: ExactNumber) -> Int? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.notANumber, _), (_, .notANumber): return nil
    case (.infinity(let a), .infinity(let b)): return a == b ? 0 : a ? -1 : 1
    case (.infinity(let isNegative), _): return isNegative ? -1 : 1
    case (_, .infinity(let isNegative)): return isNegative ? 1 : -1
    default: break
    }
    let (a, b) = (decimal, other.decimal)
    let (signA, signB) = (a.sign, b.sign)
    if signA != signB { return signA < signB ? -1 : 1 }
    let order = a.orderOfMagnitude(to: b)
    return signA < 0 ? -order : order
  }

  /// A finite number in digits; 0 has none.
  var decimal: Decimal {
    switch self {
    case .decimal(let decimal): return decimal
    case .infinity, .notANumber: return Decimal(isNegative: false, digits: [], exponent: 0)
    case .integer(let value):
      var digits: [UInt8] = []
      var rest = value.magnitude
      var exponent = 0
      while rest > 0, rest.isMultiple(of: 10) {
        rest /= 10
        exponent += 1
      }
      while rest > 0 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
      return Decimal(isNegative: value < 0, digits: digits.reversed(), exponent: exponent)
    }
  }
}

extension ExactNumber.Decimal {
  /// -1, 0 or 1.
  var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  /// Compares two of the same sign without regard to it.
  func orderOfMagnitude(to other: Self) -> Int {
    if magnitude != other.magnitude { return magnitude < other.magnitude ? -1 : 1 }
    if digits == other.digits { return 0 }
    return digits.lexicographicallyPrecedes(other.digits) ? -1 : 1
  }
}

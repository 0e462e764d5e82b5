extension ExactNumber {
  /// The most digits of a number that is divided by one of more than 37 digits.
  private static let digitLimit = 2_000

  /// Whether it is a whole multiple of a number above zero; nil where the numbers are too long.
  func isMultiple(of divisor: ExactNumber) -> Bool? {
    switch (self, divisor) {
    case (.integer(let a), .integer(let b)) where b > 0: return a % b == 0
    case (.infinity, _), (.notANumber, _), (_, .infinity), (_, .notANumber): return false
    default: return decimal.isMultiple(of: divisor.decimal, digitLimit: Self.digitLimit)
    }
  }
}

extension ExactNumber.Decimal {
  /// a × 10^x is a multiple of b × 10^y where a × 10^(x-y) is one of b: where b, without as many
  /// factors 2 and 5 as the rest has, divides a.
  fileprivate func isMultiple(of divisor: Self, digitLimit: Int) -> Bool? {
    guard !digits.isEmpty else { return true }
    guard !divisor.digits.isEmpty else { return false }
    let shift = exponent - divisor.exponent
    // Neither number ends in a zero, so nothing could make up for the missing tens.
    guard shift >= 0 else { return false }
    guard divisor.digits.count <= 37 || max(digits.count, divisor.digits.count) <= digitLimit else {
      return nil
    }
    var (own, other) = (Digits(digits), Digits(divisor.digits))
    for factor in [UInt8(2), 5] {
      var tens = shift
      while other.isMultiple(of: factor) {
        if tens > 0 {
          tens -= 1
        } else if own.isMultiple(of: factor) {
          own = own.divided(by: factor)
        } else {
          return false
        }
        other = other.divided(by: factor)
      }
    }
    return own.isMultiple(of: other)
  }
}

/// A whole number above zero in decimal digits.
private struct Digits {
  let digits: [UInt8]

  init(_ digits: [UInt8]) { self.digits = digits }

  func isMultiple(of factor: UInt8) -> Bool { (digits.last ?? 0).isMultiple(of: factor) }

  /// The half or the fifth; there is no remainder.
  func divided(by factor: UInt8) -> Digits {
    var quotient: [UInt8] = []
    var rest: UInt8 = 0
    for digit in digits {
      let value = rest * 10 + digit
      if value >= factor || !quotient.isEmpty { quotient.append(value / factor) }
      rest = value % factor
    }
    return Digits(quotient)
  }

  func isMultiple(of divisor: Digits) -> Bool {
    if divisor.digits.count <= 37 {
      let value = divisor.digits.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
      return digits.reduce(UInt128(0)) { ($0 * 10 + UInt128($1)) % value } == 0
    }
    // Long division, digit by digit; the remainder has its last digit first.
    let least = Array(divisor.digits.reversed())
    var rest: [UInt8] = []
    for digit in digits {
      rest.insert(digit, at: 0)
      while rest.last == 0 { rest.removeLast() }
      while Self.isLess(least, orEqualTo: rest) { Self.subtract(least, from: &rest) }
    }
    return rest.isEmpty
  }

  private static func isLess(_ a: [UInt8], orEqualTo b: [UInt8]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    return !b.reversed().lexicographicallyPrecedes(a.reversed())
  }

  private static func subtract(_ a: [UInt8], from b: inout [UInt8]) {
    var borrow: UInt8 = 0
    for i in b.indices {
      let taken = (i < a.count ? a[i] : 0) + borrow
      borrow = b[i] < taken ? 1 : 0
      b[i] = b[i] + borrow * 10 - taken
    }
    while b.last == 0 { b.removeLast() }
  }
}

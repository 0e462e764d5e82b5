/// Checks times of the day and moments (RFC 3339), and durations (its appendix A).
enum TimeCheck {
  static func time(_ text: String) -> ValueFormat.Failure? {
    isTime(text.utf8[...])
      ? nil
      : ValueFormat.Failure(
        reason: nil, help: "write hours, minutes, seconds and the zone, such as 09:30:00Z")
  }

  static func dateTime(_ text: String) -> ValueFormat.Failure? {
    let help = "write date, T, time and zone, such as 2026-01-31T09:30:00Z"
    let bytes = text.utf8
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "t") }),
      isTime(bytes[bytes.index(after: mark)...])
    else { return ValueFormat.Failure(reason: nil, help: help) }
    guard let failure = DateCheck.date(String(text[..<mark])) else { return nil }
    return ValueFormat.Failure(reason: failure.reason, help: help)
  }

  static func duration(_ text: String) -> ValueFormat.Failure? {
    isDuration(text)
      ? nil : ValueFormat.Failure(reason: nil, help: "write it as in P3D or PT1H30M")
  }

  private static func isTime(_ bytes: Substring.UTF8View) -> Bool {
    var rest = bytes
    guard let hour = number(&rest), hour < 24, skip(":", &rest), let minute = number(&rest),
      minute < 60, skip(":", &rest), let second = number(&rest), second <= 60
    else { return false }
    if skip(".", &rest) {
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count)
    }
    var minutesOfDay = hour * 60 + minute
    if skip("z", &rest) || skip("Z", &rest) {
      guard rest.isEmpty else { return false }
    } else {
      let isEast = skip("+", &rest)
      guard isEast || skip("-", &rest), let hours = number(&rest), hours < 24, skip(":", &rest),
        let minutes = number(&rest), minutes < 60, rest.isEmpty
      else { return false }
      minutesOfDay += (hours * 60 + minutes) * (isEast ? -1 : 1)
    }
    // A leap second ends a day in Greenwich.
    return second < 60 || (minutesOfDay + 2 * 1_440) % 1_440 == 1_439
  }

  /// Two digits.
  private static func number(_ rest: inout Substring.UTF8View) -> Int? {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    rest = rest.dropFirst(2)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func skip(_ mark: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Weeks alone, or units that follow one another without a gap (`P1Y2D` lacks its months).
  private static func isDuration(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard skip("P", &rest) else { return false }
    let date = units(&rest)
    if date == [UInt8(ascii: "W")] { return rest.isEmpty }
    guard let date, isRun(date, of: "YMD") else { return false }
    if rest.isEmpty { return !date.isEmpty }
    guard skip("T", &rest), let time = units(&rest), !time.isEmpty, rest.isEmpty else {
      return false
    }
    return isRun(time, of: "HMS")
  }

  /// The letters of `1Y2M`, up to a `T` or the end; nil where a number or its letter is missing.
  private static func units(_ rest: inout Substring.UTF8View) -> [UInt8]? {
    var units: [UInt8] = []
    while let first = rest.first, first != UInt8(ascii: "T") {
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let unit = rest.popFirst() else { return nil }
      units.append(unit)
    }
    return units
  }

  private static func isRun(_ units: [UInt8], of order: String) -> Bool {
    let order = Array(order.utf8)
    guard let first = units.first else { return true }
    guard let start = order.firstIndex(of: first) else { return false }
    return order[start...].starts(with: units)
  }
}

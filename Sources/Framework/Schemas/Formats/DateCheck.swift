/// Checks dates of the form 2026-01-31.
enum DateCheck {
  static func date(_ text: String) -> ValueFormat.Failure? {
    let form = "write year, month and day, such as 2026-01-31"
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return ValueFormat.Failure(reason: nil, help: form) }
    guard (1...12).contains(month), (1...days(in: month, of: year)).contains(day) else {
      return ValueFormat.Failure(reason: "the calendar has no such day", help: form)
    }
    return nil
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }
}

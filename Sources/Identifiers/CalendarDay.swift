/// A day of the proleptic Gregorian calendar, in UTC.
public struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
  /// The year.
  public let year: Int64
  /// The month, from 1.
  public let month: Int64
  /// The day of the month, from 1.
  public let day: Int64

  /// The day of a time in seconds since 1970.
  public init(time: Int64) {
    // Days are counted from the first of March of year 0, so that a leap day ends its year.
    let seconds: Int64 = 86_400
    let bounded = max(-60_000_000_000, min(time, 250_000_000_000))
    let days = (bounded >= 0 ? bounded / seconds : (bounded - seconds + 1) / seconds) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// As ISO 8601 writes it.
  public var description: String {
    func padded(_ number: Int64, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

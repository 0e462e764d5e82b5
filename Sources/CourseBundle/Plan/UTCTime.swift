/// Moments as the formats write them.
enum UTCTime {
  /// A moment in seconds since 1970 as `2026-01-31T09:30:00Z`; what has no date has the first that
  /// an archive can hold.
  static func text(_ time: Int64?) -> String {
    let seconds = max(time ?? 315_532_800, 0)
    let (year, month, day) = DOSTime.civil(daysSince1970: seconds / 86_400)
    let rest = seconds % 86_400
    return "\(padded(year, 4))-\(padded(month))-\(padded(day))T"
      + "\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
  }

  private static func padded(_ number: Int64, _ count: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}

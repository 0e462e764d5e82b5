/// A moment as ZIP archives write it: two seconds' steps from 1980 to 2107, in no time zone.
struct DOSTime: Hashable, Sendable {
  /// Seconds by two, minutes from bit 5, hours from bit 11.
  let time: UInt16
  /// Day, month from bit 5, years since 1980 from bit 9.
  let date: UInt16

  /// The start of 1980, which stands for no time at all.
  static let epoch = DOSTime(time: 0, date: 1 << 5 | 1)

  /// Takes what an archive holds.
  init(time: UInt16, date: UInt16) {
    self.time = time
    self.date = date
  }

  /// The UTC time of a moment in seconds since 1970, moved into the years that can be written.
  init(unixTime: Int64) {
    let day: Int64 = 86_400
    // 1980-01-01T00:00:00Z to 2107-12-31T23:59:58Z.
    let clamped = min(max(unixTime, 315_532_800), 4_354_819_198)
    let seconds = clamped % day
    let (year, month, dayOfMonth) = Self.civil(daysSince1970: clamped / day)
    time = UInt16(seconds / 3600) << 11 | UInt16(seconds / 60 % 60) << 5 | UInt16(seconds % 60 / 2)
    date = UInt16(year - 1980) << 9 | UInt16(month) << 5 | UInt16(dayOfMonth)
  }

  /// The Gregorian date of a day; years run from March here, so that the leap day is the last.
  static func civil(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let days = daysSince1970 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The moment as `2026-01-31T09:30:00Z`, without odd seconds.
  var text: String {
    func padded(_ number: UInt16) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\((date >> 9) + 1980)-\(padded(date >> 5 & 15))-\(padded(date & 31))T"
      + "\(padded(time >> 11)):\(padded(time >> 5 & 63)):\(padded((time & 31) * 2))Z"
  }

  /// A moment as `UTCTime` writes it, as an archive would: with even seconds.
  static func text(_ written: String) -> String {
    var bytes = Array(written.utf8)
    guard bytes.count == 20 else { return written }
    bytes[18] &= ~1
    return String(decoding: bytes, as: UTF8.self)
  }
}

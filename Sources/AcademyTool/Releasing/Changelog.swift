import CourseReuse
import Identifiers

/// A course's `CHANGELOG.md`, in the form of Keep a Changelog.
struct Changelog {
  /// The file's name, beside `course.yml`.
  static let name = "CHANGELOG.md"

  private var lines: [String]
  private let ending: String

  /// Reads a changelog; nil for a course that has none yet.
  init(_ bytes: [UInt8]?) {
    let text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? "# Changelog\n"
    ending = text.utf8.contains(0x0D) ? "\r\n" : "\n"
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// The file's bytes.
  var bytes: [UInt8] { Array((lines.joined(separator: ending) + ending).utf8) }

  /// Whether a version has its section.
  func has(_ version: String) -> Bool {
    lines.contains { Self.sectionName($0) == version }
  }

  /// Adds the section of a release; what stood under "Unreleased" moves into it.
  mutating func add(_ section: ChangelogSection, version: String, day: CalendarDay) {
    let start = lines.firstIndex { Self.sectionName($0)?.lowercased() == "unreleased" }
    var written: [String] = []
    var place: Int
    if let start {
      let end =
        lines[(start + 1)...].firstIndex { Self.sectionName($0) != nil } ?? lines.count
      written = Array(lines[start + 1..<end])
      lines.removeSubrange(start + 1..<end)
      lines.insert("", at: start + 1)
      place = start + 2
    } else {
      place = lines.firstIndex { Self.sectionName($0) != nil } ?? lines.count
      if place == lines.count {
        lines.append("")
        place += 1
      }
    }
    let merged = section.merged(into: written)
    let isLast = place == lines.count
    lines.insert(
      contentsOf: ["## \(version) - \(day)", ""] + merged + (isLast ? [] : [""]), at: place)
  }

  /// What a heading of the second level names: `## [1.2.0] - 2026-01-31` names `1.2.0`.
  private static func sectionName(_ line: String) -> String? {
    guard line.hasPrefix("## ") else { return nil }
    let words = line.dropFirst(3).split(separator: " ")
    guard var name = words.first else { return "" }
    if name.hasPrefix("["), let close = name.firstIndex(of: "]") {
      name = name[name.index(after: name.startIndex)..<close]
    }
    return String(name)
  }
}

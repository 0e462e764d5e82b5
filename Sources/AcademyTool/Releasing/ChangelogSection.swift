import CourseReuse

/// What one release changed, by kind of change.
struct ChangelogSection {
  /// Headings of Keep a Changelog, each with its items.
  private let groups: [(heading: String, items: [String])]

  /// Headings in the order in which they are written.
  private static let headings = ["Added", "Changed", "Deprecated", "Removed"]

  init(_ check: ReleaseCheck) {
    guard check.base != nil else {
      groups = [("Added", ["- First release."])]
      return
    }
    groups = Self.headings.compactMap { heading in
      let items = check.changes.filter { Self.heading($0.kind) == heading }.map(Self.item)
      return items.isEmpty ? nil : (heading, items)
    }
  }

  private static func item(_ change: CourseChange) -> String {
    let text = change.message.prefix(1).uppercased() + change.message.dropFirst()
    let mark = change.bump == .major ? "**Breaking:** " : ""
    return "- \(mark)\(text)\(text.hasSuffix(".") ? "" : ".")"
  }

  private static func heading(_ kind: CourseChange.Kind) -> String {
    switch kind {
    case .lessonAdded, .objectiveAdded, .exerciseAdded, .languageAdded, .assetAdded: "Added"
    case .lessonRemoved, .objectiveRemoved, .exerciseRemoved, .anchorRemoved, .assetRemoved,
      .languageDropped:
      "Removed"
    case .lessonDeprecated: "Deprecated"
    default: "Changed"
    }
  }

  /// The lines of the section, with those that an author had written kept and put first.
  func merged(into written: [String]) -> [String] {
    var opening: [String] = []
    var parts: [(heading: String, lines: [String])] = []
    for line in written {
      if line.hasPrefix("### ") {
        parts.append((String(line.dropFirst(4)), []))
      } else if parts.isEmpty {
        opening.append(line)
      } else {
        parts[parts.count - 1].lines.append(line)
      }
    }
    for group in groups {
      if let index = parts.firstIndex(where: { $0.heading == group.heading }) {
        parts[index].lines = Self.trimmed(parts[index].lines) + group.items
      } else {
        parts.append((group.heading, group.items))
      }
    }
    var lines = Self.trimmed(opening)
    for part in parts {
      if !lines.isEmpty { lines.append("") }
      lines += ["### \(part.heading)", ""] + Self.trimmed(part.lines)
    }
    return lines
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines)
  }
}

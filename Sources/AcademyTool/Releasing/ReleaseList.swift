import CourseModel
import Identifiers
import SourceCore

/// The releases of one course, as they are printed.
struct ReleaseList {
  let course: Course
  let set: ReleaseSet
  /// Ids of the lessons of each release, by its tree.
  let lessons: [ObjectID: [String]]

  // MARK: - Text

  /// The lines, each with its ending.
  var text: String {
    let mode = course.metadata.releases == .tags ? "releases by tag" : "declares its releases"
    let version = course.metadata.version.map { ", now \($0.value)" } ?? ""
    var lines = ["\(course.name) (\(mode)\(version))"]
    if set.releases.isEmpty { lines.append("  no release") }
    lines += columns(set.releases.reversed()).map { "  " + $0 }
    if !set.conflicts.isEmpty {
      lines.append("  two contents under one version, so neither is used:")
      lines += columns(set.conflicts.reversed().flatMap(\.releases)).map { "    " + $0 }
    }
    if !set.foreignTags.isEmpty {
      lines.append("  foreign tags, none of them a release of this course:")
      lines.append("    " + set.foreignTags.joined(separator: ", "))
    }
    if let limit { lines.append("  \(limit)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func columns(_ releases: [Release]) -> [String] {
    let rows = releases.map { release in
      [
        release.version.description, CalendarDay(time: release.time).description,
        "commit \(release.commit.short)", "tree \(release.tree.short)",
        release.tags.isEmpty ? "declared" : "tag \(release.tags.joined(separator: ", "))",
        count(lessons[release.tree]?.count ?? 0),
      ]
    }
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.dropLast().map { column in
        row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }
      return (cells + [row[row.count - 1]]).joined(separator: "  ")
    }
  }

  private func count(_ lessons: Int) -> String { "\(lessons) lesson\(lessons == 1 ? "" : "s")" }

  /// Why there may be more releases.
  private var limit: String? {
    switch set.limit {
    case nil: nil
    case .noHistory: "there may be others: the course is in no repository"
    case .shallow: "there may be others: run `git fetch --unshallow --tags` in this shallow clone"
    case .unreadable(let failure): "there may be others: \(failure.message)"
    }
  }

  // MARK: - JSON

  /// All lists as one document.
  static func json(_ lists: [ReleaseList]) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.key("schema")
    writer.string("academy-releases/1")
    writer.key("courses")
    writer.beginArray()
    for list in lists { list.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("course")
    writer.string(course.name)
    writer.key("version")
    if let version = course.metadata.version?.value {
      writer.string(version.description)
    } else {
      writer.null()
    }
    writer.key("by")
    writer.string(course.metadata.releases.rawValue)
    writer.key("releases")
    write(set.releases.reversed(), to: &writer)
    writer.key("conflicts")
    write(set.conflicts.reversed().flatMap(\.releases), to: &writer)
    writer.key("foreign-tags")
    strings(set.foreignTags, to: &writer)
    writer.key("incomplete")
    if let limit { writer.string(limit) } else { writer.null() }
    writer.endObject()
  }

  private func write(_ releases: [Release], to writer: inout JSONWriter) {
    writer.beginArray()
    for release in releases {
      writer.beginObject()
      writer.key("version")
      writer.string(release.version.description)
      writer.key("date")
      writer.string(CalendarDay(time: release.time).description)
      writer.key("commit")
      writer.string(release.commit.hex)
      writer.key("tree")
      writer.string(release.tree.hex)
      writer.key("folder")
      writer.string(release.folder.string)
      writer.key("tags")
      strings(release.tags, to: &writer)
      writer.key("lessons")
      strings(lessons[release.tree] ?? [], to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  private func strings(_ list: [String], to writer: inout JSONWriter) {
    writer.beginArray()
    for text in list { writer.string(text) }
    writer.endArray()
  }
}

import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// Says what became of a course's lessons in a fork: a sentence, a table, a sum.
struct ForkTable {
  /// The lines, each with its ending.
  let text: String

  /// - Parameters:
  ///   - course: the fork.
  ///   - upstream: the course that it was forked from.
  init(_ report: ForkReport, of course: String, from upstream: String) {
    var lines = [Self.beginning(report, course, upstream)]
    if report.releases.isEmpty {
      lines.append(
        "\(upstream) has released nothing: `reuses` names that commit in place of a release.")
    }
    lines.append("")
    var table = [["here", "in \(upstream)", "what it is"]]
    for row in report.rows {
      let cells = [
        row.own?.path.string ?? "-", row.upstream?.path.string ?? "-",
        Self.what(row, isReleased: !report.releases.isEmpty),
      ]
      // A file's name may hold what a terminal would take for a command.
      table.append(cells.map(ManifestDraft.oneLine))
    }
    let widths = (0..<2).map { i in table.map { $0[i].unicodeScalars.count }.max() ?? 0 }
    for row in table {
      lines.append(
        "  " + TextColumns.padded(row[0], widths[0]) + "  " + TextColumns.padded(row[1], widths[1])
          + "  " + row[2])
    }
    lines += ["", "  " + Self.sum(report)]
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func beginning(
    _ report: ForkReport, _ course: String, _ upstream: String
  ) -> String {
    let commit = report.point.commit
    let subject = ManifestDraft.oneLine(commit.subject)
    let name =
      "commit \(commit.id.hex.prefix(12)) of \(CalendarDay(time: commit.time)) (“\(subject)”)"
    switch report.point.way {
    case .shared:
      return "\(course) is a fork of \(upstream): \(name) is the last one that both have."
    case .pages(let count):
      return "\(course) shares no history with \(upstream); \(name) is most like it"
        + (count == 0 ? "." : ", with \(count) of its pages as they are here.")
    case .neighbours(let count):
      return "\(course) and \(upstream) are in one repository; \(name) is most like it, with "
        + "\(count) of its pages as they are here."
    case .newest:
      return "\(course) shares neither history nor pages with \(upstream), and is held against "
        + "\(name), the newest."
    }
  }

  private static func what(_ row: ForkReport.Row, isReleased: Bool) -> String {
    var version = ""
    if let release = row.version {
      if CommitVersion(release) == nil {
        version = " \(release)"
      } else if isReleased {
        version = " (not released as it is)"
      }
    }
    let isRenamed =
      row.own != nil && row.upstream != nil && row.own?.path.name != row.upstream?.path.name
    let renamed = isRenamed ? ", renamed" : ""
    switch row.kind {
    case .reused(.verbatim): return "verbatim\(version)\(renamed)"
    case .reused(.adapted):
      return "adapted\(version)\(renamed): \(row.share ?? 0) % of the shorter one is in the other"
    case .reused(.translated):
      return "translated\(version)\(renamed): \(row.share ?? 0) % of the structure is the same"
    case .declared: return "in `reuses` already"
    case .own(nil, _): return "its own"
    case .own(let instead?, let shared):
      return "its own, in place of \(instead.path.name): they share \(shared) % of their words"
    case .dropped: return "dropped"
    case .new: return "new since the fork began"
    }
  }

  private static func sum(_ report: ForkReport) -> String {
    var counts: [(name: String, count: Int)] = []
    for row in report.rows {
      let name =
        switch row.kind {
        case .reused(let kind): kind.rawValue
        case .declared: "declared already"
        case .own: "own"
        case .dropped: "dropped"
        case .new: "new upstream"
        }
      if let i = counts.firstIndex(where: { $0.name == name }) {
        counts[i].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    return counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}

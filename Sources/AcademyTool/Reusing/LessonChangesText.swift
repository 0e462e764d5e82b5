import CourseModel
import CourseReuse
import Identifiers

/// Shows what differs between two states of a lesson, section by section.
struct LessonChangesText {
  /// The lines, each with its ending.
  let text: String

  /// - Parameter showsLines: whether the lines that differ are shown, not only their sections.
  init(_ changes: LessonChanges, showsLines: Bool = true) {
    let states = "\(changes.from) → " + (changes.to.map { "\($0)" } ?? "the copy here")
    var lines = [
      "\(changes.course)#\(changes.upstream)  \(states)",
      "  \(changes.kind.rawValue) as \(changes.own) in \(changes.ownCourse)",
    ]
    for section in changes.sections.sections where section.change != .same {
      if showsLines { lines.append("") }
      let was = section.oldTitle.map { ", was “\($0)”" } ?? ""
      lines.append("  \(section.name): \(section.change.rawValue)\(was) (line \(section.line))")
      for line in showsLines ? section.lines : [] {
        lines.append("    \(line.kind.rawValue) \(line.text)")
      }
    }
    for asset in changes.assets { lines.append("  \(asset.path): \(asset.change.rawValue)") }
    let changed = changes.sections.sections.count { $0.change != .same }
    let all = changes.sections.sections.count
    if showsLines { lines.append("") }
    lines.append(
      changed == 0 && changes.assets.isEmpty
        ? "  nothing differs"
        : "  \(changed) of \(all) sections differ; both share \(changes.sections.shared) % of their "
          + "words")
    text = lines.joined(separator: "\n") + "\n"
  }
}

import CourseModel
import CourseReuse
import Identifiers

/// A graph of reuse as indented lines: offices, courses, what they take.
enum GraphText {
  static func text(_ graph: ReuseGraph) -> String {
    var taken: [String: [ReuseGraph.Reuse]] = [:]
    for reuse in graph.reuses { taken[reuse.by, default: []].append(reuse) }
    var lines: [String] = []
    for (office, courses) in graph.offices {
      lines.append(office.isEmpty ? "(no office)" : office)
      for course in courses {
        lines.append("  \(course.caption)")
        for reuse in taken[course.id] ?? [] {
          let pairs = reuse.lessons.map {
            $0.own == $0.upstream ? $0.own : "\($0.upstream) → \($0.own)"
          }
          lines.append(
            "    \(reuse.kind.rawValue) from \(reuse.of) \(reuse.release): "
              + pairs.joined(separator: ", "))
        }
      }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}

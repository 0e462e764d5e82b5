import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// Says what a pull brings: in the commit's message, on the terminal, and in the branch's name.
struct PullMessage {
  /// The commit's message.
  let text: String
  /// The lines for the terminal.
  let report: String
  /// A name for the branch.
  let branch: String
  /// Places that both sides changed.
  let conflicts: Int

  init(_ plans: [(course: String, plan: PullPlan)]) {
    var takes: [String] = []
    var body: [String] = []
    var conflicts = 0
    for (course, plan) in plans {
      for lesson in plan.lessons {
        let take = "\(lesson.course) \(lesson.to)"
        if !takes.contains(take) { takes.append(take) }
        conflicts += lesson.conflicts
        body.append(Self.line(course, lesson))
        if !lesson.sections.isEmpty {
          body.append("  changed upstream: \(lesson.sections.joined(separator: ", "))")
        }
        if lesson.conflicts > 0 {
          body.append(
            "  \(lesson.conflicts) conflict\(lesson.conflicts == 1 ? "" : "s") to resolve")
        }
        if lesson.pending > 0 {
          body.append(
            "  \(lesson.pending) paragraph\(lesson.pending == 1 ? "" : "s") to translate")
        }
        for remark in lesson.remarks { body.append("  \(remark)") }
      }
    }
    let what =
      takes.count > 2
      ? "\(takes.count) new releases of reused courses" : takes.joined(separator: " and ")
    let left =
      conflicts == 0 ? "" : " (\(conflicts) conflict\(conflicts == 1 ? "" : "s") to resolve)"
    text = "Take \(what)\(left)\n\n" + body.joined(separator: "\n") + "\n"
    report = body.joined(separator: "\n") + "\n"
    self.conflicts = conflicts
    let first = takes.first?.split(separator: " ").map { String($0) } ?? ["update"]
    let slug = first[0].split(separator: "/").last.map { String($0) } ?? first[0]
    branch = "reuse/\(slug)-\(first.last ?? "")"
  }

  private static func line(_ course: String, _ lesson: PullPlan.Lesson) -> String {
    let from = lesson.from.map { "\($0) → " } ?? ""
    return "\(course)#\(lesson.own) (\(lesson.kind.rawValue)): \(lesson.course) \(from)\(lesson.to)"
  }
}

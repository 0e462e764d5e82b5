import CourseModel
import SourceCore

/// Puts what licences say into findings: one for all lessons of an entry that it is true of.
enum LicenceReport {
  /// What stands under every finding about licences.
  static let advice = "this is the network's reading of the licences, not legal advice"

  /// A finding of one entry, with the parts that it is about.
  struct Group {
    let first: LicenceFinding
    let declaration: ReuseDeclaration
    var parts: [String]

    /// `lesson `a`` or `lessons `a` and `b``, and whether there are several.
    var subject: (text: String, isMany: Bool) {
      let isLesson = first.part == .lesson
      let text = WordList.quoted(parts)
      if parts.count > 1 { return (isLesson ? "lessons \(text)" : text, true) }
      return (isLesson ? "lesson \(text)" : text, false)
    }

    /// What is done, as a participle.
    var verb: String {
      if first.use == .verbatim { return "copied" }
      return declaration.kind == .translated ? "translated" : "adapted"
    }

    /// The course and release that the licence is of.
    var release: String { "`\(first.course)` \(first.version)" }

    /// How the lesson came here, where not directly.
    var notes: [String] {
      first.via.isEmpty
        ? []
        : [
          "it came through \(first.via.map { "`\($0)`" }.joined(separator: ", then "))"
            + (first.use == .adaptation && declaration.kind == .verbatim
              ? ", where it was changed" : "")
        ]
    }
  }

  /// The groups of a course's findings, in the manifest's order.
  static func groups(
    _ facts: ReuseFacts, where isWanted: (LicenceFinding.Answer) -> Bool
  ) -> [Group] {
    var groups: [Group] = []
    for reuse in facts.reuses {
      let start = groups.count
      for lesson in reuse.lessons {
        for finding in lesson.licences where isWanted(finding.answer) {
          let name =
            switch finding.part {
            case .lesson: lesson.pair.own
            case .asset(let path): path.string
            }
          let known = groups[start...].firstIndex { same($0.first, finding) }
          if let known {
            if !groups[known].parts.contains(name) { groups[known].parts.append(name) }
          } else {
            groups.append(Group(first: finding, declaration: reuse.declaration, parts: [name]))
          }
        }
      }
    }
    return groups
  }

  private static func same(_ a: LicenceFinding, _ b: LicenceFinding) -> Bool {
    (a.part == .lesson) == (b.part == .lesson) && a.course == b.course && a.version == b.version
      && a.via == b.via && a.upstream == b.upstream && a.own == b.own && a.use == b.use
      && a.answer == b.answer
  }

  /// A finding at the entry's course.
  static func finding(
    _ group: Group, of course: Course, _ message: String, help: String, rule: String?
  ) -> ReuseFinding {
    .inManifest(
      of: course, group.declaration.courseRange, message, help: help,
      notes: group.notes + (rule.map { [$0] } ?? []) + [advice])
  }
}

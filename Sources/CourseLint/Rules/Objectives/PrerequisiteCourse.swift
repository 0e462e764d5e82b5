import CourseModel
import Framework
import Identifiers
import SourceCore

/// Flags prerequisites that nobody can fulfil.
struct PrerequisiteCourse: CourseRule, AcademyRule {
  static let info = RuleInfo(
    id: "objectives/prerequisite",
    summary: "A prerequisite leads in a circle, or to a course or version that does not exist.",
    why: """
      An LMS opens a course when its prerequisites are completed. A course that needs itself, by \
      whatever detour, is never opened; one that nobody offers cannot be completed.
      """,
    severity: .error, scope: .academy,
    source: "schema.org, coursePrerequisites; Course format 1, `prerequisites`")

  private static func course(
    _ folder: String, _ id: String, _ version: String = "1.0.0", needs: String? = nil
  ) -> Example.File {
    .init(
      "\(folder)/course.yml",
      "schema: course/1\nid: \(id)\nversion: \(version)\n"
        + (needs.map { "prerequisites:\n  - {course: \($0)}\n" } ?? ""))
  }

  static let examples: [Example] = [
    .good(files: [
      course("git", "office-a/git", "1.2.0"),
      course("weights", "office-a/weights", needs: "office-a/git, version: ^1.0"),
    ]),
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: institut/poids\nversion: 1.0.0\nlanguage: fr\nprerequisites:\n"
          + "  - Savoir ouvrir un fichier\n  - {course: institut/sondage, version: ^2}\n")
    ]),
    .good(files: [
      course("a", "oficina/a", needs: "oficina/c"), course("b", "oficina/b", needs: "oficina/c"),
      course("c", "oficina/c", "2.0.0-dev"),
    ]),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: office-a/git\nversion: 1.0.0\nprerequisites:\n"
          + "  - {course: ⟦office-a/git⟧}\n")
    ]),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: institut/poids\nversion: 1.0.0\nlanguage: fr\nprerequisites:\n"
          + "  - {course: institut/sondage, version: ⟦la dernière⟧}\n")
    ]),
    .bad(files: [
      course("a", "oficina/a", needs: "⟦oficina/b⟧"), course("b", "oficina/b", needs: "oficina/c"),
      course("c", "oficina/c", needs: "oficina/a"),
    ]),
    .bad(
      files: [
        course("weights", "office-a/weights", needs: "⟦office-a/gti⟧"),
        course("git", "office-a/git"),
      ],
      fixed: "schema: course/1\nid: office-a/weights\nversion: 1.0.0\n"
        + "prerequisites:\n  - {course: office-a/git}\n"),
    .bad(files: [
      course("weights", "office-a/weights", needs: "office-a/git, version: ⟦^2.0⟧"),
      course("git", "office-a/git", "1.4.0"),
    ]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    ManifestPart.prerequisite.check(facts.course, context, report: report)
    guard let file = facts.course.manifest, let id = facts.course.metadata.id?.value else { return }
    for course in facts.course.metadata.prerequisites.compactMap(\.course) where course.value == id
    {
      report(
        CourseFinding(
          file.path, file.place(course.range),
          Finding(
            course.range, "the course needs itself before it can begin",
            help: "name the course that is meant, or remove the entry")))
    }
  }

  func check(_ index: Int, among academy: AcademyCourses, report: (CourseFinding) -> Void) {
    let (courses, byID) = (academy.all, academy.byID)
    var names: MeantNames?
    // One course alone does not know which others there are.
    guard courses.count > 1, let file = courses[index].course.manifest else { return }
    for needed in courses[index].course.metadata.prerequisites {
      guard let course = needed.course, course.value != courses[index].id else { continue }
      guard let other = byID[course.value] else {
        if names == nil { names = MeantNames(academy.names) }
        let finding = unknown(course, names?.meant(by: course.value), file)
        report(CourseFinding(file.path, file.place(course.range), finding))
        continue
      }
      if let version = needed.version, let range = VersionRange(version.value),
        let finding = unknownVersion(range, version, courses[other])
      {
        report(CourseFinding(file.path, file.place(version.range), finding))
      }
      // Looking for a way back takes the whole circle, so only where there is one.
      if let own = courses[index].id, academy.circles.join(course.value, own),
        let way = wayBack(from: other, to: index, academy.needs)
      {
        let names = ([index] + way).compactMap { courses[$0].id }
        // A circle is told once, where its first course is.
        guard names.min() == names.first, let own = names.first else { continue }
        let chain = names.dropFirst().map { "`\($0)`" } + ["`\(own)`"]
        report(
          CourseFinding(
            file.path, file.place(course.range),
            Finding(
              course.range,
              "`\(own)` needs " + chain.joined(separator: ", which needs ")
                + (chain.count > 1 ? " again" : ""),
              help: "take the prerequisite out of one of them")))
      }
    }
  }

  private func unknown(_ course: Field<String>, _ near: String?, _ file: CourseFile) -> Finding {
    Finding(
      course.range, "no course known here has the id `\(Wording.short(course.value))`",
      help: near.map { "write `\($0)`, if that is what is meant" }
        ?? "add the repository that holds it to `sources` in pipeline.json, or describe in words "
        + "what a learner needs",
      fix: near.map {
        Fix(
          title: "write `\($0)`", replacing: course.range,
          with: ScalarEdit.replacement($0, for: course.range, in: file.text.bytes),
          applicability: .suggestion)
      })
  }

  private func unknownVersion(
    _ range: VersionRange, _ written: Field<String>, _ other: AcademyCourse
  ) -> Finding? {
    // What is at work now will be a release; a version that only others know may be one.
    guard let newest = other.versions.last,
      !other.versions.contains(where: { range.contains($0) || range.contains($0.core) }),
      !other.mayHaveMore || range.startsAbove(newest)
    else { return nil }
    return Finding(
      written.range,
      "no version of `\(other.id ?? "")` is in \(written.value); the newest is \(newest)",
      help: "write a range that holds one of its versions (`^\(newest.core)`)")
  }

  /// The courses on the shortest way over prerequisites from one course to another, the first
  /// included; nil where there is none.
  private func wayBack(from start: Int, to goal: Int, _ needs: [[Int]]) -> [Int]? {
    var before = [Int?](repeating: nil, count: needs.count)
    before[start] = start
    var queue = [start]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for other in needs[current] {
        if other == goal {
          var way = [current]
          while let last = way.last, last != start, let step = before[last] { way.append(step) }
          return way.reversed()
        }
        if before[other] == nil {
          before[other] = current
          queue.append(other)
        }
      }
    }
    return nil
  }
}

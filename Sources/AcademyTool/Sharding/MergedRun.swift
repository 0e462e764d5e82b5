import SourceCore

/// What the parts of `academy run` have found, put together.
struct MergedRun {
  /// What was found, unsorted.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many pages were checked.
  private(set) var filesChecked = 0
  /// Names of the courses.
  let courseNames: [String]
  /// A few lines for each course, after the report.
  let summary: String
  /// The page about all courses.
  let page: [UInt8]

  /// Puts parts together.
  init(_ set: PartSet) throws {
    var courses: [RunPart.Course?] = []
    var names: [String] = []
    for file in set.files {
      func unfit() -> ToolFailure {
        ToolFailure(
          "\(file.path) does not say what a part of a run says", help: "run its part again")
      }
      let part: RunPart
      do throws(FactReader.Malformed) { part = try RunPart(file.body) } catch { throw unfit() }
      if courses.isEmpty {
        names = part.names
        courses = names.map { _ in nil }
      }
      guard part.names == names else { throw unfit() }
      diagnostics += part.findings
      for course in part.courses {
        guard courses.indices.contains(course.index), courses[course.index] == nil else {
          throw unfit()
        }
        courses[course.index] = course
      }
    }
    for (name, course) in zip(names, courses) {
      guard let course else {
        throw ToolFailure("no part holds the course \(name)", help: "run all parts again")
      }
      diagnostics += course.diagnostics
      filesChecked += course.pages
    }
    let first = try? RunPart(set.files[0].body)
    page = RunReport.bytes(
      courses.compactMap(\.self), topics: first?.topics ?? [], phases: first?.phases ?? [])
    courseNames = names
    summary = courses.compactMap { $0?.summary }.joined()
  }
}

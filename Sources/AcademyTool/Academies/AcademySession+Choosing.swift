import CourseModel
import SourceCore

extension AcademySession {
  /// The courses that a name of the command line means: by id, or by folder; all without a name.
  func indices(of name: String?) throws -> [Int] {
    guard let name else { return Array(courses.indices) }
    let folder = name == "." ? "" : name.hasSuffix("/") ? String(name.dropLast()) : name
    let found = courses.indices.filter { index in
      let course = courses[index].course
      return course.metadata.id?.value == name || course.folder.string == folder
    }
    guard found.isEmpty else { return found }
    throw ToolFailure(
      "there is no course `\(name)`",
      help: "the courses are \(courses.map(\.course.name).joined(separator: ", "))")
  }

  /// The one course that is meant; a name may be left out where there is only one.
  func index(of name: String?) throws -> Int {
    let found = try indices(of: name)
    if found.count == 1 { return found[0] }
    throw ToolFailure(
      name.map { "more than one course is called `\($0)`" } ?? "there is more than one course",
      help: "name one of \(courses.map(\.course.name).joined(separator: ", "))")
  }
}

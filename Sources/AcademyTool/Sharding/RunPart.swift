import SourceCore

/// What one part of `academy run` has found in its courses.
struct RunPart {
  /// What was found in one course.
  struct Course {
    /// Its place in the list of all.
    let index: Int
    let diagnostics: [Diagnostic]
    /// How many pages it has.
    let pages: Int
    /// A few lines for people.
    let summary: String
  }

  /// The names of all courses.
  let names: [String]
  /// What was found in the trees that hold them.
  let findings: [Diagnostic]
  /// The courses of this part.
  let courses: [Course]

  init(names: [String], findings: [Diagnostic], courses: [Course]) {
    self.names = names
    self.findings = findings
    self.courses = courses
  }

  var bytes: [UInt8] {
    var writer = FactWriter()
    writer.list(names) { $0.text($1) }
    Diagnostic.write(findings, to: &writer)
    writer.list(courses) { writer, course in
      writer.integer(course.index)
      Diagnostic.write(course.diagnostics, to: &writer)
      writer.integer(course.pages)
      writer.text(course.summary)
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(FactReader.Malformed) {
    var reader = FactReader(bytes)
    names = try reader.list { (r) throws(FactReader.Malformed) in try r.text() }
    findings = try Diagnostic.readAll(from: &reader)
    courses = try reader.list { (r) throws(FactReader.Malformed) in
      let course = Course(
        index: try r.integer(), diagnostics: try Diagnostic.readAll(from: &r),
        pages: try r.integer(), summary: try r.text())
      guard course.pages >= 0, course.pages < 1 << 40 else { throw FactReader.Malformed() }
      return course
    }
    guard reader.isAtEnd else { throw FactReader.Malformed() }
  }
}

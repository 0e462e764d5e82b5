import CourseBundle
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
    /// What the page about all courses shows of it.
    let shown: AcademyReport.Course
  }

  /// The names of all courses.
  let names: [String]
  /// Topics and phases that a course may be about.
  let topics: [AcademyReport.Term]
  let phases: [AcademyReport.Term]
  /// What was found in the trees that hold them.
  let findings: [Diagnostic]
  /// The courses of this part.
  let courses: [Course]

  init(
    names: [String], topics: [AcademyReport.Term], phases: [AcademyReport.Term],
    findings: [Diagnostic], courses: [Course]
  ) {
    self.names = names
    self.topics = topics
    self.phases = phases
    self.findings = findings
    self.courses = courses
  }

  var bytes: [UInt8] {
    var writer = FactWriter()
    writer.list(names) { $0.text($1) }
    for terms in [topics, phases] {
      writer.list(terms) { writer, term in
        writer.text(term.code)
        writer.text(term.label)
      }
    }
    Diagnostic.write(findings, to: &writer)
    writer.list(courses) { writer, course in
      writer.integer(course.index)
      Diagnostic.write(course.diagnostics, to: &writer)
      writer.integer(course.pages)
      writer.text(course.summary)
      course.shown.write(to: &writer)
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(FactReader.Malformed) {
    var reader = FactReader(bytes)
    names = try reader.list { (r) throws(FactReader.Malformed) in try r.text() }
    func terms(_ r: inout FactReader) throws(FactReader.Malformed) -> [AcademyReport.Term] {
      try r.list { (r) throws(FactReader.Malformed) in
        AcademyReport.Term(code: try r.text(), label: try r.text())
      }
    }
    topics = try terms(&reader)
    phases = try terms(&reader)
    findings = try Diagnostic.readAll(from: &reader)
    courses = try reader.list { (r) throws(FactReader.Malformed) in
      let course = Course(
        index: try r.integer(), diagnostics: try Diagnostic.readAll(from: &r),
        pages: try r.integer(), summary: try r.text(),
        shown: try AcademyReport.Course(from: &r))
      guard course.pages >= 0, course.pages < 1 << 40 else { throw FactReader.Malformed() }
      return course
    }
    guard reader.isAtEnd else { throw FactReader.Malformed() }
  }
}

extension AcademyReport.Course {
  fileprivate func write(to writer: inout FactWriter) {
    for text in [name, office, title, lifecycle, version, bundle] { writer.text(text) }
    writer.integer(lessons)
    for codes in [topics, phases] { writer.list(codes) { $0.text($1) } }
    writer.list(reuses) { writer, reuse in
      writer.text(reuse.of)
      writer.text(reuse.kind)
      writer.integer(reuse.lessons)
    }
  }

  fileprivate init(from reader: inout FactReader) throws(FactReader.Malformed) {
    func texts(_ r: inout FactReader) throws(FactReader.Malformed) -> [String] {
      try r.list { (r) throws(FactReader.Malformed) in try r.text() }
    }
    let (name, office, title) = (try reader.text(), try reader.text(), try reader.text())
    let (lifecycle, version) = (try reader.text(), try reader.text())
    let (bundle, lessons) = (try reader.text(), try reader.integer())
    guard lessons >= 0, lessons < 1 << 40 else { throw FactReader.Malformed() }
    self.init(
      name: name, office: office, title: title, lifecycle: lifecycle, version: version,
      lessons: lessons, bundle: bundle, topics: try texts(&reader), phases: try texts(&reader),
      reuses: try reader.list { (r) throws(FactReader.Malformed) in
        let reuse = AcademyReport.Reuse(
          of: try r.text(), kind: try r.text(), lessons: try r.integer())
        guard reuse.lessons >= 0, reuse.lessons < 1 << 40 else { throw FactReader.Malformed() }
        return reuse
      })
  }
}

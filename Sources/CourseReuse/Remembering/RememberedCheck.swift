import SourceCore

/// The findings of a check, with all they depend on that the check's key does not name.
struct RememberedCheck {
  let findings: [Diagnostic]
  let courses: [(id: String, digest: [UInt8])]
  let objects: [CheckTrace.Object]

  /// Puts together what a check has found; nil where that may change by itself.
  init?(_ findings: [Diagnostic], _ trace: CheckTrace, in catalog: ReuseCatalog) {
    guard !trace.isPassing else { return nil }
    var courses: [(id: String, digest: [UInt8])] = []
    for id in trace.courses.sorted(by: { $0.precedesBytewise($1) }) {
      guard let digest = catalog.digest(of: id) else { return nil }
      courses.append((id, digest))
    }
    self.findings = findings
    self.courses = courses
    objects = trace.objects.sorted { ($0.course, $0.id) < ($1.course, $1.id) }
  }

  /// All of it as bytes.
  var facts: [UInt8] {
    var writer = FactWriter()
    writer.list(courses) { writer, course in
      writer.text(course.id)
      writer.data(course.digest)
    }
    writer.list(objects) { writer, object in
      writer.text(object.course)
      writer.id(object.id)
    }
    writer.list(findings) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads what `facts` gave; nil where it is something else.
  init?(facts: [UInt8]) {
    var reader = FactReader(facts)
    do throws(FactReader.Malformed) {
      courses = try reader.list { (r) throws(FactReader.Malformed) in
        (id: try r.text(), digest: try r.data())
      }
      objects = try reader.list { (r) throws(FactReader.Malformed) in
        CheckTrace.Object(course: try r.text(), id: try r.id())
      }
      findings = try reader.list { (r) throws(FactReader.Malformed) in try Diagnostic(from: &r) }
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

import Foundation
import Reporting
import SourceCore
import Testing

struct JSONReporterTests {
  @Test func lesson() throws {
    let bytes = JSONReporter().report(
      Sample.lesson.finished, summary: RunSummary(filesChecked: 1, courses: ["office/course"]))
    try Golden.check(String(decoding: bytes, as: UTF8.self), "lesson.json")
  }

  @Test func nothingFound() {
    let bytes = JSONReporter().report([], summary: RunSummary(filesChecked: 2))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "schema": "academy-findings/1",
          "findings": [],
          "summary": {
            "errors": 0,
            "warnings": 0,
            "notes": 0,
            "files": 2,
            "courses": []
          }
        }

        """)
  }

  /// Foundation's reader, as a witness, gets back what was reported; nothing is cut.
  @Test func anotherReaderUnderstandsIt() throws {
    let diagnostics = Sample.course.finished
    let bytes = JSONReporter().report(diagnostics, summary: RunSummary(filesChecked: 41))
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let findings = try #require(root?["findings"] as? [[String: Any]])
    #expect(findings.count == diagnostics.count)
    for (finding, diagnostic) in zip(findings, diagnostics) {
      #expect(finding["message"] as? String == diagnostic.message)
      #expect(finding["path"] as? String == diagnostic.path)
      #expect(finding["line"] as? Int == diagnostic.line)
      #expect(finding["fixable"] as? Bool == (diagnostic.fix != nil))
      #expect(finding["fingerprint"] as? String == diagnostic.fingerprint)
    }
  }
}

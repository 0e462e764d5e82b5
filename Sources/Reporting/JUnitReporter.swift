import SourceCore

/// Prints findings as JUnit's XML: a suite for each file, a case for each finding.
public struct JUnitReporter: Reporter {
  private let failOn: Severity

  /// Makes a reporter; a finding at or above `failOn` is a case that failed.
  public init(failOn: Severity = .error) { self.failOn = failOn }

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    let failures = diagnostics.count { $0.severity >= failOn }
    // A report without a case counts as broken in some services.
    let cases = max(1, diagnostics.count)
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="academy" tests="\(cases)" failures="\(failures)" errors="0">

      """
    if diagnostics.isEmpty {
      xml += """
          <testsuite name="academy" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="\(ReportText.checked(summary))" classname="academy"/>
          </testsuite>

        """
    }
    var start = 0
    while start < diagnostics.count {
      let path = diagnostics[start].path
      var end = start
      var failed = 0
      while end < diagnostics.count, diagnostics[end].path == path {
        if diagnostics[end].severity >= failOn { failed += 1 }
        end += 1
      }
      xml += "  <testsuite name=\"\(Self.escaped(path))\" tests=\"\(end - start)\""
      xml += " failures=\"\(failed)\" errors=\"0\" skipped=\"0\">\n"
      for position in start..<end {
        add(diagnostics[position], to: &xml)
        guard xml.utf8.count >= reportPart else { continue }
        write(Array(xml.utf8))
        xml = ""
      }
      xml += "  </testsuite>\n"
      start = end
    }
    xml += "</testsuites>\n"
    write(Array(xml.utf8))
  }

  private func add(_ diagnostic: Diagnostic, to xml: inout String) {
    let place = ReportText.place(diagnostic)
    let more = diagnostic.occurrence > 0 && place.isEmpty ? " (\(diagnostic.occurrence + 1))" : ""
    let name = diagnostic.rule + (place.isEmpty ? more : ", " + place)
    let path = Self.escaped(diagnostic.path)
    xml += "    <testcase name=\"\(Self.escaped(name))\" classname=\"\(path)\">\n"
    var text = FindingRenderer.place(diagnostic, column: true) + ": " + diagnostic.message
    if let help = diagnostic.help { text += "\n" + help }
    let body = Self.escaped(text)
    let kind = diagnostic.severity.rawValue
    if diagnostic.severity >= failOn {
      xml += "      <failure message=\"\(Self.escaped(diagnostic.message))\" type=\"\(kind)\">"
      xml += body + "</failure>\n"
    } else {
      xml += "      <system-out>\(kind): \(body)</system-out>\n"
    }
    xml += "    </testcase>\n"
  }

  /// Text for XML, which cannot hold control characters in any way.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += "\n"
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out += TerminalText.visible(String(scalar))
      }
    }
    return out
  }
}

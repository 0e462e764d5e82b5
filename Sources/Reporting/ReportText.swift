import SourceCore

/// Findings in words, for reports that show one text for each.
enum ReportText {
  /// What is wrong and what to do, with the place where a line number alone would mislead.
  static func statement(_ diagnostic: Diagnostic) -> String {
    var text = place(inCell: diagnostic) + diagnostic.message
    if let help = diagnostic.help { text += ": " + help }
    return text
  }

  /// `cell 3, line 2: `; empty outside notebooks.
  static func place(inCell diagnostic: Diagnostic) -> String {
    diagnostic.cell.map { "cell \($0), line \(diagnostic.line): " } ?? ""
  }

  /// `line 3, column 10`; empty for a finding about a whole file.
  static func place(_ diagnostic: Diagnostic) -> String {
    if diagnostic.isAboutWhole { return "" }
    let cell = diagnostic.cell.map { "cell \($0), " } ?? ""
    return cell + "line \(diagnostic.line), column \(diagnostic.column)"
  }

  /// `2 errors, 1 note`, or `nothing found`.
  static func totals(_ diagnostics: [Diagnostic]) -> String {
    let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : TextReporter.count(count, severity.rawValue)
    }
    return parts.isEmpty ? "nothing found" : parts.joined(separator: ", ")
  }

  /// `41 files in 2 courses checked`.
  static func checked(_ summary: RunSummary) -> String {
    let courses = summary.courses.count > 1 ? " in \(summary.courses.count) courses" : ""
    return TextReporter.count(summary.filesChecked, "file") + courses + " checked"
  }

  /// A relative path as a URI, its bytes escaped that a URI cannot hold.
  static func uri(_ path: String) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: out.append(byte)
      default: out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

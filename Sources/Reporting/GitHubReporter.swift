import SourceCore

/// Prints findings as GitHub's workflow commands, which become annotations of a change.
public struct GitHubReporter: Reporter {
  /// How many annotations of each level GitHub keeps of one step; the others it drops in silence.
  public static let limit = 10

  private let listsRest: Bool

  /// Makes a reporter; what GitHub would drop is listed in the log unless another report has it.
  public init(listsRest: Bool = true) { self.listsRest = listsRest }

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var text = ""
    var used: [Severity: Int] = [:]
    var rest: [Int] = []
    for (position, diagnostic) in diagnostics.enumerated() {
      if used[diagnostic.severity, default: 0] < Self.limit {
        used[diagnostic.severity, default: 0] += 1
        text += Self.command(diagnostic) + "\n"
      } else {
        rest.append(position)
      }
    }
    if !rest.isEmpty {
      let more = TextReporter.count(rest.count, "finding")
      if listsRest {
        text += "::group::\(more) without an annotation: GitHub keeps \(Self.limit) of each level\n"
        for position in rest {
          text += "- " + Self.line(diagnostics[position]) + "\n"
          guard text.utf8.count >= reportPart else { continue }
          write(Array(text.utf8))
          text = ""
        }
        text += "::endgroup::\n"
      } else {
        text += "\(more) without an annotation: GitHub keeps \(Self.limit) of each level\n"
      }
    }
    if listsRest {
      text += "\(ReportText.checked(summary)): \(ReportText.totals(diagnostics))\n"
    }
    write(Array(text.utf8))
  }

  /// The text with no line that GitHub would obey: lessons are other people's words.
  public static func inert(_ text: String) -> String {
    guard text.contains("::") || text.contains("##[") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isCommand = line.drop { $0 == " " || $0 == "\t" }.hasPrefix("::")
      return broken((isCommand ? "- " : "") + line)
    }.joined(separator: "\n")
  }

  /// The old form of commands counts anywhere in a line.
  private static func broken(_ line: String) -> String {
    guard line.contains("##[") else { return line }
    var out = ""
    var hashes = 0
    for scalar in line.unicodeScalars {
      if scalar == "[", hashes >= 2 { out += " " }
      hashes = scalar == "#" ? hashes + 1 : 0
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  private static func command(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if diagnostic.path != "." {
      properties.append("file=" + escaped(diagnostic.path, isProperty: true))
      if !diagnostic.isAboutWhole, diagnostic.cell == nil {
        properties.append("line=\(diagnostic.line)")
        if diagnostic.endLine > diagnostic.line {
          properties.append("endLine=\(diagnostic.endLine)")
        } else {
          // Columns count only where both ends are in one line.
          properties.append("endLine=\(diagnostic.line)")
          properties.append("col=\(diagnostic.column)")
          properties.append("endColumn=\(max(diagnostic.column, diagnostic.endColumn))")
        }
      }
    }
    properties.append("title=" + escaped(diagnostic.rule, isProperty: true))
    var message = ReportText.place(inCell: diagnostic) + diagnostic.message
    if let help = diagnostic.help { message += "\n" + help }
    return "::\(level(diagnostic.severity)) \(properties.joined(separator: ","))::"
      + escaped(message, isProperty: false)
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let finding = FindingRenderer(style: TextStyle(isColored: false), width: .max)
    return broken(finding.headline(diagnostic))
  }

  private static func level(_ severity: Severity) -> String {
    severity == .note ? "notice" : severity.rawValue
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out += TerminalText.visible(String(scalar))
      }
    }
    return broken(out)
  }
}

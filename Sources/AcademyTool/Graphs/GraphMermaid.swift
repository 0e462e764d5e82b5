import CourseModel
import CourseReuse

/// A graph of reuse in Mermaid, which GitHub and GitLab draw.
enum GraphMermaid {
  static func text(_ graph: ReuseGraph) -> String {
    var names: [String: String] = [:]
    for (number, course) in graph.courses.enumerated() { names[course.id] = "c\(number)" }
    var lines = ["graph LR"]
    for (number, office) in graph.offices.enumerated() {
      lines.append(
        "  subgraph o\(number)[\(quoted(office.name.isEmpty ? "no office" : office.name))]")
      for course in office.courses {
        lines.append("    \(names[course.id] ?? "")[\(quoted(course.caption))]")
      }
      lines.append("  end")
    }
    for reuse in graph.reuses {
      let arrow = reuse.kind == .verbatim ? "-->" : "-.->"
      lines.append(
        "  \(names[reuse.by] ?? "") \(arrow)|\(quoted(reuse.caption))| \(names[reuse.of] ?? "")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "#", "<", ">", "&", "`", "|", "\\": out += "#\(scalar.value);"
      default: out.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return out + "\""
  }
}

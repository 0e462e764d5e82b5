import CourseModel
import CourseReuse

/// A graph of reuse in the language of Graphviz.
enum GraphDot {
  static func text(_ graph: ReuseGraph) -> String {
    var lines = ["digraph reuse {", "  rankdir=LR;", "  node [shape=box];"]
    for (number, office) in graph.offices.enumerated() {
      lines.append("  subgraph \(quoted("cluster_\(number)")) {")
      lines.append("    label=\(quoted(office.name));")
      for course in office.courses {
        let style = course.isKnown ? "" : ", style=dashed"
        lines.append("    \(quoted(course.id)) [label=\(quoted(course.caption))\(style)];")
      }
      lines.append("  }")
    }
    for reuse in graph.reuses {
      let style =
        switch reuse.kind {
        case .verbatim: "solid"
        case .adapted: "dashed"
        case .translated: "dotted"
        }
      lines.append(
        "  \(quoted(reuse.by)) -> \(quoted(reuse.of)) "
          + "[label=\(quoted(reuse.caption)), style=\(style)];")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// In a quoted text only the quote and the backslash mean something.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return out + "\""
  }
}

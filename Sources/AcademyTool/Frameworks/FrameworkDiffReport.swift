import Framework
import SourceCore

/// What `academy framework diff` says.
struct FrameworkDiffReport {
  let old: Framework
  let new: Framework
  let changes: [FrameworkChange]
  let impacts: [CourseImpact]

  /// For a person.
  func text(width: Int) -> String {
    var lines = ["\(old.name) \(old.version) → \(new.name) \(new.version)"]
    if changes.isEmpty { lines += ["", "nothing changes"] }
    for area in FrameworkChange.Area.allCases {
      let here = changes.filter { $0.area == area }
      if here.isEmpty { continue }
      lines += ["", area.rawValue]
      for change in here {
        lines += TextColumns.wrapped(
          change.message, first: "  \(Self.mark(change.effect)) ", width: width)
      }
    }
    if !changes.isEmpty { lines += ["", "+ asks more   - asks less   ~ neither, or both"] }
    for impact in impacts {
      lines += ["", "\(impact.course): \(Self.verdict(impact))"]
      for error in impact.errors {
        lines.append("  \(error.path):\(error.line):\(error.column)  \(error.rule)")
        lines += TextColumns.wrapped(error.message, first: "    ", width: width)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func mark(_ effect: FrameworkChange.Effect) -> String {
    switch effect {
    case .stricter: "+"
    case .looser: "-"
    case .neutral: "~"
    }
  }

  private static func verdict(_ impact: CourseImpact) -> String {
    var parts: [String] = []
    let errors = impact.errors.count
    if errors > 0 {
      let count = "\(errors) \(impact.failedBefore ? "more " : "")error\(errors == 1 ? "" : "s")"
      parts.append(
        impact.failedBefore ? "failed before, with \(count) now" : "would newly fail: \(count)")
    } else {
      parts.append(impact.failedBefore ? "fails as before" : "passes")
    }
    if impact.milder > 0 {
      parts.append(
        "\(impact.milder) new " + (impact.milder == 1 ? "warning or note" : "warnings or notes"))
    }
    if impact.gone > 0 {
      parts.append("\(impact.gone) finding\(impact.gone == 1 ? "" : "s") gone")
    }
    return parts.joined(separator: ", ")
  }

  /// For a program.
  var json: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.key("schema")
    writer.string("academy-framework-diff/1")
    for (key, framework) in [("old", old), ("new", new)] {
      writer.key(key)
      writer.beginObject()
      writer.key("framework")
      writer.string(framework.name)
      writer.key("version")
      writer.string(framework.version)
      writer.endObject()
    }
    writer.key("changes")
    writer.beginArray()
    for change in changes {
      writer.beginObject()
      writer.key("area")
      writer.string(change.area.rawValue)
      writer.key("effect")
      writer.string(change.effect.rawValue)
      writer.key("message")
      writer.string(change.message)
      writer.endObject()
    }
    writer.endArray()
    writer.key("courses")
    writer.beginArray()
    for impact in impacts { write(impact, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func write(_ impact: CourseImpact, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("course")
    writer.string(impact.course)
    writer.key("failed_before")
    writer.bool(impact.failedBefore)
    writer.key("newly_fails")
    writer.bool(!impact.failedBefore && !impact.errors.isEmpty)
    writer.key("errors")
    writer.beginArray()
    for error in impact.errors {
      writer.beginObject()
      writer.key("rule")
      writer.string(error.rule)
      writer.key("path")
      writer.string(error.path)
      writer.key("line")
      writer.integer(error.line)
      writer.key("column")
      writer.integer(error.column)
      writer.key("message")
      writer.string(error.message)
      writer.endObject()
    }
    writer.endArray()
    writer.key("new_warnings_and_notes")
    writer.integer(impact.milder)
    writer.key("findings_gone")
    writer.integer(impact.gone)
    writer.endObject()
  }
}

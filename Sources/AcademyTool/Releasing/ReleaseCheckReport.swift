import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// What `academy release check` says of one course.
struct ReleaseCheckReport {
  let check: ReleaseCheck
  /// Why there may be releases that were not found.
  let limit: ReleaseSet.Limit?

  /// Whether the declared version does not say what changed.
  var isFailure: Bool { check.verdict == .insufficient || check.verdict == .undeclared }

  /// The lines, each with its ending.
  var text: String {
    let declared = check.declared.map(\.description) ?? "no version"
    let base = check.base.map { "\($0.version) → " } ?? ""
    var lines = ["\(check.course): \(base)\(declared)"]
    for change in check.changes {
      lines.append("  \(change.bump.rawValue)  \(change.message)")
      if let help = change.help, change.bump != .patch { lines.append("         = \(help)") }
    }
    lines.append("  \(conclusion)")
    if let help { lines.append("  = help: \(help)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The outcome in one sentence without a full stop.
  private var conclusion: String {
    let reason = check.changes.first?.message ?? ""
    switch check.verdict {
    case .undeclared: return "the manifest declares no version"
    case .first:
      switch limit {
      case .noHistory: return "there is nothing to compare with: the course is in no repository"
      case .shallow: return "there is nothing to compare with: this is a shallow clone"
      default: return "this is the first release: there is nothing to compare with"
      }
    case .unchanged: return "nothing changed since \(check.base?.version.description ?? "")"
    case .suffices:
      guard let required = check.required, let declared = check.declared else { return "" }
      if check.isCalendar { return "\(declared.core) comes after \(base), as a date must" }
      if declared.core.precedence(to: required) > 0 {
        return "this change needs \(required), because \(reason); \(declared.core) says more"
      }
      return "this change needs \(required), because \(reason); \(declared) says so"
    case .insufficient:
      guard let required = check.required, let declared = check.declared else { return "" }
      if check.isCalendar {
        return "\(declared) does not come after \(base), which was released"
      }
      return "this change needs \(required), because \(reason); \(declared) does not say so"
    }
  }

  private var base: String { check.base?.version.description ?? "" }

  private var help: String? {
    switch check.verdict {
    case .insufficient:
      if check.isCalendar { return "write the date of the release as the version" }
      return check.required.map { "write `version: \($0)-dev`, or undo what makes it necessary" }
    case .undeclared: return "write `version: 0.1.0-dev` in course.yml"
    case .first where limit == .shallow: return "run `git fetch --unshallow --tags`"
    default: return nil
    }
  }

  // MARK: - JSON

  /// All reports as one document.
  static func json(_ reports: [ReleaseCheckReport]) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.key("schema")
    writer.string("academy-release-check/1")
    writer.key("courses")
    writer.beginArray()
    for report in reports { report.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func write(to writer: inout JSONWriter) {
    func text(_ key: String, _ value: String?) {
      writer.key(key)
      if let value { writer.string(value) } else { writer.null() }
    }
    writer.beginObject()
    text("course", check.course)
    text("against", check.base?.version.description)
    text("against-commit", check.base?.commit.hex)
    text("declared", check.declared?.description)
    text("required", check.required?.description)
    text("bump", check.bump?.rawValue)
    text("verdict", check.verdict.rawValue)
    writer.key("changes")
    writer.beginArray()
    for change in check.changes {
      writer.beginObject()
      text("kind", change.kind.rawValue)
      text("bump", change.bump.rawValue)
      text("lesson", change.lesson)
      text("message", change.message)
      text("help", change.help)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}

import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// Who is touched by a change, as it is printed.
struct ImpactReport {
  let impact: ReuseImpact

  // MARK: - Text

  /// The lines, each with its ending.
  var text: String {
    var lines = [heading]
    let (direct, indirect) = (impact.direct.count, impact.indirect.count)
    if impact.copies.isEmpty {
      lines.append("nobody here reuses it")
      return lines.joined(separator: "\n") + "\n"
    }
    lines.append(
      "reused by \(courses(direct)) directly"
        + (indirect == 0 ? "" : " and \(courses(indirect)) through others"))
    var last: [String]?
    for copy in impact.copies {
      let place = copy.through + [copy.course]
      if place != last {
        lines.append("")
        lines.append(
          copy.course
            + (copy.through.isEmpty ? "" : ", through \(copy.through.joined(separator: ", "))"))
        last = place
      }
      let pair = copy.lesson
      let names = pair.own == pair.upstream ? pair.own : "\(pair.upstream) → \(pair.own)"
      let version = pair.version.map { "at \($0)" } ?? "not locked"
      lines.append("  \(copy.kind.rawValue) \(names), \(version) (\(copy.range)): \(effect(copy))")
      lines += copy.changes.map { "    \($0.bump.rawValue)  \($0.message)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func courses(_ count: Int) -> String { "\(count) course\(count == 1 ? "" : "s")" }

  private var heading: String {
    guard impact.course.isKnown else { return "\(impact.course.id) is in no source" }
    guard let pending = impact.pending else { return impact.course.caption }
    let base = pending.base?.version.description ?? ""
    if pending.base == nil { return "\(impact.course.caption): nothing is released yet" }
    guard let next = impact.next else {
      return "\(impact.course.caption): nothing changed since \(base)"
    }
    let counts = [Bump.major, .minor, .patch].compactMap { bump in
      let count = pending.changes.count { $0.bump == bump }
      return count == 0 ? nil : "\(count) \(bump.rawValue)"
    }
    return "\(impact.course.caption): the change since \(base) will be \(next) "
      + "(\(counts.joined(separator: ", ")))"
  }

  /// What happens to a copy, in a few words.
  private func effect(_ copy: ReuseImpact.Copy) -> String {
    let next = impact.next ?? impact.pending?.base?.version
    let version = next?.description ?? "the next release"
    switch copy.effect {
    case .none: return "this lesson does not change"
    case .arrives:
      switch copy.kind {
      case .verbatim: return "\(version) replaces the copy"
      case .adapted: return "\(version) is to be merged"
      case .translated: return "\(version) is to be translated"
      }
    case .outOfRange:
      return "stays, because \(copy.range) does not admit \(version)"
    case .lost: return "the lesson will be missing from \(version) under this id"
    case .later:
      return "reaches it when \(copy.through.last ?? "") has taken it"
    case .unknown:
      return copy.lesson.version == nil
        ? "cannot be told, because it is not locked"
        : "cannot be told, because its release is not known"
    }
  }

  // MARK: - JSON

  /// The same as JSON.
  var json: [UInt8] {
    var writer = JSONWriter(pretty: true)
    func text(_ key: String, _ value: String?) {
      writer.key(key)
      if let value { writer.string(value) } else { writer.null() }
    }
    writer.beginObject()
    text("schema", "academy-reuse-impact/1")
    text("course", impact.course.id)
    text("version", impact.course.version?.description)
    text("since", impact.pending?.base?.version.description)
    text("next", impact.next?.description)
    text("bump", impact.pending?.bump?.rawValue)
    writer.key("copies")
    writer.beginArray()
    for copy in impact.copies {
      writer.beginObject()
      text("course", copy.course)
      text("as", copy.kind.rawValue)
      text("upstream", copy.lesson.upstream)
      text("own", copy.lesson.own)
      text("at", copy.lesson.version?.description)
      text("range", copy.range)
      writer.key("through")
      writer.beginArray()
      for course in copy.through { writer.string(course) }
      writer.endArray()
      text("effect", copy.effect.rawValue)
      writer.key("changes")
      writer.beginArray()
      for change in copy.changes {
        writer.beginObject()
        text("kind", change.kind.rawValue)
        text("bump", change.bump.rawValue)
        text("message", change.message)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }
}

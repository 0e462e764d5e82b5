import CourseModel
import SourceCore
import StructuredData

/// Brings upstream's changes of a front matter into that of a copy, field by field.
struct FrontMatterMerge {
  /// The copy's front matter with its fences and what follows up to the body.
  let bytes: [UInt8]
  /// Fields that both sides changed; the copy's value stays.
  let kept: [String]

  /// Merges; nil where one of them is no front matter that can be read.
  init?(base: Lesson, ours: Lesson, theirs: Lesson) {
    guard let old = Self.fields(base), let own = Self.fields(ours), let new = Self.fields(theirs)
    else { return nil }
    var edits: [(range: ByteRange, text: String)] = []
    var kept: [String] = []
    var added = ""
    for field in new where !LessonComparison.placeFields.contains(field.key) {
      let before = old.first { $0.key == field.key }
      if let before, before.value.hasSameValue(as: field.value) { continue }
      let text = Self.text(field, theirs)
      guard let mine = own.first(where: { $0.key == field.key }) else {
        if before == nil { added += text + "\n" } else { kept.append(field.key) }
        continue
      }
      if mine.value.hasSameValue(as: field.value) { continue }
      if let before, before.value.hasSameValue(as: mine.value) {
        edits.append((Self.range(mine), text))
      } else {
        kept.append(field.key)
      }
    }
    // Times follow upstream where the copy has not set its own.
    for field in new
    where field.key == "teaching" || field.key == "exercises" || field.key == "title" {
      guard let before = old.first(where: { $0.key == field.key }),
        let mine = own.first(where: { $0.key == field.key }),
        before.value.hasSameValue(as: mine.value), !before.value.hasSameValue(as: field.value)
      else { continue }
      edits.append((Self.range(mine), Self.text(field, theirs)))
    }
    let end = Self.bodyStart(ours)
    var out: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range < $1.range }) where edit.range.start >= position {
      out += ours.text.bytes[position..<edit.range.start] + Array(edit.text.utf8)
      position = edit.range.end
    }
    var rest = Array(ours.text.bytes[position..<max(position, end)])
    if !added.isEmpty {
      guard let fence = ours.frontMatter.range, !fence.isEmpty else { return nil }
      // The closing fence is the last line of the front matter.
      let line = ours.lines.start(ofLine: ours.lines.line(at: fence.end - 1))
      guard line >= position else { return nil }
      rest.insert(contentsOf: Array(added.utf8), at: line - position)
    }
    bytes = out + rest
    self.kept = kept
  }

  /// Where the body begins.
  static func bodyStart(_ lesson: Lesson) -> Int {
    guard let range = lesson.frontMatter.range, !range.isEmpty else { return 0 }
    let line = lesson.lines.line(at: range.end - 1)
    return lesson.lines.range(ofLine: line).upperBound
  }

  private static func fields(_ lesson: Lesson) -> [DataNode.Member]? {
    guard lesson.frontMatter.problems.isEmpty else { return nil }
    guard let data = lesson.frontMatter.data, !data.isNull else { return [] }
    return data.object
  }

  private static func range(_ field: DataNode.Member) -> ByteRange {
    ByteRange(field.keyRange.lower, max(field.keyRange.upper, field.value.range.upper))
  }

  private static func text(_ field: DataNode.Member, _ lesson: Lesson) -> String {
    lesson.text.string(range(field))
  }
}

import CourseModel
import SourceCore
import StructuredData

/// Compares a verbatim copy with its original by content, not by the spelling of paths.
///
/// A link counts by what it resolves to: a lesson that was taken must lead to its copy, a file to
/// one of the same content. A link to anything else may stay as it is written, or become the page's
/// address on the upstream site. Title, order, times and id of the front matter, line endings, a
/// byte-order mark and blank lines at either end do not matter.
struct LessonComparison {
  /// A lesson and the course it belongs to.
  struct Side {
    let lesson: Lesson
    let course: CourseSnapshot
  }

  /// What comparing gives.
  struct Result {
    /// The first difference; nil where the texts are equal.
    var difference: Difference?
    /// Files that differ, in the order of the copy's text.
    var assets: [AssetDifference] = []
    /// Whether nothing differs but where links inside the course lead, as in a copy whose files have
    /// been renamed.
    var isSameText = true

    /// Whether copy and original are equal.
    var isEqual: Bool { difference == nil && assets.isEmpty }
  }

  let own: Side
  let upstream: Side
  /// Paths of the upstream lessons that were taken, with the paths of their copies.
  let taken: [RepoPath: RepoPath]

  /// Fields in which a copy may differ, because they belong to its place in its course.
  static let placeFields: Set<String> = [
    "title", "id", "teaching", "exercises", "order", "weight", "nav_order",
  ]

  func run() -> Result {
    var result = Result()
    let starts: (own: Int, upstream: Int)
    if let a = Self.fields(own.lesson), let b = Self.fields(upstream.lesson) {
      result.difference = frontMatter(a, b)
      result.isSameText = result.difference == nil
      starts = (Self.bodyLine(own.lesson), Self.bodyLine(upstream.lesson))
    } else {
      // What is no front matter for YAML can only be compared as text.
      starts = (0, 0)
    }
    body(
      ComparableText(own.lesson, fromLine: starts.own).lines,
      ComparableText(upstream.lesson, fromLine: starts.upstream).lines, &result)
    return result
  }

  // MARK: - Front matter

  private static func fields(_ lesson: Lesson) -> [DataNode.Member]? {
    guard lesson.frontMatter.problems.isEmpty else { return nil }
    guard let data = lesson.frontMatter.data, !data.isNull else { return [] }
    return data.object
  }

  private static func bodyLine(_ lesson: Lesson) -> Int {
    guard let range = lesson.frontMatter.range, !range.isEmpty else { return 0 }
    return lesson.lines.line(at: range.end - 1) + 1
  }

  private func frontMatter(_ own: [DataNode.Member], _ upstream: [DataNode.Member]) -> Difference? {
    for field in own where !Self.placeFields.contains(field.key) {
      let original = upstream.first { $0.key == field.key }
      if let original, original.value.hasSameValue(as: field.value) { continue }
      // A copy in a course of another language must say its own.
      if original == nil, field.key == "lang" || field.key.hasPrefix("x-") { continue }
      // A copy that keeps its licence in a course under another one must say so itself.
      if field.key == "license", isUpstreamLicence(field.value) { continue }
      let range = ByteRange(field.keyRange.lower, field.value.range.upper)
      return difference(
        .field(field.key), range, at: range.start, upstreamAt: original?.keyRange.start)
    }
    for field in upstream where !Self.placeFields.contains(field.key) {
      if own.contains(where: { $0.key == field.key }) { continue }
      let start = self.own.lesson.frontMatter.range?.start ?? 0
      let line = self.own.lesson.lines.line(at: start)
      let range = self.own.lesson.lines.contentRange(
        ofLine: line, in: self.own.lesson.text.bytes)
      return difference(
        .field(field.key), ByteRange(max(range.lowerBound, start), range.upperBound),
        at: start, upstreamAt: field.keyRange.start)
    }
    return nil
  }

  private func isUpstreamLicence(_ written: DataNode) -> Bool {
    let theirs = StatedLicence.of(upstream.lesson, in: upstream.course.course)
    return theirs != .none && StatedLicence.Found(written.stringValue) == theirs
  }

  private func difference(
    _ kind: Difference.Kind, _ range: ByteRange, at start: Int, upstreamAt: Int?
  ) -> Difference {
    let line = own.lesson.lines.line(at: start)
    let other = upstreamAt.map { upstream.lesson.lines.line(at: $0) }
    return Difference(
      kind: kind, range: range, line: line + 1, text: Self.text(own.lesson, line),
      upstreamLine: other.map { $0 + 1 },
      upstreamText: other.map { Self.text(upstream.lesson, $0) })
  }

  private static func text(_ lesson: Lesson, _ line: Int) -> String {
    let range = lesson.lines.contentRange(ofLine: line, in: lesson.text.bytes)
    return lesson.text.string(ByteRange(range.lowerBound, range.upperBound))
  }

  // MARK: - Body

  private func body(
    _ own: [ComparableText.Line], _ upstream: [ComparableText.Line], _ result: inout Result
  ) {
    for (a, b) in zip(own, upstream) {
      guard a.bytes == b.bytes else {
        result.difference = result.difference ?? changed(a, b)
        result.isSameText = false
        return
      }
      for (link, original) in zip(a.spots, b.spots) {
        switch LinkComparison(own: self.own, upstream: self.upstream, taken: taken)
          .compare(link, original)
        {
        case .same: continue
        case .differs(let wanted, let replacement):
          if case .local = original.target {} else { result.isSameText = false }
          result.difference =
            result.difference
            ?? difference(
              .link(wanted: wanted, replacement: replacement), link.range, at: link.range.start,
              upstreamAt: original.range.start)
        case .asset(let asset): result.assets.append(asset)
        }
      }
    }
    if own.count != upstream.count { result.isSameText = false }
    guard result.difference == nil, own.count != upstream.count else { return }
    result.difference =
      own.count > upstream.count
      ? Self.firstText(own[upstream.count...]).map(added)
      : Self.firstText(upstream[own.count...]).map { missing($0, behind: own.last) }
  }

  /// The first line that is not blank; there is one, since none is blank at the end.
  private static func firstText(_ lines: ArraySlice<ComparableText.Line>) -> ComparableText.Line? {
    lines.first { $0.bytes.contains { $0 > 0x20 } }
  }

  /// A line that reads otherwise; only the words that differ are flagged.
  private func changed(_ a: ComparableText.Line, _ b: ComparableText.Line) -> Difference {
    let bytes = own.lesson.text.bytes
    let other = upstream.lesson.text.bytes
    let line = own.lesson.lines.contentRange(ofLine: a.number, in: bytes)
    let original = upstream.lesson.lines.contentRange(ofLine: b.number, in: other)
    let range = WordDifference.range(of: line, in: bytes, against: other[original])
    return Difference(
      kind: .text, range: range, line: a.number + 1, text: Self.text(own.lesson, a.number),
      upstreamLine: b.number + 1, upstreamText: Self.text(upstream.lesson, b.number))
  }

  private func added(_ line: ComparableText.Line) -> Difference {
    let range = own.lesson.lines.contentRange(ofLine: line.number, in: own.lesson.text.bytes)
    return Difference(
      kind: .text, range: ByteRange(range.lowerBound, range.upperBound), line: line.number + 1,
      text: Self.text(own.lesson, line.number), upstreamLine: nil, upstreamText: nil)
  }

  private func missing(_ line: ComparableText.Line, behind last: ComparableText.Line?) -> Difference
  {
    let number = last?.number ?? 0
    let range = own.lesson.lines.contentRange(ofLine: number, in: own.lesson.text.bytes)
    return Difference(
      kind: .text, range: ByteRange(range.lowerBound, range.upperBound), line: number + 1,
      text: nil, upstreamLine: line.number + 1,
      upstreamText: Self.text(upstream.lesson, line.number))
  }
}

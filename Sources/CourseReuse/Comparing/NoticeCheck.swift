import CourseModel
import SourceCore
import StructuredData

/// Looks for notices that a changed copy has to keep: of copyright, and of earlier changes.
enum NoticeCheck {
  /// Notices of the original that the copy does not hold, and earlier changes it does not name.
  static func lost(
    from source: Lesson, _ id: String, in upstream: Course, by copy: Lesson, _ entry: DataNode?
  ) -> [String] {
    let text = folded(copy.text.bytes)
    var lost: [String] = []
    for notice in notices(in: source).prefix(20) where !holds(text, notice) { lost.append(notice) }
    return lost + lostChanges(id, in: upstream, by: copy, entry)
  }

  /// What upstream says it changed itself, where neither the copy nor its entry says so any more.
  static func lostChanges(
    _ id: String, in upstream: Course, by copy: Lesson, _ entry: DataNode?
  ) -> [String] {
    var lost: [String] = []
    for reuse in upstream.metadata.reuses where reuse.lessons.contains(where: { $0.own == id }) {
      guard reuse.kind != .verbatim else { continue }
      let changes = texts(upstream.reuse(reuse)?["changes"])
      let own = texts(entry).joined(separator: " ")
      let place = folded(Array(own.utf8)) + [0x20] + folded(copy.text.bytes)
      let marks = [reuse.course] + changes
      if !marks.contains(where: { contains(place, folded(Array($0.utf8))) }) {
        lost.append(
          "\(reuse.kind.rawValue) from \(reuse.course)"
            + (changes.first.map { ": \(WordList.line($0))" } ?? ""))
      }
    }
    return lost
  }

  /// All texts below a node.
  private static func texts(_ node: DataNode?) -> [String] {
    guard let node else { return [] }
    if let text = node.stringValue { return [text] }
    return (node.array ?? []).flatMap(texts) + (node.object ?? []).flatMap { texts($0.value) }
  }

  private static let openings = [
    "©", "copyright (c)", "spdx-filecopyrighttext", "adapted from", "derived from",
    "adapté de", "adaptée de", "adaptado de", "adaptada de", "angepasst nach",
  ].map { Array($0.utf8) }

  /// Lines of prose that name whose work it is, with a year or an address.
  private static func notices(in lesson: Lesson) -> [String] {
    var lines: Set<Int> = []
    for range in lesson.prose { lines.insert(lesson.lines.line(at: range.start)) }
    return lines.sorted().compactMap { line in
      let range = lesson.lines.contentRange(ofLine: line, in: lesson.text.bytes)
      let bytes = folded(Array(lesson.text.bytes[range]))
      guard openings.contains(where: { contains(bytes, $0) }),
        hasYear(bytes) || !links(bytes).isEmpty
      else { return nil }
      return WordList.line(lesson.text.string(ByteRange(range.lowerBound, range.upperBound)))
    }
  }

  /// A notice is kept by its words, or by the addresses in it.
  private static func holds(_ text: [UInt8], _ notice: String) -> Bool {
    let bytes = folded(Array(notice.utf8))
    if contains(text, bytes) { return true }
    let addresses = links(bytes)
    return !addresses.isEmpty && addresses.allSatisfy { contains(text, $0) }
  }

  private static func links(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(whereSeparator: {
      $0 <= 0x20 || $0 == 0x28 || $0 == 0x29 || $0 == 0x3C || $0 == 0x3E
    })
    .filter { $0.starts(with: "http://".utf8) || $0.starts(with: "https://".utf8) }
    .map { Array($0) }
  }

  private static func hasYear(_ bytes: [UInt8]) -> Bool {
    bytes.split(whereSeparator: { $0 < 0x30 || $0 > 0x39 }).contains {
      $0.count == 4 && ($0.starts(with: "19".utf8) || $0.starts(with: "20".utf8))
    }
  }

  /// Lower case, white space folded.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for byte in bytes {
      if byte <= 0x20 {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= text.count else { return part.isEmpty }
    var start = 0
    while let i = ByteSearch.first(first, in: text, from: start), i + part.count <= text.count {
      if text[i..<i + part.count].elementsEqual(part) { return true }
      start = i + 1
    }
    return false
  }
}

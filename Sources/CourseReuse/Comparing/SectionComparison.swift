import CourseModel
import SourceCore
import StructuredData

/// What differs between two states of a lesson, section by section.
public struct SectionComparison: Sendable, Hashable {
  /// What became of a section.
  public enum Change: String, Sendable, Hashable {
    case same, changed, added, removed
  }

  /// A line of the difference.
  public struct Line: Sendable, Hashable {
    /// What became of it.
    public enum Kind: String, Sendable, Hashable {
      case removed = "-"
      case added = "+"
    }

    /// What became of it.
    public let kind: Kind
    /// The line as it stands in its file.
    public let text: String
  }

  /// One section.
  public struct Section: Sendable, Hashable {
    /// Its heading; empty for what stands before the first one, `front matter` is told apart.
    public let title: String
    /// Its heading in the older state, where that differs.
    public let oldTitle: String?
    /// Whether it is the front matter.
    public let isFrontMatter: Bool
    /// What became of it.
    public let change: Change
    /// Its line in the newer state, from 1; the older one's where it was removed.
    public let line: Int
    /// Lines of the older and the newer state that differ.
    public let lines: [Line]

    /// Whether only the copy's place in its course differs: title, id, order and times.
    let isOfPlace: Bool

    /// The section's name in a sentence.
    public var name: String {
      if isFrontMatter { return "the front matter" }
      return title.isEmpty ? "the beginning" : "“\(title)”"
    }
  }

  /// The sections in the order of the newer state, those removed where they stood.
  public let sections: [Section]
  /// How much both states share, in percent of the words of either.
  public let shared: Int
  /// How many words the shorter state has.
  public let words: Int
  /// The larger of the shares of either state that the other holds, 0 to 1.
  public let containment: Double

  /// Whether no section differs.
  public var isSame: Bool { sections.allSatisfy { $0.change == .same } }

  /// Compares two states of a lesson.
  init(from old: Lesson, to new: Lesson) {
    let (a, b) = (LessonSections(old), LessonSections(new))
    var sections = [Self.frontMatter(old, new)].compactMap(\.self)
    let pairs = Self.pairs(a.sections, b.sections)
    let kept = Set(pairs.compactMap(\.self))
    var next = 0
    func removed(upTo end: Int) {
      while next < end {
        if !kept.contains(next) {
          let section = a.sections[next]
          sections.append(
            Section(
              title: section.title, oldTitle: nil, isFrontMatter: false, change: .removed,
              line: section.line,
              lines: section.lines.map { Line(kind: .removed, text: a.text($0)) }, isOfPlace: false)
          )
        }
        next += 1
      }
    }
    for (i, section) in b.sections.enumerated() {
      if let partner = pairs[i] {
        removed(upTo: partner)
        sections.append(Self.compare(a, a.sections[partner], b, section))
      } else {
        sections.append(
          Section(
            title: section.title, oldTitle: nil, isFrontMatter: false, change: .added,
            line: section.line, lines: section.lines.map { Line(kind: .added, text: b.text($0)) },
            isOfPlace: false))
      }
    }
    removed(upTo: a.sections.count)
    self.sections = sections
    let (x, y) = (WordShare(Self.words(a)), WordShare(Self.words(b)))
    shared = x.percent(with: y)
    words = min(x.words, y.words)
    containment = max(x.contained(in: y), y.contained(in: x))
  }

  private static func words(_ sections: LessonSections) -> [UInt8] {
    Array(sections.sections.flatMap(\.lines).map(\.bytes).joined(separator: [0x0A]))
  }

  /// Fields of the front matter that differ, apart from those of the copy's place.
  private static func frontMatter(_ old: Lesson, _ new: Lesson) -> Section? {
    var lines: [Line] = []
    var isOfPlace = true
    let (a, b) = (old.frontMatter.data?.object ?? [], new.frontMatter.data?.object ?? [])
    func text(_ member: (key: ByteRange, value: ByteRange), _ lesson: Lesson) -> String {
      lesson.text.string(ByteRange(member.key.lower, member.value.upper))
    }
    for field in a {
      let other = b.first { $0.key == field.key }
      if let other, other.value.hasSameValue(as: field.value) { continue }
      isOfPlace = isOfPlace && LessonComparison.placeFields.contains(field.key)
      lines.append(Line(kind: .removed, text: text((field.keyRange, field.value.range), old)))
    }
    for field in b {
      let other = a.first { $0.key == field.key }
      if let other, other.value.hasSameValue(as: field.value) { continue }
      isOfPlace = isOfPlace && LessonComparison.placeFields.contains(field.key)
      lines.append(Line(kind: .added, text: text((field.keyRange, field.value.range), new)))
    }
    if lines.isEmpty { return nil }
    return Section(
      title: "", oldTitle: nil, isFrontMatter: true, change: .changed, line: 1, lines: lines,
      isOfPlace: isOfPlace)
  }

  private static func compare(
    _ a: LessonSections, _ old: LessonSections.Section, _ b: LessonSections,
    _ new: LessonSections.Section
  ) -> Section {
    var lines: [Line] = []
    for step in LineDifference.steps(from: old.hashes, to: new.hashes) {
      switch step {
      case .same: continue
      case .removed(let i): lines.append(Line(kind: .removed, text: a.text(old.lines[i])))
      case .added(let i): lines.append(Line(kind: .added, text: b.text(new.lines[i])))
      }
    }
    return Section(
      title: new.title, oldTitle: old.title == new.title ? nil : old.title, isFrontMatter: false,
      change: lines.isEmpty ? .same : .changed, line: new.line, lines: lines, isOfPlace: false)
  }

  /// For each section of the newer state, the older one that it was: by heading, then by text.
  private static func pairs(
    _ old: [LessonSections.Section], _ new: [LessonSections.Section]
  ) -> [Int?] {
    var pairs = [Int?](repeating: nil, count: new.count)
    var free = Set(old.indices)
    var byTitle: [String: [Int]] = [:]
    for i in old.indices.reversed() { byTitle[old[i].title, default: []].append(i) }
    for (j, section) in new.enumerated() {
      guard let i = byTitle[section.title]?.popLast() else { continue }
      pairs[j] = i
      free.remove(i)
    }
    // Few sections change their heading; of a page that is all headings none is tried.
    guard free.count * (pairs.count { $0 == nil }) <= 2_500 else { return pairs }
    for (j, section) in new.enumerated() where pairs[j] == nil && !section.hashes.isEmpty {
      let best = free.map {
        (i: $0, score: share(old[$0].hashes.dropFirst(), section.hashes.dropFirst()))
      }
      .max { ($0.score, -$0.i) < ($1.score, -$1.i) }
      guard let best, best.score >= 0.5 else { continue }
      pairs[j] = best.i
      free.remove(best.i)
    }
    return pairs
  }

  private static func share(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>) -> Double {
    if a.isEmpty || b.isEmpty { return 0 }
    let (x, y) = (Set(a), Set(b))
    return Double(2 * x.intersection(y).count) / Double(x.count + y.count)
  }
}

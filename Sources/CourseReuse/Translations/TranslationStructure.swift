import CourseModel
import Markdown
import SourceCore

/// Holds a translation's structure against its source's: what a reader in another language would
/// miss, or would get wrong.
struct TranslationStructure {
  enum Problem: Hashable {
    /// Sections, divs, programs, tables and pictures that the source has and the translation lacks.
    case missing([String])
    /// Ids that the source gives and the translation does not.
    case ids([String])
    /// A program that differs by more than comments and strings.
    case program(ByteRange, line: Int)
    /// A question whose options or ticks differ from the source's.
    case quiz(ByteRange?, String)
  }

  private let source: LessonBlocks
  private let own: LessonBlocks

  static func problems(of own: Lesson, against source: Lesson) -> [Problem] {
    let check = TranslationStructure(source: LessonBlocks(source), own: LessonBlocks(own))
    return check.blocks() + check.ids() + check.quizzes()
  }

  private func line(_ range: ByteRange) -> Int {
    source.lesson.lines.line(at: range.start) + 1
  }

  private func blocks() -> [Problem] {
    let map = BlockAlignment(source, own).own
    var problems: [Problem] = []
    var missing: [String] = []
    let divNames = Dictionary(
      source.lesson.divs.map { ($0.opening, $0.name) }, uniquingKeysWith: { first, _ in first })
    let titles = Dictionary(
      source.lesson.headings.map { ($0.range, $0.text) }, uniquingKeysWith: { first, _ in first })
    var partner: [Int: Int] = [:]
    for (i, j) in map.enumerated() {
      if let j { partner[j] = i }
    }
    // A program that stands elsewhere is not missing, and one that changed its neighbours' order is
    // not another program.
    var loose: [UInt64: Int] = [:]
    for (j, block) in own.blocks.enumerated() {
      guard let program = block.program else { continue }
      let theirs = partner[j].flatMap { source.blocks[$0].program }
      if theirs != program { loose[program, default: 0] += 1 }
    }
    for (i, block) in source.blocks.enumerated() {
      if let program = block.program {
        if let j = map[i], own.blocks[j].program == program { continue }
        if let count = loose[program], count > 0 {
          loose[program] = count - 1
          continue
        }
      }
      if let j = map[i] {
        if block.program != nil {
          problems.append(.program(own.blocks[j].range, line: line(block.range)))
        }
        continue
      }
      switch block.kind {
      case .heading: missing.append("section “\(titles[block.range] ?? source.text(block))”")
      case .div:
        let name = divNames[block.range] ?? ""
        missing.append("`\(name)` of line \(line(block.range))")
      case .codeBlock where block.program != nil:
        missing.append("program of line \(line(block.range))")
      case .table: missing.append("table of line \(line(block.range))")
      default: continue
      }
    }
    let (pictures, ownPictures) = (source.lesson.images.count, own.lesson.images.count)
    if ownPictures < pictures {
      let lacking = pictures - ownPictures
      missing.append("\(lacking) of \(pictures) picture\(pictures == 1 ? "" : "s")")
    }
    return (missing.isEmpty ? [] : [.missing(missing)]) + problems
  }

  private func ids() -> [Problem] {
    let mine = Set(Self.ids(own.lesson))
    var told: Set<String> = []
    let lacking = Self.ids(source.lesson).filter { !mine.contains($0) && told.insert($0).inserted }
    return lacking.isEmpty ? [] : [.ids(lacking)]
  }

  /// The ids that the author wrote, in order.
  private static func ids(_ lesson: Lesson) -> [String] {
    (0..<lesson.document.nodeCount).compactMap { lesson.document.attributes(NodeID($0))?.id }
      .filter { !$0.isEmpty }
  }

  private func quizzes() -> [Problem] {
    let theirs = QuizReader.quizzes(in: source.lesson)
    let mine = QuizReader.quizzes(in: own.lesson)
    guard theirs.count == mine.count else {
      return [.quiz(nil, "it asks \(mine.count) of the source's \(theirs.count) questions")]
    }
    return zip(theirs, mine).compactMap { their, my in
      let range = my.options.first?.range
      if their.options.count != my.options.count {
        return .quiz(
          range,
          "a question has \(my.options.count) option\(my.options.count == 1 ? "" : "s"), and \(their.options.count) in the "
            + "source")
      }
      if Self.ticks(their.options) != Self.ticks(my.options)
        || Self.ticks(their.key ?? []) != Self.ticks(my.key ?? [])
      {
        return .quiz(range, "a question ticks other answers than the source")
      }
      return nil
    }
  }

  private static func ticks(_ options: [Quiz.Option]) -> [Bool] { options.map(\.isTicked) }
}

import CourseModel
import SourceCore

/// A paragraph of a source that changed and that a translation still has to follow.
struct PendingParagraph: Hashable {
  /// Names the translation's paragraph, or the place where one is missing, by its content.
  let mark: String
  /// The translation's paragraph; nil where it has none.
  let range: ByteRange?
  /// The paragraph of the source as it was; nil for a new one.
  let before: String?
  /// The paragraph of the source as it is now; nil where it was taken out.
  let after: String?
  /// Line of the source as it is now, from 1; nil where it was taken out.
  let line: Int?

  /// What changed between two states of a source, with the paragraphs of the translation that are
  /// concerned, in the order of the source.
  static func all(in own: Lesson, from old: Lesson, to new: Lesson) -> [PendingParagraph] {
    let (a, b) = (LessonBlocks(old), LessonBlocks(new))
    let translation = LessonBlocks(own)
    let map = BlockAlignment(a, translation).own
    var pending: [PendingParagraph] = []
    var last: Int?
    func add(_ i: Int?, _ j: Int?) {
      let mine = i.flatMap { map[$0] }
      // What the translation never had cannot be taken out of it.
      if mine == nil, j == nil { return }
      let mark: String
      if let mine {
        mark = translation.mark(translation.blocks[mine])
      } else {
        let after = last.map { $0 + 1 } ?? 0
        mark = translation.mark(
          after: last, before: after < translation.blocks.count ? after : nil)
      }
      pending.append(
        PendingParagraph(
          mark: mark, range: mine.map { translation.blocks[$0].range },
          before: i.map { a.text(a.blocks[$0]) }, after: j.map { b.text(b.blocks[$0]) },
          line: j.map { new.lines.line(at: b.blocks[$0].range.start) + 1 }))
      last = mine ?? last
    }
    for (i, j) in changes(a, b) {
      if let i, let j, a.blocks[i].content == b.blocks[j].content {
        last = map[i] ?? last
      } else {
        add(i, j)
      }
    }
    return pending
  }

  /// Blocks of both states side by side, in order; one side is nil where a block is new or gone.
  private static func changes(_ a: LessonBlocks, _ b: LessonBlocks) -> [(Int?, Int?)] {
    let steps = LineDifference.steps(
      from: a.blocks.map { $0.content ^ $0.shape }, to: b.blocks.map { $0.content ^ $0.shape })
    var result: [(Int?, Int?)] = []
    var removed: [Int] = []
    var added: [Int] = []
    func flush() {
      result += paired(removed, added, a, b)
      removed = []
      added = []
    }
    for step in steps {
      switch step {
      case .same(let i, let j):
        flush()
        result.append((i, j))
      case .removed(let i): removed.append(i)
      case .added(let j): added.append(j)
      }
    }
    flush()
    return result
  }

  /// Pairs the blocks of one changed place: the same shape and enough words in common, else, where
  /// their numbers are equal, by their order.
  private static func paired(
    _ removed: [Int], _ added: [Int], _ a: LessonBlocks, _ b: LessonBlocks
  ) -> [(Int?, Int?)] {
    let isEven =
      removed.count == added.count
      && zip(removed, added).allSatisfy { a.blocks[$0].kind == b.blocks[$1].kind }
    if isEven { return zip(removed, added).map { ($0, $1) } }
    var result: [(Int?, Int?)] = []
    var rest = removed[...]
    for j in added {
      let found = rest.prefix(200).first { i in
        let (x, y) = (a.blocks[i], b.blocks[j])
        guard x.kind == y.kind else { return false }
        return 2 * x.words.intersection(y.words).count >= min(x.words.count, y.words.count)
          && !x.words.isEmpty
      }
      if let found {
        while let i = rest.first, i < found {
          result.append((i, nil))
          rest.removeFirst()
        }
        rest.removeFirst()
        result.append((found, j))
      } else {
        result.append((nil, j))
      }
    }
    return result + rest.map { ($0, nil) }
  }
}

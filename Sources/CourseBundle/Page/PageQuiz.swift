import CourseModel
import Markdown
import SourceCore

/// A quiz of a page that can be asked: its options and which of them are right.
struct PageQuiz {
  /// The id under which answers are kept: the author's, else the title's, else one made of the
  /// options, which changes only when they do.
  let id: String
  /// The challenge's node and title.
  let challenge: NodeID
  let title: String
  /// The list of options, and the same list in the solution.
  let list: NodeID
  let key: NodeID?
  /// The options in the order of the page.
  let options: [NodeID]
  /// Indices of the right ones.
  let right: [Int]

  /// Whether several options may be chosen.
  var isMultiple: Bool { right.count > 1 }

  /// The quizzes of a page in document order; one without a usable key is no more than a list.
  static func all(of lesson: Lesson) -> [PageQuiz] {
    let found = QuizReader.quizzes(in: lesson)
    if found.isEmpty { return [] }
    let document = lesson.document
    let lists = Dictionary(
      lesson.tasks.map { (document.range($0), $0) }, uniquingKeysWith: { first, _ in first })
    var headings: [Int: Heading] = [:]
    for heading in lesson.headings {
      if let div = heading.div, headings[div] == nil { headings[div] = heading }
    }
    var used: Set<String> = []
    /// The number that the next quiz with an id that is taken tries first.
    var numbers: [String: Int] = [:]
    return found.compactMap { quiz in
      guard let key = quiz.key, quiz.keyHasSameOptions, (2...26).contains(quiz.options.count) else {
        return nil
      }
      let ticked = Set(key.filter(\.isTicked).map(\.text))
      let right = quiz.options.indices.filter { ticked.contains(quiz.options[$0].text) }
      guard !right.isEmpty else { return nil }
      let div = lesson.divs[quiz.challenge]
      let heading = headings[quiz.challenge]
      let wanted =
        document.attributes(div.node)?.id ?? heading.flatMap { lesson.anchor(of: $0.node) }
        ?? Self.digest(quiz.options)
      var id = wanted
      while !used.insert(id).inserted {
        let number = numbers[wanted, default: 2]
        id = "\(wanted)-\(number)"
        numbers[wanted] = number + 1
      }
      return PageQuiz(
        id: id, challenge: div.node, title: heading?.text ?? "", list: quiz.list,
        key: lists[key[0].range].flatMap { document.parent($0) },
        options: Array(document.children(quiz.list)), right: right)
    }
  }

  /// FNV-1a of the options' texts.
  private static func digest(_ options: [Quiz.Option]) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for option in options {
      for byte in option.text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      value = (value ^ 0x0A) &* 0x0000_0100_0000_01B3
    }
    return "q" + String(value, radix: 36)
  }

  /// For each div of a page the challenge around it that asks something.
  static func challenges(around divs: [Div], asked: [PageQuiz]) -> [NodeID?] {
    let asking = Set(asked.map(\.challenge))
    var around: [NodeID?] = []
    for div in divs {
      around.append(asking.contains(div.node) ? div.node : div.parent.flatMap { around[$0] })
    }
    return around
  }
}

import Markdown
import SourceCore

/// Finds the quizzes of a page.
public struct QuizReader {
  private let lesson: Lesson
  private let divs: [NodeID: Int]

  private init(_ lesson: Lesson) {
    self.lesson = lesson
    divs = Dictionary(
      lesson.divs.enumerated().map { ($0.element.node, $0.offset) }, uniquingKeysWith: { a, _ in a }
    )
  }

  /// The quizzes of a page, in document order; a page without a box to tick has none.
  public static func quizzes(in lesson: Lesson) -> [Quiz] {
    lesson.tasks.isEmpty ? [] : QuizReader(lesson).read()
  }

  /// Where a list of boxes stands.
  private struct Place {
    let challenge: Int
    let isKey: Bool
  }

  private func read() -> [Quiz] {
    var questions: [Int: [NodeID]] = [:]
    var keys: [Int: [NodeID]] = [:]
    var last: NodeID?
    for task in lesson.tasks {
      guard let list = lesson.document.parent(task), list != last else { continue }
      last = list
      guard let place = place(of: list) else { continue }
      if place.isKey {
        keys[place.challenge, default: []].append(list)
      } else {
        questions[place.challenge, default: []].append(list)
      }
    }
    return questions.keys.sorted().flatMap { challenge in
      quizzes(challenge, questions[challenge] ?? [], keys[challenge] ?? [])
    }
  }

  /// The challenge that a list belongs to; nil outside challenges, in hints, quotes and options.
  private func place(of list: NodeID) -> Place? {
    let document = lesson.document
    var isKey = false
    var node = document.parent(list)
    while let current = node {
      switch document.kind(current) {
      case .blockQuote, .footnoteDefinition: return nil
      case .listItem where document.task(current) != nil: return nil
      case .div:
        guard let index = divs[current] else { return nil }
        let div = lesson.divs[index]
        if div.classes.contains("challenge") { return Place(challenge: index, isKey: isKey) }
        if div.classes.contains("solution") {
          isKey = true
        } else if div.classes.contains(where: { Self.asides.contains($0) }) {
          return nil
        }
      default: break
      }
      node = document.parent(current)
    }
    return nil
  }

  /// Boxes whose lists are neither question nor key.
  private static let asides: Set<String> = ["hint", "instructor", "spoiler", "checklist"]

  /// Puts each question and its key together: the list with the same options, else, in their order,
  /// those that are left.
  private func quizzes(_ challenge: Int, _ questions: [NodeID], _ keys: [NodeID]) -> [Quiz] {
    let asked = questions.map(options)
    var answers: [[Quiz.Option]?] = keys.map(options)
    // The keys that hold the same options, the last one first.
    var same: [[String]: [Int]] = [:]
    for (i, key) in answers.enumerated().reversed() {
      same[(key ?? []).map(\.text).sorted(), default: []].append(i)
    }
    var matched: [[Quiz.Option]?] = asked.map { options in
      guard let i = same[options.map(\.text).sorted()]?.popLast() else { return nil }
      defer { answers[i] = nil }
      return answers[i]
    }
    var left = answers.compactMap(\.self)[...]
    for i in matched.indices where matched[i] == nil { matched[i] = left.popFirst() }
    return questions.indices.map { i in
      Quiz(challenge: challenge, list: questions[i], options: asked[i], key: matched[i])
    }
  }

  private func options(_ list: NodeID) -> [Quiz.Option] {
    lesson.document.children(list).map(option)
  }

  private func option(_ item: NodeID) -> Quiz.Option {
    let document = lesson.document
    let range = document.range(item)
    let box = document.task(item)
    let first = document.children(item).first { _ in true }
    let content =
      first.map(document.range) ?? ByteRange(box?.range.upper ?? range.lower, range.upper)
    var text = Self.folded(document.plainText(item))
    // An option may be a picture.
    if text.isEmpty { text = Self.folded(lesson.text.string(content)) }
    return Quiz.Option(text: text, box: box, range: range, contentRange: content)
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

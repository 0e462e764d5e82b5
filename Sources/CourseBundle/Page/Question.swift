import CourseModel
import Markdown
import SourceCore

/// A quiz as formats need it that ask it outside of its page.
struct Question {
  let id: String
  let title: String
  /// What is asked, as HTML.
  let stem: [UInt8]
  /// The options, as HTML.
  let options: [[UInt8]]
  /// Indices of the right ones.
  let right: [Int]
  /// What the solution says besides the key, as HTML.
  let feedback: [UInt8]

  var isMultiple: Bool { right.count > 1 }

  /// The questions of a page in document order.
  static func all(of lesson: Lesson, labels: Labels, links: PageLinks) -> [Question] {
    let quizzes = PageQuiz.all(of: lesson)
    if quizzes.isEmpty { return [] }
    var renderer = PageRenderer(lesson, labels: labels, links: links)
    for quiz in quizzes {
      renderer.leftOut.insert(quiz.list)
      if let key = quiz.key { renderer.leftOut.insert(key) }
      let first = NodeID(Int(quiz.challenge.index) + 1)
      if lesson.document.kind(first) == .heading { renderer.leftOut.insert(first) }
    }
    var solutions: [NodeID: [NodeID]] = [:]
    let challenges = PageQuiz.challenges(around: lesson.divs, asked: quizzes)
    for (div, challenge) in zip(lesson.divs, challenges) where div.name == "solution" {
      if let challenge { solutions[challenge, default: []].append(div.node) }
    }
    for div in lesson.divs where asides.contains(div.name) { renderer.leftOut.insert(div.node) }
    var last: PageQuiz?
    return quizzes.map { quiz in
      let start =
        last?.challenge == quiz.challenge
        ? lesson.document.end(last!.list) : NodeID(Int(quiz.challenge.index) + 1)
      last = quiz
      return Question(
        id: quiz.id, title: quiz.title, stem: renderer.piece { $0.render(start, to: quiz.list) },
        options: quiz.options.map { option in renderer.piece { $0.optionText(option) } },
        right: quiz.right,
        feedback: renderer.piece { renderer in
          for node in solutions[quiz.challenge] ?? [] { renderer.renderChildren(of: node) }
        })
    }
  }

  private static let asides: Set<String> = ["hint", "instructor", "solution", "spoiler"]
}

extension PageRenderer {
  /// What `write` writes, alone.
  fileprivate mutating func piece(_ write: (inout PageRenderer) -> Void) -> [UInt8] {
    let before = html
    html = HTMLWriter()
    write(&self)
    defer { html = before }
    return html.bytes
  }
}

import Markdown
import SourceCore

extension PageRenderer {
  /// Writes a list of options as the format asks questions.
  mutating func quiz(_ quiz: PageQuiz) {
    switch raw.links.style.quizzes {
    case .forms: form(quiz)
    case .lists: options(quiz)
    case .apart:
      html.element(
        "p", ["lang": labelLanguage], text: labels.interactive.quizApart)
      html.newline()
    }
  }

  /// A form that works by keyboard and says what it does; without script it is a list of options
  /// above its solution.
  private mutating func form(_ quiz: PageQuiz) {
    quizCount += 1
    let name = "\(PageIDs.prefix)quiz-\(quizCount)"
    let texts = labels.interactive
    html.open(
      "form",
      [
        "class": "quiz", "id": name, "data-question": quiz.id,
        "data-right": quiz.right.map { Self.letter($0) }.joined(separator: ","),
        "data-correct": texts.correct, "data-wrong": texts.wrong, "data-none": texts.chooseFirst,
      ])
    html.literal("\n<fieldset>\n")
    html.element(
      "legend", ["lang": labelLanguage],
      text: quiz.isMultiple ? texts.chooseSeveral : texts.chooseOne)
    html.newline()
    for (index, option) in quiz.options.enumerated() {
      let letter = Self.letter(index)
      html.open("div", ["class": "option"])
      html.open(
        "input",
        [
          "type": quiz.isMultiple ? "checkbox" : "radio", "name": name, "value": letter,
          "id": "\(name)-\(letter)",
        ])
      html.literal(" ")
      content(of: option, label: "\(name)-\(letter)")
      html.close("div")
      html.newline()
    }
    html.literal("</fieldset>\n")
    html.open("p", ["class": "actions", "lang": labelLanguage])
    html.element("button", ["type": "submit", "hidden": ""], text: texts.check)
    html.literal(" ")
    html.element("span", ["class": "verdict", "role": "status"], text: "")
    html.literal("</p>\n</form>\n")
  }

  /// An option's first paragraph as the label of its box, the rest below.
  private mutating func content(of option: NodeID, label: String) {
    let children = Array(document.children(option))
    guard let first = children.first, document.kind(first) == .paragraph else {
      html.element("label", ["for": label], text: document.plainText(option))
      renderChildren(of: option)
      return
    }
    html.open("label", ["for": label])
    renderChildren(of: first)
    html.close("label")
    if children.count > 1 { render(children[1], to: document.end(option)) }
  }

  /// The options with letters.
  private mutating func options(_ quiz: PageQuiz) {
    html.open("ol", ["class": "options", "type": "A"])
    html.newline()
    for option in quiz.options {
      html.open("li")
      optionText(option)
      html.close("li")
      html.newline()
    }
    html.close("ol")
    html.newline()
  }

  /// What an option says, without its box.
  mutating func optionText(_ option: NodeID) {
    let children = Array(document.children(option))
    if let first = children.first, document.kind(first) == .paragraph {
      renderChildren(of: first)
      if children.count > 1 { render(children[1], to: document.end(option)) }
    } else {
      renderChildren(of: option)
    }
  }

  /// `a` for the first option.
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: min(index, 25))))
  }
}

import CourseModel
import Framework
import SourceCore

/// Flags an objective that does not start with a verb one can observe.
struct MeasurableVerb: LessonRule {
  static let info = RuleInfo(
    id: "objectives/verb",
    summary: "An objective starts with something that nobody can observe.",
    why: """
      "Understand weighting" cannot be tested, so neither learner nor office knows whether the \
      lesson worked, and no exercise follows from it. "Compute the weights of a stratified \
      sample" says what to practise and what to ask.
      """,
    severity: .note,
    source: "Anderson and Krathwohl, A Taxonomy for Learning, Teaching, and Assessing (2001)")

  static let examples: [Example] = [
    .good("::::: objectives\n\n- Compute the weights of a stratified sample.\n\n:::::\n"),
    .good("::::: objectives\n\n- You will be able to **explain** a weight.\n\n:::::\n"),
    .good(
      "::::: objectives\n\n- Calculer les poids d'un échantillon stratifié.\n\n:::::\n",
      language: "fr"),
    .good("::::: objectives\n\n- Calcular los pesos de una muestra.\n\n:::::\n", language: "es"),
    .bad("::::: objectives\n\n- ⟦Understand⟧ weighting.\n- Compute a weight.\n\n:::::\n"),
    .bad("---\ntitle: Weights\nobjectives:\n  - ⟦Learn about⟧ weights\n---\n"),
    .bad("::::: objectives\n\n- ⟦Comprendre⟧ la pondération.\n\n:::::\n", language: "fr"),
    .bad("::::: objectives\n\n* ⟦Conocer⟧ los pesos.\n\n:::::\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard !lesson.objectives.isEmpty,
      let verbs = context.framework.verbs(language: lesson.language)
    else { return }
    for objective in lesson.objectives {
      guard let opening = verbs.opening(of: objective.text) else { continue }
      report(
        Finding(
          range(of: opening, in: objective, lesson), message(opening), help: help(opening),
          notes: []))
    }
  }

  private func message(_ opening: VerbList.Opening) -> String {
    switch opening.kind {
    case .verb: "`\(opening.phrase)` names nothing that one can observe"
    case .padding: "`\(opening.phrase)` says nothing about what a learner does"
    case .topic: "`\(opening.phrase)` names a subject, not what a learner does"
    }
  }

  private func help(_ opening: VerbList.Opening) -> String {
    if let verb = opening.verbBehind { return "start with `\(verb)`" }
    let choices = opening.alternatives.map { alternative in
      "\(Wording.list(alternative.verbs, joinedBy: "or")) (\(alternative.level.rawValue))"
    }
    guard !choices.isEmpty else {
      return "start with a verb that says what a learner does to show it"
    }
    return "say what a learner does to show it: \(choices.joined(separator: ", or "))"
  }

  /// The words where they are written: markup may stand between the objective's start and them.
  private func range(of opening: VerbList.Opening, in objective: Objective, _ lesson: Lesson)
    -> ByteRange
  {
    let words = Array(Array(objective.text.utf8)[opening.range])
    let bytes = lesson.text.bytes
    var i = objective.range.start
    while i + words.count <= objective.range.end {
      if bytes[i..<i + words.count].elementsEqual(words),
        Words.stand(alone: i..<i + words.count, in: bytes)
      {
        return ByteRange(i, i + words.count)
      }
      i += 1
    }
    return objective.range
  }
}

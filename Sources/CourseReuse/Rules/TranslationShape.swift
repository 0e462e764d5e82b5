import CourseModel
import SourceCore

/// Flags a translation that lacks, or changed, what is the same in every language.
struct TranslationShape: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/translation-structure",
    summary: "A translated lesson differs from its source in more than its language.",
    why: """
      Sections, exercises, ids, programs and the answers of questions belong to the lesson, not to its \
      language: whoever learns in another one must meet the same, and links must lead to the same \
      places. Comments, texts inside programs and pictures may be translated, and a translation may \
      say more than its source.
      """, severity: .warning, scope: .academy, source: "Course format 1, reuse")

  private static let french = TranslationExamples.french

  static let examples: [Example] = [
    TranslationExamples.example(french),
    TranslationExamples.example(french + "\n## En plus\n\nUne section de notre institut.\n"),
    TranslationExamples.example(
      french.replacing("un commit,", with: "un commit ![schéma](fr.svg),")),
    TranslationExamples.example(
      french.replacing(
        "```bash\ngit switch -c \"prix\" # un nom\n```",
        with: "⟦```bash\ngit switch \"prix\" # un nom\n```⟧"),
      isBad: true),
    TranslationExamples.example(
      french.replacing(" {#make}", with: ""), isBad: true, isWhole: true),
    TranslationExamples.example(
      french.replacing("- [ ] un commit\n- [x] un nom", with: "- [x] un commit\n- [ ] un nom")
        .replacing("- [x] un commit", with: "⟦- [x] un commit⟧"), isBad: true),
    TranslationExamples.example(
      "Une branche est un nom pour un commit.\n\n## En créer une {#make}\n\n"
        + "::: challenge\n\nLaquelle ?\n\n- [ ] un commit\n- [x] un nom\n\n:::\n",
      isBad: true, isWhole: true),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        guard let translation = lesson.translation, let own = lesson.own, let path = lesson.ownPath,
          let release = lesson.release
        else { continue }
        let source = "`\(reuse.declaration.course)` \(release.version)"
        let name = "lesson `\(lesson.pair.own)`"
        for problem in translation.structure {
          switch problem {
          case .missing(let parts):
            report(
              ReuseFinding(
                path, nil, "\(name) lacks what \(source) has: \(WordList.joined(parts, limit: 4))",
                help: "translate it too, or reuse the lesson as adapted and say what was left out",
                notes: parts.count > 4 ? parts : []))
          case .ids(let ids):
            report(
              ReuseFinding(
                path, nil, "\(name) lacks the ids \(WordList.quoted(ids)) of \(source)",
                help: "write them as in the source, so that links lead to the same places in every "
                  + "language"))
          case .program(let range, let line):
            report(
              ReuseFinding(
                path, own.place(range),
                "this program differs from that of \(source), line \(line), in more than comments "
                  + "and texts", help: "take the source's program again, and translate only those"))
          case .quiz(let range, let fact):
            report(
              ReuseFinding(
                path, range.map { own.place($0) }, "in \(name), \(fact) (\(source))",
                help: "ask the same questions in the same order, with the same answers"))
          }
        }
      }
    }
  }
}

import CourseModel
import SourceCore

/// Flags a translation that is in the language of its source.
struct TranslationLanguage: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/translation-language", summary: "A translated lesson is in its source's language.",
    why: "A reader is promised another language; a copy that was not translated yet is verbatim.",
    severity: .error, followsLifecycle: true, scope: .academy, source: "Course format 1, reuse")

  private static let long = String(
    repeating: """
      The branch that you made is the one that you are on, and all of the changes that you make are
      kept there until you are done with them and they have been read by the others of the team.


      """, count: 8)

  static let examples: [Example] = [
    TranslationExamples.example(TranslationExamples.french),
    TranslationExamples.example(
      TranslationExamples.source, of: TranslationExamples.source, language: "en-GB"),
    TranslationExamples.example(TranslationExamples.french, language: "fr-CH"),
    TranslationExamples.example(
      TranslationExamples.french, language: "en", lessons: "[⟦branching⟧]", isBad: true),
    TranslationExamples.example(
      "---\nlang: en\n---\n" + TranslationExamples.french, lessons: "[⟦branching⟧]", isBad: true),
    TranslationExamples.example(long, of: long, lessons: "[⟦branching⟧]", isBad: true),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        guard let problem = lesson.translation?.language else { continue }
        let name = "lesson `\(lesson.pair.own)` is reused as translated"
        switch problem {
        case .stated(let tag):
          report(
            .inManifest(
              of: facts.course, lesson.pair.range,
              "\(name), and both it and its source say that they are in `\(tag)`",
              help: "say the right `language`, or reuse the lesson as verbatim or adapted"))
        case .spoken(let tag):
          report(
            .inManifest(
              of: facts.course, lesson.pair.range,
              "\(name), and its words are those of its source's language, `\(tag)`",
              help: "translate it, or reuse it as verbatim until then"))
        }
      }
    }
  }
}

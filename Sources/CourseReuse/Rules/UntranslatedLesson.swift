import CourseModel
import SourceCore

/// Lists the lessons that the translation of a whole course lacks.
struct UntranslatedLesson: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/untranslated", summary: "The translation of a course lacks lessons.",
    why:
      "A course that says `translation_of` promises all of it; this is what is still to be done.",
    severity: .note, scope: .academy, source: "Course format 1, reuse")

  private static let second = Example.File("basics/episodes/03-merging.md", "Merge it.\n")
  private static let one = [
    Example.Commit([TranslationExamples.basics, ExampleCourses.branching])
  ]
  private static let two = [
    Example.Commit([TranslationExamples.basics, ExampleCourses.branching, second])
  ]
  private static let whole = "translation_of: office-a/git-basics\n"

  private static func files(_ more: String, isBad: Bool) -> [Example.File] {
    [
      TranslationExamples.basics,
      TranslationExamples.north(
        "fr", more: more, course: isBad ? "⟦office-a/git-basics⟧" : "office-a/git-basics"),
      ExampleCourses.copy("Une branche.\n"),
    ]
  }

  static let examples: [Example] = [
    .good(files: files(whole, isBad: false), history: one),
    .good(files: files("", isBad: false), history: two),
    .good(files: files("translation_of: office-a/other\n", isBad: false), history: two),
    .bad(files: files(whole, isBad: true), history: two),
    .bad(
      files: files("translation_of: {course: office-a/git-basics}\n", isBad: true), history: two),
    .bad(
      files: files(whole, isBad: true),
      history: [.init(two[0].files + [.init("basics/episodes/04-tags.md", "Tag it.\n")])]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for lacking in facts.network.untranslated {
      let count = lacking.lessons.count
      report(
        .inManifest(
          of: facts.course, lacking.declaration.courseRange,
          "\(count) lesson\(count == 1 ? "" : "s") of `\(lacking.declaration.course)` "
            + "\(lacking.version) \(count == 1 ? "is" : "are") not translated yet: "
            + WordList.joined(lacking.lessons),
          help: "`academy reuse add \(lacking.declaration.course)#\(lacking.lessons[0]) --as "
            + "translated` brings one to translate"))
    }
  }
}

import CourseModel
import SourceCore

/// Shows what of a translation's source changed since it was checked.
struct StaleTranslation: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/translation-stale", summary: "A translated paragraph is behind its source.",
    why: """
      What counts is the content, not the date: a paragraph is behind where its source was changed \
      after the translation was last held against it, and not where only a neighbour was.
      """, severity: .warning, scope: .academy, source: "Course format 1, reuse")

  private static func example(_ now: String, _ text: String, isBad: Bool, checked: Int? = 1)
    -> Example
  {
    let files = [
      basics("1.1.0"), TranslationExamples.north("fr"), ExampleCourses.copy(text),
      ExampleCourses.lock(
        "1.1.0", commit: 2, kind: "translated",
        checked: checked.map { ExampleCourses.checked(commit: $0) }),
    ]
    let history = [
      Example.Commit([basics("1.0.0"), lesson("A branch is a name.\n\nMake one.\n")]),
      Example.Commit([basics("1.1.0"), lesson(now)]),
    ]
    return isBad ? .bad(files: files, history: history) : .good(files: files, history: history)
  }

  private static func basics(_ version: String) -> Example.File { ExampleCourses.basics(version) }
  private static func lesson(_ text: String) -> Example.File {
    .init("basics/episodes/02-branching.md", text)
  }

  static let examples: [Example] = [
    example("A branch is a name.\n\nMake one.\n", "Un nom.\n\nCréez-en une.\n", isBad: false),
    example(
      "A branch\nis a name.\n\nMake one.\n", "Un nom.\n\nCréez-en une.\n", isBad: false),
    example(
      "A branch is a name.\n\nMake two.\n", "Un nom.\n\nCréez-en deux.\n", isBad: false,
      checked: 2),
    example("A branch is a name.\n\nMake two.\n", "Un nom.\n\n⟦Créez-en une.⟧\n", isBad: true),
    example("A branch is a label.\n\nMake one.\n", "⟦Un nom.⟧\n\nCréez-en une.\n", isBad: true),
    example("A branch is a name.\n", "Un nom.\n\n⟦Créez-en une.⟧\n", isBad: true),
  ]

  /// Longer paragraphs are cut; `academy reuse diff` shows them in full.
  private static let limit = 400

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        guard let translation = lesson.translation, let own = lesson.own, let path = lesson.ownPath,
          let release = lesson.release
        else { continue }
        let source = "`\(reuse.declaration.course)` \(release.version)"
        for stale in translation.stale {
          let paragraph = stale.paragraph
          report(
            ReuseFinding(
              path, paragraph.range.map { own.place($0) },
              message(paragraph, stale.version.map { "\($0)" }, source),
              help: paragraph.after == nil
                ? "take the paragraph out here too"
                : "translate the change; if the text may stay as it is, run `academy reuse mark "
                  + "\(lesson.pair.own) --unchanged`",
              notes: [
                paragraph.before.map { "- " + Self.cut($0) },
                paragraph.after.map { "+ " + Self.cut($0) },
              ].compactMap(\.self)))
        }
        if !translation.unread.isEmpty {
          report(
            ReuseFinding(
              path, nil,
              "nobody can say which paragraphs of lesson `\(lesson.pair.own)` are behind \(source): "
                + "the source it was checked against, blob "
                + "\(translation.unread.map(\.short).joined(separator: ", ")), is not at hand",
              help:
                "fetch the upstream repository in full; or read the lesson against \(source) and "
                + "run `academy reuse mark \(lesson.pair.own) --unchanged`"))
        }
      }
    }
  }

  private func message(_ paragraph: PendingParagraph, _ version: String?, _ source: String)
    -> String
  {
    let since = version.map { "since \($0)" } ?? "since it was last checked"
    let line = paragraph.line.map { ", line \($0)" } ?? ""
    if paragraph.before == nil { return "\(source)\(line), has a new paragraph \(since)" }
    if paragraph.after == nil { return "\(source) has dropped this paragraph \(since)" }
    return paragraph.range == nil
      ? "\(source)\(line), has changed a paragraph \(since) that is missing here"
      : "\(source)\(line), has changed this paragraph \(since)"
  }

  private static func cut(_ text: String) -> String {
    text.count > limit ? text.prefix(limit) + "…" : text
  }
}

import CourseModel

/// The text of a new lesson, with a mark (`FIXME`) wherever its author has to say something.
struct LessonTemplate {
  /// The lesson's title.
  let title: String
  /// Primary language of the course.
  let language: String
  /// How the course's files are laid out.
  let layout: CourseLayout
  /// Minutes for teaching.
  var teaching = 10
  /// Minutes for exercises.
  var exercises = 5

  /// The ending of the lesson's file, where no other lesson gives one.
  var fileEnding: String { layout == .quarto ? "qmd" : "md" }

  /// The lesson.
  var text: String {
    let words = TemplateWords.of(language)
    switch layout {
    case .workbench: return inBoxes(words)
    case .jekyll: return inFrontMatter(words)
    case .quarto, .myst, .hugo:
      return Self.front([titleLine]) + Self.blocks(underHeadings(words))
    case .mdbook, .plain: return Self.blocks(["# \(title)"] + underHeadings(words))
    }
  }

  private var titleLine: String { "title: \(ManifestDraft.scalar(title))" }
  private var timeLines: [String] { ["teaching: \(teaching)", "exercises: \(exercises)"] }

  /// As the Workbench has it: sections and exercises are boxes.
  private func inBoxes(_ words: TemplateWords) -> String {
    func box(_ name: String, _ blocks: [String]) -> [String] {
      [":::::: \(name)"] + blocks + ["::::::"]
    }
    let solution = ["::: solution", words.answer, ":::"]
    return Self.front([titleLine] + timeLines)
      + Self.blocks(
        box("questions", ["- " + words.question]) + box("objectives", ["- " + words.objective])
          + ["## \(words.section)", words.sectionText]
          + box("challenge", ["### \(words.exercise)", words.task] + solution)
          + box("keypoints", ["- " + words.keyPoint]))
  }

  /// As the Carpentries' older template has it: sections stand in the front matter, exercises are
  /// quotes.
  private func inFrontMatter(_ words: TemplateWords) -> String {
    let sections = [
      ("questions", words.question), ("objectives", words.objective), ("keypoints", words.keyPoint),
    ].flatMap { ["\($0.0):", "- \(ManifestDraft.scalar($0.1))"] }
    let challenge = [
      "> ## \(words.exercise)", ">", "> \(words.task)", ">", "> > \(words.answer)",
      "> {: .solution}", "{: .challenge}",
    ].joined(separator: "\n")
    return Self.front([titleLine] + timeLines + sections)
      + Self.blocks(["## \(words.section)", words.sectionText, challenge])
  }

  private func underHeadings(_ words: TemplateWords) -> [String] {
    [
      "## \(words.objectivesHeading)", "- " + words.objective, "## \(words.section)",
      words.sectionText, "## \(words.exercise)", words.task, "## \(words.keyPointsHeading)",
      "- " + words.keyPoint,
    ]
  }

  private static func front(_ lines: [String]) -> String {
    "---\n" + lines.map { $0 + "\n" }.joined() + "---\n\n"
  }

  private static func blocks(_ blocks: [String]) -> String {
    blocks.joined(separator: "\n\n") + "\n"
  }
}

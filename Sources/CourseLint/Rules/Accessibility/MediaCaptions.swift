import CourseModel
import Markdown
import SourceCore

/// Flags a recording that nothing on the page puts into words.
struct MediaCaptions: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/media-captions",
    summary: "A video or a sound recording has neither captions nor a transcript.",
    why: """
      Deaf learners, people in an open-plan office and those who read the language better than \
      they hear it get nothing of it. A page that speaks of a transcript, captions or subtitles \
      is believed; videos of other sites have captions of their own.
      """,
    severity: .warning,
    source:
      "WCAG 2.2, success criteria 1.2.1 and 1.2.2 (https://www.w3.org/TR/WCAG22/#captions-prerecorded)"
  )

  static let examples: [Example] = [
    .good(
      "<video controls src=\"index.mp4\"><track kind=\"captions\" src=\"index.vtt\" srclang=\"en\"></video>\n"
    ),
    .good("<video src=\"wave.webm\" autoplay loop muted></video>\n"),
    .good(
      "<audio controls src=\"entretien.mp3\"></audio>\n\n[Transcription](entretien.md)\n",
      language: "fr"),
    .good(
      "<video controls src=\"censo.mp4\"></video>\n\nCon subtítulos en español.\n", language: "es"),
    .bad("⟦<video controls src=\"index.mp4\">⟧</video>\n\nThe video shows how an index is made.\n"),
    .bad("⟦<audio controls>⟧<source src=\"entretien.mp3\"></audio>\n", language: "fr"),
    .bad("Mire ⟦![El censo](censo.mp4)⟧.\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    // A track of captions or subtitles holds one of the words, too.
    lazy var isPutIntoWords = Self.words.isAnywhere(in: lesson.text.bytes)
    for tag in lesson.tags where !tag.isClosing && (tag.name == "video" || tag.name == "audio") {
      if tag.name == "video", tag.value("muted") != nil { continue }
      if isPutIntoWords { break }
      report(finding(tag.range, isFilm: tag.name == "video"))
    }
    for image in lesson.images {
      guard case .local(let path, _) = image.target,
        let name = path.split(separator: "/").last,
        AssetName.kind(RepoPath.root.appending(name).fileExtension) == .recording,
        !isPutIntoWords
      else { continue }
      report(finding(image.range, isFilm: true))
    }
  }

  private func finding(_ range: ByteRange, isFilm: Bool) -> Finding {
    Finding(
      range, "the \(isFilm ? "video has no captions" : "recording has no transcript")",
      help: isFilm
        ? "add `<track kind=\"captions\" src=\"….vtt\" srclang=\"…\">`, or a transcript below it"
        : "add a transcript below it, or link to one")
  }

  private static let words = MarkSearch([
    "caption", "captioned", "captions", "desgrabación", "sous-titre", "sous-titres",
    "sous-titrée", "sous-titré", "subtitle", "subtitled", "subtitles", "subtítulo", "subtítulos",
    "subtitulado", "transcribed", "transcripción", "transcript", "transcription", "transcrit",
    "transcrito", "transkript", "untertitel",
  ])
}

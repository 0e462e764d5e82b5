import CourseModel
import SourceCore

/// Tells a translation that is in the language of its source.
enum TranslationLanguageCheck {
  enum Problem: Hashable {
    /// Both files say the same language.
    case stated(String)
    /// The words of both are evidently in one language, whatever the files say.
    case spoken(String)
  }

  static func problem(
    _ copy: Lesson, _ course: Course, _ source: Lesson, _ upstream: Course
  ) -> Problem? {
    let mine = copy.frontMatter.language ?? course.metadata.language?.value
    let theirs = source.frontMatter.language ?? upstream.metadata.language?.value
    if let mine, let theirs, asciiLowercased(mine) == asciiLowercased(theirs) {
      return .stated(mine)
    }
    // Between two variants of one language (pt-BR, pt-PT) the words cannot tell.
    if let mine, let theirs, primary(mine) == primary(theirs) { return nil }
    if let spoken = SpokenLanguage.of(copy), spoken == SpokenLanguage.of(source) {
      return .spoken(spoken)
    }
    return nil
  }

  private static func primary(_ tag: String) -> String {
    asciiLowercased(tag.prefix { $0 != "-" })
  }
}

import CourseLint
import CourseModel
import Markdown
import MarkdownLint
import SourceCore

/// What keeps the fixes of a tree's pages from changing what they say.
struct PageGuards {
  private var dialects: [RepoPath: Dialect] = [:]

  /// Looks at which pages there are in the courses that a path means.
  init(_ target: Target, _ choices: LintChoices) throws {
    let settings = try TreeCheck(target, choices).checker.settings
    for loaded in target.tree.courses(focus: target.focus, limit: choices.limit) {
      let parser = LessonParser(loaded.course)
      for page in loaded.course.pages {
        let path = loaded.course.folder.appending(page.path)
        dialects[path] =
          settings.dialect(at: path).flatMap(Dialect.init) ?? parser.dialect(of: page.path)
      }
    }
  }

  /// The guard of a file; nil for what is no page.
  subscript(path: RepoPath) -> PageGuard? {
    dialects[path].map { PageGuard(path, dialect: $0) }
  }
}

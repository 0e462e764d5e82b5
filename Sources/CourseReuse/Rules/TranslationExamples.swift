import SourceCore

/// Examples about translations: an English course and its copy in French.
enum TranslationExamples {
  /// A lesson with all that has to hold in every language.
  static let source = """
    A branch is a name for a commit, and it is cheap.

    ## Make one {#make}

    ```bash
    git switch -c "prices" # a name
    ```

    ::: challenge

    Which is a branch?

    - [ ] a commit
    - [x] a name

    :::

    """
  /// The same in French.
  static let french = """
    Une branche est un nom pour un commit, et elle ne coûte rien.

    ## En créer une {#make}

    ```bash
    git switch -c "prix" # un nom
    ```

    ::: challenge

    Laquelle est une branche ?

    - [ ] un commit
    - [x] un nom

    :::

    """

  /// The French office's course with this lesson; the release's text, where it is not `source`.
  static func example(
    _ text: String, of original: String = source, language: String = "fr",
    lessons: String = "[branching]", isBad: Bool = false, isWhole: Bool = false
  ) -> Example {
    let history = [
      Example.Commit([basics, .init("basics/episodes/02-branching.md", original)])
    ]
    let files = [basics, north(language, lessons: lessons), ExampleCourses.copy(text)]
    if !isBad { return .good(files: files, history: history) }
    return .bad(
      files: files, history: history,
      wholeFiles: isWhole ? ["north/episodes/01-branching.md"] : [])
  }

  /// The manifest of the source.
  static let basics = Example.File(
    "basics/course.yml", ExampleCourses.basics("1.0.0").text + "language: en\n")

  /// The manifest of the translation.
  static func north(
    _ language: String, version: String = "^1.0", lessons: String = "[branching]",
    more: String = "", course: String = "office-a/git-basics"
  ) -> Example.File {
    let file = ExampleCourses.north(
      course: course, version: version, kind: "translated", lessons: lessons)
    return .init(file.path, file.text + "language: \(language)\n" + more)
  }
}

/// How a course's files are laid out.
public enum CourseLayout: String, Sendable, Hashable, CaseIterable {
  /// The Carpentries Workbench: `episodes/`, `learners/`, `instructors/`, `profiles/`.
  case workbench
  /// Any folder of `.md`, `.qmd` and `.Rmd` files.
  case plain
}

import CourseModel
import SourceCore

/// Flags a page that is a symbolic link or a submodule.
struct LinkedPage: InputRule {
  static let info = RuleInfo(
    id: "source/symlink",
    summary: "A page is a symbolic link or a submodule.",
    why: """
      Links are never followed, so that no course can reach the files of the machine that checks \
      or bundles it. On Windows a symbolic link is checked out as a text file that holds a path.
      """,
    severity: .error, source: "CWE-59: Improper Link Resolution Before File Access")

  static let examples: [Example] = [
    .good("## Weights\n\nAn ordinary file.\n"),
    .good("## Poids\n\nUn fichier ordinaire.\n", language: "fr"),
    .good(files: [
      .init("config.yaml", "title: Pesos\nlang: es\n"),
      .init("episodes/01-pesos.md", "Texto.\n"),
      .init("latest", "episodes", as: .symlink),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Weights\n"),
        .init("episodes/01-why.md", "Text.\n"),
        .init("episodes/02-weights.md", "/etc/passwd", as: .symlink),
      ], wholeFiles: ["episodes/02-weights.md"]),
    .bad(
      files: [
        .init("config.yaml", "title: Poids\nlang: fr\n"),
        .init("episodes/01-poids.md", "Texte.\n"),
        .init("index.md", "README.md", as: .symlink),
      ], wholeFiles: ["index.md"]),
    .bad(
      files: [
        .init("config.yaml", "title: Pesos\nlang: es\n"),
        .init("episodes/01-pesos.md", "Texto.\n"),
        .init("episodes/02-otro.md", "", as: .submodule),
      ], wholeFiles: ["episodes/02-otro.md"]),
  ]

  func check(_ input: PageInput) -> Finding? {
    switch input.page.entry.kind {
    case .file, .executable: nil
    case .symlink:
      Finding(
        nil, "the page is a symbolic link, which is not followed",
        help: "replace it by a copy of the file it leads to")
    case .submodule:
      Finding(
        nil, "the page is a submodule, which is not followed",
        help: "put the file itself into the course")
    }
  }
}

import CourseModel
import Identifiers
import SourceCore

/// Flags a cross-reference of MyST or Quarto to a label or page that the course does not have.
struct BrokenReference: CourseRule {
  static let info = RuleInfo(
    id: "dialect/cross-reference",
    summary: "A cross-reference leads to a label or page that is not there.",
    why: "The site shows `??`, or the label itself, where a number or title should be.",
    severity: .error, followsLifecycle: true, scope: .course,
    source: "MyST Markdown, Cross-references; Quarto, Cross References")

  static let examples: [Example] = [
    .good(files: MystExample.files("(weights)=\n## Weights\n\nSee {ref}`weights`.\n")),
    .good(
      files: QuartoExample.files("![Prix](a.png){#fig-prix}\n\nVoir @fig-prix.\n"),
      language: "fr"),
    .good(files: QuartoExample.files("Según @perez2020 y `@fig-a`.\n"), language: "es"),
    .bad(files: MystExample.files("(weights)=\n## Weights\n\nSee {ref}`⟦weigths⟧`.\n")),
    .bad(
      files: QuartoExample.files("![Prix](a.png){#fig-prix}\n\nVoir ⟦@fig-prise⟧.\n"),
      language: "fr"),
    .bad(files: MystExample.files("Véase {doc}`⟦otra⟧`.\n"), language: "es"),
  ]

  static let reads: FactParts = [.references, .anchors]

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    guard course.pages.contains(where: { !$0.references.isEmpty }) else { return }
    var labels: Set<String> = []
    for page in course.pages {
      // Labels of Sphinx do not know capitals.
      for name in page.anchors.names { labels.insert(asciiLowercased(name)) }
    }
    lazy var index = NearMatch.Index(labels.sorted())
    for page in course.pages {
      lazy var names = MeantNames(index)
      for reference in page.references {
        let name = reference.target.name
        switch reference.target.kind {
        case .label:
          if labels.contains(asciiLowercased(name)) { continue }
          let near = names.meant(by: name)
          report(
            CourseFinding(
              page.path, reference.place,
              Finding(
                nil, "nothing in the course has the label `\(Wording.short(name))`",
                help: near.map { "write `\($0)`, if that is what is meant" }
                  ?? "give what is meant this label, or correct the reference")))
        case .page:
          if Self.exists(name, from: page.path, in: course.course) { continue }
          report(
            CourseFinding(
              page.path, reference.place,
              Finding(
                nil, "the course has no page `\(Wording.short(name))`",
                help: "write the page's path from here, or from `/`, without its ending")))
        }
      }
    }
  }

  private static func exists(_ name: String, from page: RepoPath, in course: Course) -> Bool {
    let isAbsolute = name.utf8.first == UInt8(ascii: "/")
    let base = isAbsolute ? course.content : page.parent
    guard let path = base.resolving(String(isAbsolute ? name.dropFirst() : name[...])) else {
      return false
    }
    if course.entry(at: path) != nil { return true }
    return ["md", "ipynb", "rst", "txt", "qmd"].contains {
      course.entry(at: path.parent.appending(path.name + "." + $0)) != nil
    }
  }
}

import CourseModel
import SourceCore

/// Flags a link to an editor or a preview, which only its author can open.
struct EditorLink: LessonRule {
  static let info = RuleInfo(
    id: "links/editor-link",
    summary: "A link leads to an editor or to a preview on the author's machine.",
    why: """
      The address was copied from the browser while writing. Learners get a page that asks them to \
      sign in, a form that offers to change the text, or an error.
      """,
    severity: .note, source: "GitHub, GitLab and Google documentation of their addresses")

  static let examples: [Example] = [
    .good("See [the code](https://github.com/unece/course/blob/main/index.R).\n"),
    .good("Run it:\n\n```bash\npython -m http.server 8000\n```\n\nOpen <http://localhost:8000>.\n"),
    .good(
      "Remplissez [le tableau](https://docs.google.com/spreadsheets/d/1a/view).\n", language: "fr"),
    .good("Lea [cómo editar](https://docs.github.com/es/edit/archivos).\n", language: "es"),
    .bad("See [the code](⟦https://github.com/unece/course/edit/main/index.R⟧).\n"),
    .bad(
      "Voir [l'exercice](⟦https://gitlab.com/insee/cours/-/edit/main/ex.md⟧).\n", language: "fr"),
    .bad(
      "Vea [la tabla](⟦https://docs.google.com/spreadsheets/d/1a/edit#gid=0⟧).\n", language: "es"),
    .bad("See [the next page](⟦http://localhost:4321/weights.html⟧).\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    lazy var isServerTaught = LocalServer.isTaught(in: lesson)
    for link in lesson.outside where !link.isImage {
      let host = link.address.hostName
      if HostName(host).inside == .machine {
        if isServerTaught { continue }
        report(
          Finding(
            link.written, "`\(Wording.short(host))` is the machine of whoever reads the page",
            help: "link to the published page, or say how to start what answers there",
            notes: link.notes(context)))
        continue
      }
      guard
        Self.editors.contains(where: { HostName.lies(host, in: $0) })
          || host.utf8.starts(with: "gitlab.".utf8)
      else { continue }
      let path = link.address.pathText(in: link.addressBytes(in: lesson))
      guard let (what, help) = Self.editor(host, path) else { continue }
      report(
        Finding(
          link.written, "the link opens \(what)", help: help, notes: link.notes(context)))
    }
  }

  private static let editors = [
    "docs.google.com", "github.com", "github.dev", "gitlab.com", "hackmd.io", "overleaf.com",
    "vscode.dev",
  ]

  private static func editor(_ host: String, _ path: String) -> (what: String, help: String)? {
    let plain = path.prefix { $0 != "?" && $0 != "#" }
    let parts = plain.split(separator: "/")
    switch host {
    case "github.dev", "vscode.dev":
      return parts.isEmpty
        ? nil : ("an editor in the browser", "link to the page on GitHub or GitLab instead")
    case "github.com":
      guard parts.count > 3, parts[2] == "edit" else { return nil }
      return ("GitHub's editor", "write `/blob/` for `/edit/`")
    case "docs.google.com":
      guard parts.last == "edit" else { return nil }
      return (
        "Google's editor",
        "share it for reading and write `/preview` for `/edit`, or add the file to the course"
      )
    case "hackmd.io":
      guard path.contains("?edit") || path.contains("?both") else { return nil }
      return ("HackMD's editor", "write `?view`, or publish the page")
    case "www.overleaf.com", "overleaf.com":
      guard parts.first == "project" else { return nil }
      return ("an Overleaf project, which only its members see", "write the link for reading")
    default:
      guard let dash = parts.firstIndex(of: "-"), dash + 1 < parts.count,
        ["edit", "ide"].contains(parts[dash + 1])
      else { return nil }
      return ("GitLab's editor", "write `/-/blob/` for `/-/\(parts[dash + 1])/`")
    }
  }
}

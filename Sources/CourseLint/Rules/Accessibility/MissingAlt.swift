import CourseModel
import Markdown
import SourceCore

/// Flags an image that a screen reader can say nothing about.
struct MissingAlt: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/alt", alias: "MD045",
    summary: "An image has no alternative text.",
    why: """
      A learner who cannot see the picture, or whose connection does not load it, learns nothing \
      from it. Screen readers fall back to reading out the file's name.
      """,
    severity: .error,
    source: "WCAG 2.2, success criterion 1.1.1 (https://www.w3.org/TR/WCAG22/#non-text-content)")

  static let examples: [Example] = [
    .good(
      "![Population pyramid of 2024: the cohorts aged 55 to 60 are the largest](fig/age.png)\n"),
    .good("![](fig/age.png){alt=\"Population pyramid of 2024\"}\n"),
    .good("A decorative rule:\n\n<img src=\"fig/wave.svg\" alt=\"\">\n"),
    .good("![](fig/wave.svg){alt=\"\"}\n"),
    .good(
      "![Pyramide des âges : les cohortes de 55 à 60 ans sont les plus nombreuses](fig/age.png)\n",
      language: "fr"),
    .bad("Compare the two years.\n\n⟦![](fig/inflation.png)⟧\n"),
    .bad("⟦![ ](fig/inflation.png){width=\"60%\"}⟧\n"),
    .bad("⟦<img src=\"fig/inflation.png\" width=\"600\">⟧\n"),
    .bad("Comparez [⟦![](fig/inflation.png)⟧](inflation.html).\n", language: "fr"),
    .bad("> ⟦![][pirámide]⟧\n\n[pirámide]: fig/edades.png\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for image in lesson.images where image.alternative == .missing {
      let isHTML = lesson.document.kind(image.node) != .image
      if isHTML, isNamedOtherwise(image, in: lesson) { continue }
      report(
        Finding(
          image.range, "the image\(file(image)) has no alternative text",
          help: lesson.document.kind(image.node) == .directive
            ? "say in an option `:alt:` what the picture shows"
            : isHTML
              ? "say in `alt=\"…\"` what the picture shows; write `alt=\"\"` where it is decoration"
              : "say between the brackets what the picture shows (`![…]`); "
                + (context.layout.isPandoc
                  ? "write `{alt=\"\"}` behind it where it is decoration"
                  : "write it as `<img alt=\"\" …>` where it is decoration")))
    }
  }

  private func file(_ image: Image) -> String {
    guard case .local(let path, _) = image.target, let name = path.split(separator: "/").last else {
      return ""
    }
    return " `\(Wording.short(String(name)))`"
  }

  /// HTML has more ways than `alt` to name an image, or to say that it needs no name.
  private func isNamedOtherwise(_ image: Image, in lesson: Lesson) -> Bool {
    guard let tag = lesson.tag(at: image.range) else { return false }
    for attribute in tag.attributes {
      switch attribute.name {
      case "aria-label", "aria-labelledby": if attribute.value?.isEmpty == false { return true }
      case "role": if attribute.value == "presentation" || attribute.value == "none" { return true }
      case "aria-hidden": if attribute.value == "true" { return true }
      default: break
      }
    }
    return false
  }
}

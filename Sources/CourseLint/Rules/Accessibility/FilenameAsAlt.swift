import CourseModel
import Markdown
import SourceCore

/// Flags an image whose alternative text is a file's name.
struct FilenameAsAlt: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/filename-as-alt",
    summary: "An image's alternative text is a file's name.",
    why: """
      A screen reader speaks it letter by letter, and a learner whose connection does not load the \
      picture reads it in its place. It says where the picture is, and not what it shows.
      """,
    severity: .warning,
    source: "WCAG 2.2, failure F30 (https://www.w3.org/WAI/WCAG22/Techniques/failures/F30)")

  static let examples: [Example] = [
    .good("![Scatter plot: pay rises with age](pay.png)\n"),
    .good("![The chart drawn by plot.png's authors](pay.png) ![](wave.png){alt=\"\"}\n"),
    .good("![Pyramide](pyramide.png) et ![R 4.4](r.png)\n", language: "fr"),
    .good("<img src=\"fig/edades.png\" alt=\"Edades\">\n", language: "es"),
    .bad("![⟦pay.png⟧](fig/pay.png)\n"),
    .bad("Comparez.\n\n![⟦pyramide_2024⟧](fig/pyramide_2024.svg)\n", language: "fr"),
    .bad("<img src=\"edades.jpg\" alt=\"⟦fig/edades.jpg⟧\" width=\"60%\">\n", language: "es"),
    .bad("![Pay by age](fig/pay.png){alt=\"⟦IMG_4711.JPEG⟧\"}\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for image in lesson.images {
      guard case .text(let text) = image.alternative, Self.isFileName(text, of: image.target)
      else { continue }
      let range = Self.range(of: image, in: lesson)
      report(
        Finding(
          range, "the alternative text `\(Wording.short(text))` is the name of a file",
          help: "say what the picture shows, as you would on the telephone"))
    }
  }

  private static func isFileName(_ text: String, of target: LinkTarget) -> Bool {
    // A name has no spaces; what has some is a text.
    guard text.utf8.count < 200, !text.utf8.contains(where: { $0 <= 0x20 }) else { return false }
    let ending = RepoPath.root.appending(text).fileExtension
    if AssetName.kind(ending) == .picture { return true }
    guard case .local(let path, _) = target, let name = path.split(separator: "/").last else {
      return false
    }
    // `pay` describes; `pay_2024` and `pay-by-age` are how files are named.
    return RepoPath.root.appending(name).stem == text
      && text.utf8.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }

  private static func range(of image: Image, in lesson: Lesson) -> ByteRange {
    let document = lesson.document
    guard document.kind(image.node) == .image else {
      let tag = lesson.tag(at: image.range)
      return tag?.attributes.first { $0.name == "alt" }?.valueRange ?? image.range
    }
    let pairs = document.attributes(image.node)?.pairs ?? []
    if let pair = pairs.first(where: { $0.key == "alt" || $0.key == "fig-alt" }) {
      return pair.valueRange
    }
    return NodeContent.range(of: image.node, in: document) ?? image.range
  }
}

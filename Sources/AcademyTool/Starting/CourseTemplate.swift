import CourseModel
import Framework
import Identifiers
import SourceCore

/// The files of a new course in the Workbench's layout: what is known of it, and marks for what its
/// author has to say.
struct CourseTemplate {
  /// What the course is called.
  let title: String
  /// `office/slug`.
  let id: String
  /// Whether the office in the id is not known.
  let hasUnknownOffice: Bool
  /// The language of the lessons.
  let language: LanguageTag
  /// Licence of texts and pictures.
  let licence: SPDXExpression
  /// Licence of the code in the lessons, where it is known.
  let codeLicence: SPDXExpression?
  /// Who writes it, where that is known.
  let author: String?
  /// Whom to ask, where that is known.
  let contact: String?
  /// Title of the first lesson.
  let firstLesson: String

  /// All files by path, the manifest last.
  var files: [(path: RepoPath, text: String)] {
    let words = TemplateWords.of(language.primary)
    let slug = RepositoryAddress.slug(firstLesson)
    let lesson = "01-\(slug.isEmpty ? "lesson" : slug).md"
    let template = LessonTemplate(
      title: firstLesson, language: language.primary, layout: .workbench)
    let root = RepoPath.root
    return [
      (root.appending(".gitignore"), "# What academy and the Workbench build.\n/dist/\n/site/\n"),
      (root.appending("LICENSE.md"), licencePage(words)),
      (root.appending("config.yaml"), configuration(lesson)),
      (root.appending("episodes").appending(lesson), template.text),
      (root.appending("index.md"), index(words)),
      (root.appending("course.yml"), manifest),
    ]
  }

  /// `course.yml`: what the Workbench's file has no place for.
  var manifest: String {
    var draft = ManifestDraft()
    draft.remark("What config.yaml has no place for. An id is for good, once there is a release.")
    if hasUnknownOffice {
      draft.remark("unknown: the office's short name, in place of `\(CourseAdopter.anyOffice)`.")
    }
    draft.field("schema", "course/1")
    draft.field("id", id)
    draft.field("version", CourseAdopter.version)
    if let codeLicence { draft.field("code_license", codeLicence.description) }
    if let author { draft.list("authors", [[("name", author)]]) }
    let elsewhere = ["title", "keywords", "language", "license", "contact"]
    for field in Framework.builtin.requiredFields(.stable)
    where !["schema", "id", "version"].contains(field) && !elsewhere.contains(field) {
      if field == "code_license" && codeLicence != nil { continue }
      if field == "authors" && author != nil { continue }
      let (what, example) = FieldTemplate.text(field, .builtin)
      draft.unknown(field, what, template: example)
    }
    return draft.text
  }

  /// `config.yaml`, which the Workbench builds the site from.
  private func configuration(_ lesson: String) -> String {
    var draft = ManifestDraft()
    draft.remark("For the Carpentries Workbench; academy reads it too.")
    draft.field("carpentry", "incubator")
    draft.field("title", title)
    draft.field("life_cycle", "pre-alpha")
    draft.field("license", licence.description)
    draft.field("lang", language.description)
    draft.field("branch", "main")
    if let contact { draft.field("contact", contact) }
    for field in contact == nil ? ["contact", "keywords"] : ["keywords"] {
      let (what, example) = FieldTemplate.text(field, .builtin)
      draft.unknown(
        field, what, template: field == "keywords" ? "price index, inflation" : example)
    }
    draft.blank()
    draft.remark("The lessons in order; `academy new lesson` adds to them.")
    draft.list("episodes", [[("", lesson)]])
    return draft.text
  }

  private func index(_ words: TemplateWords) -> String {
    """
    ---
    site: sandpaper::sandpaper_site
    ---

    \(words.indexText)

    """
  }

  private func licencePage(_ words: TemplateWords) -> String {
    var text = """
      ---
      title: \(words.licences)
      ---

      ## \(words.texts)

      \(words.textsLicence.replacing("%", with: Self.link(licence, language.primary)))

      """
    if let codeLicence {
      text += """

        ## \(words.code)

        \(words.codeLicence.replacing("%", with: Self.link(codeLicence, language.primary)))

        """
    }
    return text
  }

  /// The licence with the addresses of its texts.
  private static func link(_ expression: SPDXExpression, _ language: String) -> String {
    var text = expression.description
    var done: Set<String> = []
    for licence in expression.licenses where done.insert(licence.id).inserted {
      let address = LicenceAddress.of(licence.id, language: language)
      guard let address else { continue }
      text = text.replacing(licence.id, with: "[\(licence.id)](\(address))", maxReplacements: 1)
    }
    return text
  }
}

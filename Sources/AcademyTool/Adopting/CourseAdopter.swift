import CourseModel
import Framework
import Identifiers
import SourceCore
import StructuredData

/// What a course without a manifest is to be adopted with.
struct Adoption {
  /// The manifest's text.
  let manifest: String
  /// What was found out, in sentences for the author.
  let remarks: [String]
}

/// Writes the manifest of a course that has none: what no other file says, and marks for what
/// nobody says.
struct CourseAdopter {
  /// The course, read without a manifest.
  let course: Course
  /// What the manifest is to satisfy.
  let framework: Framework
  /// What the folder of the course, or its repository, is called.
  let folderName: String
  /// Where the repository is published; nil where it is not.
  let origin: RepositoryAddress?
  /// The files that hold licences' texts.
  let licences: [LicenceFile]
  /// Title of the first page.
  let indexTitle: Field<String>?
  /// The id that the author asked for.
  var id: String?
  /// Id of the course that this one was forked from.
  var upstreamID: String?

  /// The version of a course that has released nothing yet.
  static let version = "0.1.0-dev"
  /// Stands for the office where that is not known.
  static let anyOffice = "your-office"

  /// Writes the manifest and says what it rests on.
  func adoption() -> Adoption {
    var draft = ManifestDraft()
    draft.remark("What no other file says of this course; the rest is read where it stands.")
    if let upstreamID {
      draft.remark(
        "A fork of \(upstreamID): a course of its own, so it has an id of its own.")
    }
    draft.field("schema", "course/1")
    addID(to: &draft)
    draft.field("version", Self.version)
    var unknown: [String] = []
    for field in framework.requiredFields(.stable)
    where !["schema", "id", "version"].contains(field) {
      if !add(field, to: &draft) { unknown.append(field) }
    }
    return Adoption(manifest: draft.text, remarks: remarks(unknown))
  }

  // MARK: - Identity

  private func addID(to draft: inout ManifestDraft) {
    if let id {
      draft.field("id", id)
      return
    }
    draft.field(
      "id", proposedID,
      comment: office == nil || proposedID.hasPrefix(Self.anyOffice + "/")
        ? "unknown: the office's short name, in place of `\(Self.anyOffice)`. An id is for "
          + "good: choose it before the first release."
        : "The office as in the repository's address. An id is for good: change it before the "
          + "first release, if at all.")
  }

  /// The id that the author asked for, else one made of the repository's address and name.
  var proposedID: String {
    if let id { return id }
    let name = RepositoryAddress.slug(folderName)
    let slug = name.isEmpty ? "your-course" : name
    guard let office, office + "/" + slug != upstreamID else {
      return "\(Self.anyOffice)/\(slug)"
    }
    return "\(office)/\(slug)"
  }

  private var office: String? {
    let address = origin ?? statedSource.flatMap { $0.name == folderName ? $0 : nil }
    let office = address.map { RepositoryAddress.slug($0.owner) } ?? ""
    return office.isEmpty ? nil : office
  }

  /// The repository that the Workbench's configuration names; in a fork, often still the original.
  private var statedSource: RepositoryAddress? {
    course.config?["source"]?.stringValue.flatMap { RepositoryAddress($0) }
  }

  // MARK: - Fields

  /// Adds a field where no other file has it, or has it well; tells whether it is known.
  private func add(_ field: String, to draft: inout ManifestDraft) -> Bool {
    let metadata = course.metadata
    let isTemplate = TemplateDefault.holds(field, metadata)
    if field == "license" || field == "code_license" {
      if addLicence(field, to: &draft) { return true }
    } else if metadata.present.contains(field), !isTemplate {
      return true
    } else if field == "title", let indexTitle {
      draft.field(
        "title", indexTitle.value, comment: "The heading of \(indexTitle.path).")
      return true
    }
    let (what, example) = FieldTemplate.text(field, framework)
    var why = what
    if isTemplate, let path = metadata.sources[field] {
      why = "\(what.dropLast()); \(path) still has the lesson template's."
    } else if field == "license", let written = metadata.license {
      why = "\(what) \(written.path) says `\(written.value)`, which may mean several."
    }
    draft.unknown(field, why, template: example)
    return false
  }

  private func addLicence(_ field: String, to draft: inout ManifestDraft) -> Bool {
    let written = field == "license" ? course.metadata.license : course.metadata.codeLicense
    if let written {
      if SPDXExpression(written.value) != nil { return true }
      guard let meant = SPDXSuggestion(for: written.value), meant.isCertain else { return false }
      draft.field(
        field, meant.id,
        comment: "\(written.path) says `\(written.value)`; this is its id in SPDX's list.")
      return true
    }
    guard let (id, file) = licence(field) else { return false }
    draft.field(field, id, comment: "The licence in \(file.path).")
    return true
  }

  /// The licence that the licence files hold for texts, or for code beside one for texts.
  ///
  /// A licence for software alone does not say that it is meant for the lessons too.
  private func licence(_ field: String) -> (id: String, file: LicenceFile)? {
    var found: [(id: String, file: LicenceFile)] = []
    for file in licences {
      for id in file.ids where !found.contains(where: { $0.id == id }) { found.append((id, file)) }
    }
    let matching = found.filter { Self.isForTexts($0.id) == (field == "license") }
    guard matching.count == 1, SPDXExpression(matching[0].id) != nil else { return nil }
    return matching[0]
  }

  private static func isForTexts(_ id: String) -> Bool {
    id.hasPrefix("CC-") || id.hasPrefix("CC0-") || id == "etalab-2.0" || id == "OGL-UK-3.0"
  }

  // MARK: - Remarks

  private func remarks(_ unknown: [String]) -> [String] {
    var remarks = [shape]
    let metadata = course.metadata
    var bySource: [(path: RepoPath, fields: [String])] = []
    for (field, path) in metadata.sources.sorted(by: { $0.key < $1.key })
    where !TemplateDefault.holds(field, metadata) {
      if let index = bySource.firstIndex(where: { $0.path == path }) {
        bySource[index].fields.append(field)
      } else {
        bySource.append((path, [field]))
      }
    }
    for (path, fields) in bySource.sorted(by: { $0.path < $1.path }) {
      remarks.append("\(path) says its \(Self.list(fields)).")
    }
    let passedOver = course.entries.filter { $0.isFile && $0.path.fileExtension == "ipynb" }.count
    if passedOver > 0 {
      let notebooks = passedOver == 1 ? "One notebook is" : "\(passedOver) notebooks are"
      remarks.append("\(notebooks) no lesson here: only Markdown is read.")
    }
    if upstreamID == nil, let source = statedSource, source.name != folderName, origin != source,
      let written = course.config?["source"]?.stringValue
    {
      remarks.append(
        "Its `source` is \(written): if it was forked from there, say so with --fork-of.")
    }
    if !unknown.isEmpty {
      remarks.append("Nothing says its \(Self.list(unknown)): course.yml marks what is unknown.")
    }
    return remarks.map(ManifestDraft.oneLine)
  }

  private var shape: String {
    let lessons = course.lessons.filter(\.isListed)
    let kind =
      course.layout == .plain
      ? "The course is a plain folder" : "The course is laid out for \(course.layout.name)"
    guard let first = lessons.first, let last = lessons.last else {
      return "\(kind), and has no lesson yet."
    }
    if lessons.count == 1 { return "\(kind), with one lesson, \(first.path)." }
    return "\(kind), with \(lessons.count) lessons, from \(first.path) to \(last.path)."
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

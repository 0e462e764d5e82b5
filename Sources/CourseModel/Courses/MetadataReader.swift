import Framework
import Identifiers
import SourceCore
import StructuredData

/// Reads `CourseMetadata` from a course's files; what is malformed is left out, since the rules
/// report it.
struct MetadataReader {
  let manifest: CourseFile?
  let site: SiteMetadata
  let citation: CourseFile?

  func read() -> CourseMetadata {
    var metadata = CourseMetadata()
    identity(&metadata)
    texts(&metadata)
    people(&metadata)
    audience(&metadata)
    if let manifest {
      metadata.reuses = (manifest["reuses"]?.array ?? []).compactMap(reuse)
      for name in manifest.data.root?.object?.map(\.key) ?? [] { metadata.present.insert(name) }
    }
    return metadata
  }

  private func identity(_ metadata: inout CourseMetadata) {
    if let manifest, let id = manifest["id"], let text = id.stringValue {
      metadata.id = Field(text, path: manifest.path, range: id.range)
    }
    if let manifest, let node = manifest["version"], let text = node.written ?? node.stringValue {
      let isCalendar = manifest["versioning"]?.stringValue == "calver"
      if let version = isCalendar ? SemVer(calver: text) : SemVer(text) {
        metadata.version = Field(version, path: manifest.path, range: node.range)
      }
    }
    if let mode = manifest?["releases"]?.stringValue {
      metadata.releases = CourseMetadata.ReleaseMode(rawValue: mode) ?? .tags
    }
    if let field = text("language", &metadata) { metadata.language = field }
    if let field = text("lifecycle", &metadata),
      let lifecycle = Lifecycle(written: field.value)
    {
      metadata.lifecycle = Field(lifecycle, path: field.path, range: field.range)
    }
    metadata.license = text("license", citation: "license", &metadata)
    metadata.codeLicense = text("code_license", &metadata)
    metadata.contact = text("contact", &metadata)
  }

  private func texts(_ metadata: inout CourseMetadata) {
    metadata.titles = localized(manifest?["title"])
    metadata.descriptions = localized(manifest?["description"])
    if metadata.titles.isEmpty,
      let title = text("title", citation: "title", &metadata)
    {
      metadata.titles = [("", title.value)]
    }
    if metadata.descriptions.isEmpty,
      let text = text("description", citation: "abstract", &metadata)
    {
      metadata.descriptions = [("", text.value)]
    }
    metadata.keywords = list(manifest?["keywords"])
    if metadata.keywords.isEmpty, let keywords = site["keywords"] {
      metadata.keywords = list(keywords.value)
      if !metadata.keywords.isEmpty { note("keywords", keywords.path, &metadata) }
    }
    if metadata.keywords.isEmpty, let citation {
      metadata.keywords = list(citation["keywords"])
      if !metadata.keywords.isEmpty { note("keywords", citation.path, &metadata) }
    }
    metadata.topics = list(manifest?["topics"])
  }

  private func people(_ metadata: inout CourseMetadata) {
    metadata.authors = authors(manifest?["authors"])
    if metadata.authors.isEmpty, let citation {
      metadata.authors = (citation["authors"]?.array ?? []).compactMap { author in
        let parts = [author["given-names"]?.stringValue, author["family-names"]?.stringValue]
        let name = author["name"]?.stringValue ?? parts.compactMap { $0 }.joined(separator: " ")
        return name.isEmpty
          ? nil
          : Author(
            name: name, orcid: author["orcid"]?.stringValue,
            affiliation: author["affiliation"]?.stringValue)
      }
      if !metadata.authors.isEmpty { note("authors", citation.path, &metadata) }
    }
    // A generator's `author` is often the team's name; a citation names its people.
    if metadata.authors.isEmpty, let authors = site["authors"] {
      metadata.authors = self.authors(authors.value)
      if !metadata.authors.isEmpty { note("authors", authors.path, &metadata) }
    }
    if let provider = manifest?["provider"], let name = provider["name"]?.stringValue {
      metadata.provider = Provider(
        name: name, country: provider["country"]?.stringValue, url: provider["url"]?.stringValue,
        ror: provider["ror"]?.stringValue)
    }
  }

  /// A name, an object with one, or a list of those.
  private func authors(_ node: DataNode?) -> [Author] {
    (node?.array ?? [node].compactMap(\.self)).compactMap { author in
      if let name = author.stringValue {
        return name.isEmpty ? nil : Author(name: name, orcid: nil, affiliation: nil)
      }
      guard let name = author["name"]?.stringValue else { return nil }
      return Author(
        name: name, orcid: author["orcid"]?.stringValue,
        affiliation: author["affiliation"]?.stringValue)
    }
  }

  private func audience(_ metadata: inout CourseMetadata) {
    metadata.level = manifest?["level"]?.stringValue
    metadata.audience = list(manifest?["audience"])
    metadata.objectives = (manifest?["objectives"]?.array ?? []).compactMap(objective)
    metadata.prerequisites = (manifest?["prerequisites"]?.array ?? []).compactMap(prerequisite)
    for model in ["gsbpm", "gamso"] {
      let scheme = manifest?[model]?["version"]
      for code in manifest?[model]?["codes"]?.array ?? [] {
        metadata.activities.append(
          ActivityCode(
            model: model, scheme: scheme?.written ?? scheme?.stringValue ?? "",
            code: code.written ?? code.stringValue ?? ""))
      }
    }
  }

  private func objective(_ entry: DataNode) -> DeclaredObjective? {
    let texts = localized(entry.object == nil ? entry : entry["text"]).map(\.text)
    guard let text = texts.first else { return nil }
    let id = entry["id"]
    return DeclaredObjective(
      id: id?.stringValue, text: text, texts: texts, bloom: entry["bloom"]?.stringValue,
      range: id?.range ?? entry.range)
  }

  private func prerequisite(_ entry: DataNode) -> Prerequisite? {
    guard let manifest else { return nil }
    if let course = entry["course"], let id = course.stringValue {
      let version = entry["version"]
      let range = (version?.written ?? version?.stringValue).map {
        Field($0, path: manifest.path, range: version?.range ?? entry.range)
      }
      return Prerequisite(
        course: Field(id, path: manifest.path, range: course.range), version: range, text: nil)
    }
    let texts = localized(entry.object == nil ? entry : entry["text"])
    return texts.first.map { Prerequisite(course: nil, version: nil, text: $0.text) }
  }

  private func reuse(_ entry: DataNode) -> ReuseDeclaration? {
    guard let course = entry["course"], let id = course.stringValue else { return nil }
    let version = entry["version"]
    var pairs: [ReuseDeclaration.LessonPair] = []
    for member in entry["lessons"]?.object ?? [] {
      pairs.append(
        .init(
          upstream: member.key, own: member.value.stringValue ?? member.key,
          range: ByteRange(member.keyRange.lower, member.value.range.upper)))
    }
    for item in entry["lessons"]?.array ?? [] {
      guard let name = item.stringValue else { continue }
      pairs.append(.init(upstream: name, own: name, range: item.range))
    }
    let attribution = entry["attribution"]
    return ReuseDeclaration(
      course: id, courseRange: course.range,
      version: version?.written ?? version?.stringValue ?? "*",
      versionRange: version?.range ?? entry.range,
      kind: entry["as"]?.stringValue.flatMap(ReuseDeclaration.Kind.init(rawValue:)) ?? .verbatim,
      lessons: pairs, changes: entry["changes"]?.stringValue, url: entry["url"]?.stringValue,
      attributionTitle: attribution?["title"]?.stringValue,
      attributionAuthor: attribution?["author"]?.stringValue,
      attributionSource: attribution?["source"]?.stringValue, range: entry.range)
  }

  /// Remembers that a field has a value, and where it was read.
  private func note(_ key: String, _ path: RepoPath, _ metadata: inout CourseMetadata) {
    metadata.present.insert(key)
    if path != manifest?.path { metadata.sources[key] = path }
  }

  /// A text from the first file that has it; an empty one counts as absent.
  private func text(
    _ key: String, citation citationKey: String? = nil, _ metadata: inout CourseMetadata
  ) -> Field<String>? {
    let places: [(RepoPath, DataNode)?] = [
      manifest.flatMap { file in file[key].map { (file.path, $0) } },
      site[key].map { ($0.path, $0.value) },
      citation.flatMap { file in
        citationKey.flatMap { file[$0] }.map { (file.path, $0) }
      },
    ]
    for case let (path, node)? in places {
      if let text = node.stringValue, !text.isEmpty {
        note(key, path, &metadata)
        return Field(text, path: path, range: node.range)
      }
    }
    return nil
  }

  /// A text or a map of language → text.
  private func localized(_ node: DataNode?) -> [(language: String, text: String)] {
    if let text = node?.stringValue { return [("", text)] }
    return (node?.object ?? []).compactMap { member in
      member.value.stringValue.map { (member.key, $0) }
    }
  }

  /// A list of texts, or one text separated by commas as in the Workbench's `keywords`.
  private func list(_ node: DataNode?) -> [String] {
    if let items = node?.array { return items.compactMap(\.stringValue) }
    guard let text = node?.stringValue else { return [] }
    return text.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }
}

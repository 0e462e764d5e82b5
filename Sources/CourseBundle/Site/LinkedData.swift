import CourseModel
import SourceCore

/// What pages tell search engines and catalogues, in the words of schema.org and LRMI.
struct LinkedData {
  let content: CourseContent
  private var site: SiteContext { content.context }

  /// The course.
  var course: [UInt8] {
    var json = JSONWriter(pretty: false)
    json.beginObject()
    text("@context", "https://schema.org", &json)
    json.key("@type")
    json.beginArray()
    json.string("Course")
    json.string("LearningResource")
    json.endArray()
    common(&json)
    text("name", site.title, &json)
    text("description", site.metadata.summary ?? site.title, &json)
    text("inLanguage", site.language, &json)
    if !site.metadata.keywords.isEmpty { texts("keywords", site.metadata.keywords, &json) }
    if !site.metadata.topics.isEmpty { texts("about", site.metadata.topics, &json) }
    if let level = site.metadata.level { text("educationalLevel", level, &json) }
    if !site.metadata.audience.isEmpty {
      json.key("audience")
      json.beginArray()
      for role in site.metadata.audience {
        json.beginObject()
        text("@type", "EducationalAudience", &json)
        text("educationalRole", role, &json)
        json.endObject()
      }
      json.endArray()
    }
    let minutes = site.lessons.compactMap(\.minutes).reduce(0, +)
    if minutes > 0 { text("timeRequired", Self.duration(minutes), &json) }
    let objectives = site.metadata.objectives.map(\.text)
    if !objectives.isEmpty { texts("teaches", objectives, &json) }
    let needs = site.metadata.prerequisites.compactMap { $0.text ?? $0.course?.value }
    if !needs.isEmpty { texts("coursePrerequisites", needs, &json) }
    json.key("hasPart")
    json.beginArray()
    for entry in site.lessons {
      json.beginObject()
      lesson(entry, url: URLText.relative(entry.path, from: SiteMap.index), &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return Self.inScript(json.bytes)
  }

  /// A lesson.
  func lesson(_ entry: SiteContext.Entry, objectives: [String], credit: ReuseCredit?) -> [UInt8] {
    var json = JSONWriter(pretty: false)
    json.beginObject()
    text("@context", "https://schema.org", &json)
    lesson(entry, url: nil, &json)
    common(&json)
    text("inLanguage", entry.language, &json)
    if !objectives.isEmpty { texts("teaches", objectives, &json) }
    if let credit {
      json.key(credit.kind == .translated ? "translationOfWork" : "isBasedOn")
      json.beginObject()
      text("@type", "LearningResource", &json)
      text("name", credit.title, &json)
      text("identifier", credit.course, &json)
      if let version = credit.version { text("version", version, &json) }
      if let license = credit.license {
        text("license", LicenseName(license).url ?? license, &json)
      }
      json.endObject()
    }
    json.key("isPartOf")
    json.beginObject()
    text("@type", "Course", &json)
    text("name", site.title, &json)
    text("url", URLText.relative(SiteMap.index, from: entry.path), &json)
    json.endObject()
    json.endObject()
    return Self.inScript(json.bytes)
  }

  private func lesson(
    _ entry: SiteContext.Entry, url: String?, _ json: inout JSONWriter
  ) {
    text("@type", "LearningResource", &json)
    text("name", entry.title.text, &json)
    text("learningResourceType", "lesson", &json)
    if let url { text("url", url, &json) }
    if let number = entry.number {
      json.key("position")
      json.integer(number + 1)
    }
    if let minutes = entry.minutes { text("timeRequired", Self.duration(minutes), &json) }
  }

  private func common(_ json: inout JSONWriter) {
    let metadata = site.metadata
    text("identifier", content.courseID, &json)
    if let version = content.version { text("version", version, &json) }
    if let license = metadata.license?.value {
      text("license", LicenseName(license).url ?? license, &json)
    }
    if let time = site.mark.time { text("datePublished", UTCTime.text(time), &json) }
    if !metadata.authors.isEmpty {
      json.key("author")
      json.beginArray()
      for author in metadata.authors {
        json.beginObject()
        text("@type", "Person", &json)
        text("name", author.name, &json)
        if let affiliation = author.affiliation { text("affiliation", affiliation, &json) }
        json.endObject()
      }
      json.endArray()
    }
    if let provider = metadata.provider {
      json.key("provider")
      json.beginObject()
      text("@type", "Organization", &json)
      text("name", provider.name, &json)
      if let url = provider.url.flatMap(URLText.external) { text("url", url, &json) }
      json.endObject()
    }
  }

  /// Minutes as ISO 8601 has them.
  private static func duration(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 || hours == 0 ? "\(rest)M" : "")
  }

  /// Nothing in a script may look like its end.
  private static func inScript(_ json: [UInt8]) -> [UInt8] {
    if ByteSearch.first(UInt8(ascii: "<"), in: json) == nil { return json }
    var out: [UInt8] = []
    for byte in json {
      if byte == UInt8(ascii: "<") {
        out.append(contentsOf: "\\u003c".utf8)
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private func text(_ key: String, _ value: String, _ json: inout JSONWriter) {
    json.key(key)
    json.string(value)
  }

  private func texts(_ key: String, _ values: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.beginArray()
    for value in values { json.string(value) }
    json.endArray()
  }
}

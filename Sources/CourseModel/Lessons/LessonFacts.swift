import SourceCore
import StructuredData

/// What the rest of a course needs to know of a page; it needs no source to be used.
///
/// A class, because there are many, and each is in several lists.
public final class LessonFacts: Sendable {
  /// A link or image to something in the course's repository.
  public struct LocalLink: Sendable, Hashable {
    /// The path as decoded; empty for a place in the same page.
    public let path: String
    /// The place in the page, without `#`.
    public let fragment: String?
    /// Whether it is an image.
    public let isImage: Bool
    /// Where the destination is written.
    public let place: Place
    /// The bytes of the destination, for a fix.
    public let range: ByteRange
    /// Where the destination is written, if another file defines the link's label.
    public let note: Finding.Note?
  }

  /// Something a learner can do after the lesson.
  public struct ObjectiveFact: Sendable, Hashable {
    /// Its text without markup.
    public let text: String
    /// Its id, where the author gave one.
    public let id: String?
    /// Where it is written; nil for one without an id.
    public let place: Place?
  }

  /// A challenge's word that it assesses an objective: `objective=` on its opening fence.
  public struct ObjectiveCitation: Sendable, Hashable {
    /// The objective's id.
    public let id: String
    /// Where the id is written.
    public let place: Place
    /// The bytes of the id, for a fix.
    public let range: ByteRange
  }

  /// A reference to a label or page, with its place.
  public struct Reference: Sendable, Hashable {
    /// What is referred to.
    public let target: CrossReference
    /// Where it is written.
    public let place: Place
  }

  /// An acronym where the page uses it first.
  public struct AcronymUse: Sendable, Hashable {
    /// Its letters.
    public let text: String
    /// Where it stands.
    public let place: Place
  }

  /// Path below the course's folder.
  public let path: RepoPath
  /// What the page is.
  public let kind: PageKind
  /// The lesson's id: the front matter's, else the file name's.
  public let id: String
  /// Where the front matter gives the id.
  public let idPlace: Place?
  /// Title of the front matter, else of the first heading.
  public let title: String?
  /// Minutes of teaching.
  public let teaching: Int?
  /// Minutes of exercises.
  public let exercises: Int?
  /// Licence, where the page has its own.
  public let license: String?
  /// Anchors that a link may name.
  public let anchors: AnchorSet
  /// Links and images to local things.
  public let links: [LocalLink]
  /// References of MyST and Quarto to labels and pages.
  public let references: [Reference]
  /// Acronyms that it uses, each once.
  public let acronyms: [AcronymUse]
  /// Acronyms that it explains, sorted.
  public let explainedAcronyms: [String]
  /// Its objectives.
  public let objectives: [ObjectiveFact]
  /// The objectives that its challenges assess.
  public let citations: [ObjectiveCitation]
  /// BCP 47 language that its files say it is in.
  public let language: String
  /// Where the front matter gives a language of its own.
  public let languagePlace: Place?
  /// The language that its words are evidently in; nil where that cannot be told.
  public let spokenLanguage: String?
  /// Names of pictures, recordings, documents and data that it mentions anywhere, code included;
  /// sorted, each once.
  public let assetNames: [String]

  /// Gathers the facts of a parsed page, and of these only some parts; the others are empty.
  public init(_ lesson: Lesson, parts: FactParts = .all) {
    path = lesson.path
    kind = lesson.kind
    var places = PlaceResolver(lesson.text, lines: lesson.lines)
    let isIdentified = parts.contains(.identity)
    id = isIdentified ? lesson.id : ""
    idPlace = isIdentified ? lesson.frontMatter["id"].map { lesson.place($0.range) } : nil
    let isDescribed = parts.contains(.description)
    title = isDescribed ? lesson.frontMatter.title ?? lesson.headings.first?.text : nil
    teaching = isDescribed ? lesson.frontMatter.teaching : nil
    exercises = isDescribed ? lesson.frontMatter.exercises : nil
    license = isDescribed ? lesson.frontMatter.license : nil
    anchors = parts.contains(.anchors) ? lesson.anchors : AnchorSet([])
    links = parts.contains(.links) ? Self.links(of: lesson, &places) : []
    references =
      parts.contains(.references)
      ? CrossReference.all(in: lesson.document).map {
        Reference(target: $0, place: places.place($0.range))
      } : []
    let found = parts.contains(.acronyms) ? Acronyms(lesson) : nil
    acronyms =
      found?.uses.map { AcronymUse(text: $0.text, place: places.place($0.range)) } ?? []
    explainedAcronyms = found?.explained.sorted() ?? []
    let hasObjectives = parts.contains(.objectives)
    objectives = hasObjectives ? Self.objectives(of: lesson, &places) : []
    citations = hasObjectives ? Self.citations(of: lesson, &places) : []
    let hasLanguage = parts.contains(.language)
    language = hasLanguage ? lesson.language : ""
    languagePlace =
      hasLanguage
      ? (lesson.frontMatter["language"] ?? lesson.frontMatter["lang"])
        .map { lesson.place($0.range) } : nil
    spokenLanguage = hasLanguage ? SpokenLanguage.of(lesson) : nil
    assetNames = parts.contains(.assets) ? AssetName.mentioned(in: lesson.text.bytes) : []
  }

  /// Reads what `write` has written of the page at a path, and of that only some parts; the others
  /// are empty.
  public init(
    path: RepoPath, kind: PageKind, from reader: inout FactReader, parts: FactParts = .all
  ) throws(FactReader.Malformed) {
    func place(_ r: inout FactReader) throws(FactReader.Malformed) -> Place? {
      try r.optional { (r) throws(FactReader.Malformed) in try Place(from: &r) }
    }
    func text(_ r: inout FactReader) throws(FactReader.Malformed) -> String? {
      try r.optional { (r) throws(FactReader.Malformed) in try r.text() }
    }
    func number(_ r: inout FactReader) throws(FactReader.Malformed) -> Int? {
      try r.optional { (r) throws(FactReader.Malformed) in try r.integer() }
    }
    func texts(_ r: inout FactReader) throws(FactReader.Malformed) -> [String] {
      try r.list { (r) throws(FactReader.Malformed) in try r.text() }
    }
    /// Reads a part, or what an empty page has in its place.
    func part<Value>(
      _ part: FactParts, else empty: Value,
      _ read: (inout FactReader) throws(FactReader.Malformed) -> Value
    ) throws(FactReader.Malformed) -> Value {
      try reader.part(isWanted: parts.contains(part), else: empty, read)
    }
    self.path = path
    self.kind = kind
    (id, idPlace) = try part(.identity, else: ("", nil)) { (r) throws(FactReader.Malformed) in
      (try r.text(), try place(&r))
    }
    (title, teaching, exercises, license) = try part(.description, else: (nil, nil, nil, nil)) {
      (r) throws(FactReader.Malformed) in
      (try text(&r), try number(&r), try number(&r), try text(&r))
    }
    anchors = AnchorSet(
      sorted: try part(.anchors, else: []) { (r) throws(FactReader.Malformed) in try texts(&r) })
    links = try part(.links, else: []) { (r) throws(FactReader.Malformed) in
      try r.list { (r) throws(FactReader.Malformed) in try LocalLink(from: &r) }
    }
    references = try part(.references, else: []) { (r) throws(FactReader.Malformed) in
      try r.list { (r) throws(FactReader.Malformed) in try Reference(from: &r) }
    }
    (acronyms, explainedAcronyms) = try part(.acronyms, else: ([], [])) {
      (r) throws(FactReader.Malformed) in
      (
        try r.list { (r) throws(FactReader.Malformed) in
          AcronymUse(text: try r.text(), place: try Place(from: &r))
        }, try texts(&r)
      )
    }
    (objectives, citations) = try part(.objectives, else: ([], [])) {
      (r) throws(FactReader.Malformed) in
      (
        try r.list { (r) throws(FactReader.Malformed) in
          ObjectiveFact(text: try r.text(), id: try text(&r), place: try place(&r))
        },
        try r.list { (r) throws(FactReader.Malformed) in
          ObjectiveCitation(id: try r.text(), place: try Place(from: &r), range: try r.range())
        }
      )
    }
    (language, languagePlace, spokenLanguage) = try part(.language, else: ("", nil, nil)) {
      (r) throws(FactReader.Malformed) in
      (try r.text(), try place(&r), try text(&r))
    }
    assetNames = try part(.assets, else: []) { (r) throws(FactReader.Malformed) in try texts(&r) }
  }
}

/// A course and the facts of those of its pages that could be read, in the course's order.
public struct CourseFacts: Sendable {
  /// The course.
  public let course: Course
  /// Facts of its pages.
  public let pages: [LessonFacts]
  /// What the tree holds beside the pages; nil where it was not looked at.
  public let surroundings: CourseSurroundings?
  /// Places in `pages` in the order of the paths, which is nearly theirs.
  private let byPath: [Int]

  /// Puts a course's facts together.
  public init(
    course: Course, pages: [LessonFacts], surroundings: CourseSurroundings? = nil
  ) {
    self.course = course
    self.pages = pages
    self.surroundings = surroundings
    byPath = pages.indices.sorted { pages[$0].path < pages[$1].path }
  }

  /// The facts of the page at a path below the course's folder.
  public func page(at path: RepoPath) -> LessonFacts? {
    let place = byPath.partitionPoint { pages[$0].path < path }
    guard place < byPath.count, pages[byPath[place]].path == path else { return nil }
    return pages[byPath[place]]
  }
}

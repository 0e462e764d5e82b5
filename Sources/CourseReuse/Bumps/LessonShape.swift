import CourseModel
import Framework
import Markdown
import SourceCore
import StructuredData

/// What of a lesson a version number makes promises about.
struct LessonShape {
  struct Objective {
    /// Its id, where the author gave one.
    let id: String?
    let text: String
    let bloom: BloomLevel?
  }

  /// A question with the options to choose from.
  struct Question {
    let options: [String]
    let right: [String]
  }

  let id: String
  let aliases: [String]
  let path: RepoPath
  let blob: ObjectID
  let bytes: [UInt8]
  let title: String?
  let minutes: (teaching: Int?, exercises: Int?)
  let language: String
  let license: String?
  let level: String?
  let isDeprecated: Bool
  /// Anchors that the author wrote.
  let explicitAnchors: Set<String>
  /// Anchors made of headings.
  let headingAnchors: [String]
  let objectives: [Objective]
  /// What names each exercise: its id, else its heading, else its first words.
  let exercises: [String]
  let questions: [Question]
  /// Files of the course that it shows or links to.
  let assets: [RepoPath]

  /// Everything a learner spends, in minutes; what is absurd counts as a million.
  var time: Int {
    [minutes.teaching, minutes.exercises].reduce(0) { $0 + min(1_000_000, max(0, $1 ?? 0)) }
  }

  init(
    _ page: CoursePage, aliases: [String], in snapshot: CourseSnapshot, framework: Framework
  ) throws(ReadFailure) {
    let lesson = try snapshot.parse(page)
    id = snapshot.id(of: page)
    self.aliases = aliases
    path = page.path
    blob = try snapshot.blob(of: page.path)
    bytes = lesson.text.bytes
    title = lesson.frontMatter.title ?? lesson.headings.first?.text
    minutes = (lesson.frontMatter.teaching, lesson.frontMatter.exercises)
    language = lesson.language
    license = lesson.frontMatter.license
    level = lesson.frontMatter["level"]?.stringValue
    isDeprecated = lesson.frontMatter["lifecycle"]?.stringValue == "deprecated"
    explicitAnchors = Self.explicitAnchors(lesson)
    let explicit = explicitAnchors
    headingAnchors = zip(lesson.headings, lesson.anchorsOfHeadings)
      .filter { !$0.isExplicit && !explicit.contains($1) }.map(\.1)
    objectives = Self.objectives(lesson, framework)
    let challenges = lesson.divs.indices.filter { lesson.divs[$0].classes.contains("challenge") }
    exercises = challenges.map { Self.name(ofChallenge: $0, in: lesson) }
    questions = QuizReader.quizzes(in: lesson).map { quiz in
      Question(
        options: quiz.options.map(\.text),
        right: (quiz.key ?? []).filter(\.isTicked).map(\.text).sorted())
    }
    assets = snapshot.assets(of: lesson)
  }

  private static func explicitAnchors(_ lesson: Lesson) -> Set<String> {
    var found: Set<String> = []
    for index in 0..<lesson.document.nodeCount {
      if let id = lesson.document.attributes(NodeID(index))?.id { found.insert(id) }
    }
    let anchors = lesson.tags.isEmpty ? AnchorSet([]) : lesson.anchors
    for tag in lesson.tags {
      for name in ["id", "name"] {
        if let value = tag.value(name), !value.isEmpty, anchors.contains(value) {
          found.insert(value)
        }
      }
    }
    return found
  }

  private static func objectives(_ lesson: Lesson, _ framework: Framework) -> [Objective] {
    var levels: [String: BloomLevel] = [:]
    for entry in lesson.frontMatter["objectives"]?.array ?? [] {
      guard let text = entry["text"]?.stringValue, let bloom = entry["bloom"]?.stringValue else {
        continue
      }
      levels[text] = BloomLevel(rawValue: bloom)
    }
    let verbs = framework.verbs(language: lesson.language)
    return lesson.objectives.map { objective in
      let (text, id) = Self.trailingID(objective.text)
      return Objective(
        id: objective.id ?? id, text: text,
        bloom: levels[objective.text] ?? verbs?.level(of: objective.text))
    }
  }

  /// An id behind the text (`Name two sources. {#sources}`), as many write it.
  private static func trailingID(_ text: String) -> (text: String, id: String?) {
    guard text.hasSuffix("}"), let open = text.utf8.lastIndex(of: UInt8(ascii: "{")) else {
      return (text, nil)
    }
    let inside = text[open...].dropFirst().dropLast()
    guard inside.hasPrefix("#"), inside.utf8.count > 1, !inside.contains(" ") else {
      return (text, nil)
    }
    var rest = text[..<open]
    while rest.hasSuffix(" ") { rest.removeLast() }
    return (String(rest), String(inside.dropFirst()))
  }

  private static func name(ofChallenge index: Int, in lesson: Lesson) -> String {
    let div = lesson.divs[index]
    if let id = lesson.document.attributes(div.node)?.id { return "#" + id }
    if let heading = lesson.headings.first(where: { $0.div == index }) { return heading.text }
    let text = lesson.text.bytes[div.range.indices].dropFirst(div.opening.count).prefix(200)
    return String(decoding: text, as: UTF8.self)
  }
}

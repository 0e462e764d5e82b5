import CourseModel
import SourceCore

/// The objectives of a course that have ids, and where lessons and challenges take them up.
struct ObjectiveMap {
  /// An objective with an id.
  struct Declared {
    /// The id.
    let id: String
    /// Its texts, one for each language.
    let texts: [String]
    /// File that declares it, below the course's folder.
    let path: RepoPath
    /// Where in that file.
    let place: Place?
  }

  /// Objectives of the manifest, then those of the lessons that the manifest does not name.
  let declared: [Declared]
  /// How many of them are the manifest's.
  let manifestCount: Int
  /// Ids that a challenge cites.
  let assessed: Set<String>
  /// Ids that a lesson's objective bears, or a challenge cites.
  private let served: Set<String>
  /// Texts of the lessons' objectives, folded.
  private let servedTexts: Set<String>

  init(_ facts: CourseFacts) {
    var declared: [Declared] = []
    var seen: Set<String> = []
    if let manifest = facts.course.manifest {
      for objective in facts.course.metadata.objectives {
        guard let id = objective.id, seen.insert(id).inserted else { continue }
        declared.append(
          Declared(
            id: id, texts: objective.texts, path: manifest.path,
            place: manifest.place(objective.range)))
      }
    }
    manifestCount = declared.count
    var served: Set<String> = []
    var servedTexts: Set<String> = []
    var assessed: Set<String> = []
    // Only the manifest's objectives are looked for by their words.
    let areTextsWanted = manifestCount > 0
    for page in facts.pages {
      for objective in page.objectives {
        if areTextsWanted { servedTexts.insert(Self.folded(objective.text)) }
        guard let id = objective.id else { continue }
        served.insert(id)
        if seen.insert(id).inserted {
          declared.append(
            Declared(id: id, texts: [objective.text], path: page.path, place: objective.place))
        }
      }
      for citation in page.citations { assessed.insert(citation.id) }
    }
    self.declared = declared
    self.assessed = assessed
    self.served = served.union(assessed)
    self.servedTexts = servedTexts
  }

  /// Whether a lesson works towards an objective: it lists it by id or in the same words, or one of
  /// its challenges cites it.
  func isServed(_ objective: Declared) -> Bool {
    served.contains(objective.id)
      || objective.texts.contains { servedTexts.contains(Self.folded($0)) }
  }

  /// Small letters without markup, white space as one space, no full stop.
  private static func folded(_ text: String) -> String {
    var text = text.lowercased().filter { $0 != "`" && $0 != "*" }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

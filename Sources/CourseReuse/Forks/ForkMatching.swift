import CourseModel
import SourceCore

/// Which lesson of a fork was which one of its upstream: by blob first, then by text, then, where the
/// language is another one, by structure.
struct ForkMatching {
  enum Relation {
    /// The bytes are the same.
    case same
    /// The text is alike; the larger of the shares that either holds of the other, 0 to 1.
    case alike(Double)
    /// The language is another one, and the structure alike.
    case translated(Double)
  }

  struct Pair {
    let own: Int
    let upstream: Int
    let relation: Relation
  }

  private(set) var pairs: [Pair] = []
  private let own: [ForkLesson]
  private let upstream: [ForkLesson]
  private let ownCourse: Course
  private let upstreamCourse: Course
  private var taken: (own: Set<Int>, upstream: Set<Int>) = ([], [])

  /// A lesson that holds so much of another one is made from it.
  private static let enough = 0.5
  /// With the same name or title, less is enough; below, `reuse check` would call it another lesson.
  private static let enoughOfNamesake = 0.15
  /// Fewer words are alike by chance.
  private static let leastWords = 30
  /// A translation keeps so much of the structure.
  private static let structure = 0.7
  /// Structures of fewer parts are alike by chance.
  private static let leastParts = 4
  /// More pairs than this are not compared text by text.
  private static let pairLimit = 10_000

  /// - Parameter isTaken: own lessons that have their origin already.
  init(
    _ own: [ForkLesson], in ownCourse: Course, _ upstream: [ForkLesson],
    in upstreamCourse: Course, isTaken: (Int) -> Bool
  ) {
    self.own = own
    self.upstream = upstream
    self.ownCourse = ownCourse
    self.upstreamCourse = upstreamCourse
    taken.own = Set(own.indices.filter(isTaken))
    findSame()
    findAlike()
    findTranslated()
    pairs.sort { $0.own < $1.own }
  }

  private mutating func take(_ i: Int, _ j: Int, _ relation: Relation) {
    guard !taken.own.contains(i), !taken.upstream.contains(j) else { return }
    taken.own.insert(i)
    taken.upstream.insert(j)
    pairs.append(Pair(own: i, upstream: j, relation: relation))
  }

  private mutating func findSame() {
    var byBlob: [ObjectID: [Int]] = [:]
    for (j, lesson) in upstream.enumerated() { byBlob[lesson.blob, default: []].append(j) }
    // Of two equal lessons, each goes to the one of its name.
    for isNamesake in [true, false] {
      for (i, lesson) in own.enumerated() {
        for j in byBlob[lesson.blob] ?? []
        where !isNamesake || upstream[j].page.path == lesson.page.path {
          take(i, j, .same)
        }
      }
    }
  }

  private mutating func findAlike() {
    var found: [(score: Double, share: Double, own: Int, upstream: Int)] = []
    for (i, j) in candidates() {
      let (a, b) = (own[i], upstream[j])
      let share = max(a.words.contained(in: b.words), b.words.contained(in: a.words))
      let isNamesake = a.isNamed(as: b)
      let least = min(a.words.words, b.words.words)
      let isAlike =
        share >= Self.enough && (least >= Self.leastWords || isNamesake)
        || isNamesake && share >= Self.enoughOfNamesake && least >= Self.leastWords
      guard isAlike else { continue }
      // A short text that is wholly inside counts for less than two that are alike.
      let both = Double(a.words.percent(with: b.words)) / 100
      found.append((share + both + (isNamesake ? 0.3 : 0), share, i, j))
    }
    found.sort {
      $0.score != $1.score ? $0.score > $1.score : ($0.own, $0.upstream) < ($1.own, $1.upstream)
    }
    for one in found { take(one.own, one.upstream, .alike(one.share)) }
  }

  private mutating func findTranslated() {
    var found: [(score: Double, likeness: Double, own: Int, upstream: Int)] = []
    for (i, j) in candidates() {
      let (a, b) = (own[i], upstream[j])
      let isNear = a.isNamed(as: b) || !a.number.isEmpty && a.number == b.number
      let least = min(a.structure.count, b.structure.count)
      guard least >= (isNear ? Self.leastParts / 2 : Self.leastParts), isForeign(a, to: b) else {
        continue
      }
      let likeness = a.structure.likeness(b.structure)
      guard likeness >= Self.structure else { continue }
      found.append((likeness + (isNear ? 0.3 : 0), likeness, i, j))
    }
    found.sort {
      $0.score != $1.score ? $0.score > $1.score : ($0.own, $0.upstream) < ($1.own, $1.upstream)
    }
    for one in found { take(one.own, one.upstream, .translated(one.likeness)) }
  }

  /// Pairs of lessons without partner; of very many, only namesakes.
  private func candidates() -> [(Int, Int)] {
    let mine = own.indices.filter { !taken.own.contains($0) }
    let theirs = upstream.indices.filter { !taken.upstream.contains($0) }
    if mine.count * theirs.count > Self.pairLimit {
      var byID: [String: Int] = [:]
      for j in theirs.reversed() { byID[upstream[j].id] = j }
      return mine.compactMap { i in byID[own[i].id].map { (i, $0) } }
    }
    return mine.flatMap { i in theirs.map { (i, $0) } }
  }

  /// Whether both evidently are in different languages.
  private func isForeign(_ a: ForkLesson, to b: ForkLesson) -> Bool {
    // What the words say counts for more: a fork seldom begins with its configuration.
    let mine = a.spoken ?? a.lesson.frontMatter.language ?? ownCourse.metadata.language?.value
    let theirs =
      b.spoken ?? b.lesson.frontMatter.language ?? upstreamCourse.metadata.language?.value
    guard let mine, let theirs else { return false }
    return asciiLowercased(mine.prefix { $0 != "-" })
      != asciiLowercased(theirs.prefix { $0 != "-" })
  }
}

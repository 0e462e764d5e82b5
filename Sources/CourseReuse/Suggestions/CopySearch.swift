import CourseModel
import SourceCore

/// Finds lessons of different courses that hold the same text, in time that grows with their number.
///
/// Fingerprints of all lessons (`Winnowing`) go into an index; pairs that share some of them are
/// read again and compared word by word (`LessonOverlap`).
public struct CopySearch: Sendable {
  /// Reads a lesson by its number; nil where it cannot be read. Made for one task, used only there.
  public typealias Reader = (_ lesson: Int) throws -> Lesson?

  /// The lessons.
  public let lessons: ComparedLessons
  /// The least share of one of two lessons that must stand in the other, above 0 to 1.
  public let least: Double
  /// Shortest lesson that is compared, in words.
  public let shortest: Int

  /// The share of a lesson that is asked for where nothing else is said.
  public static let usualLeast = 0.5
  /// The length that is asked for where nothing else is said: shorter ones are stubs.
  public static let usualShortest = 40
  /// A section from this many words on is told of, though the rest of its lesson is another, where
  /// at least half of it is shared: with less, an exercise in it or what a program prints would do.
  static let sectionAlone = 100

  /// Prepares a search.
  public init(
    _ lessons: ComparedLessons, least: Double = usualLeast, shortest: Int = usualShortest
  ) {
    self.lessons = lessons
    self.least = min(1, max(0.01, least))
    self.shortest = max(1, shortest)
  }

  /// What one lesson of a pair has in common with the other.
  public struct Side: Sendable, Hashable {
    /// The lesson's number.
    public let lesson: Int
    /// Its words, without boilerplate.
    public let words: Int
    /// Those of them that stand in the other lesson.
    public let shared: Int
    /// Its sections of which much stands in the other lesson, in their order.
    public let sections: [SharedSection]

    /// The share of it that stands in the other lesson, 0 to 1.
    public var containment: Double { words == 0 ? 0 : Double(shared) / Double(words) }
  }

  /// Two lessons that share much.
  public struct Pair: Sendable, Hashable {
    /// The one with the lower number.
    public let a: Side
    /// The other one.
    public let b: Side

    /// The larger of both shares.
    public var containment: Double { max(a.containment, b.containment) }
  }

  /// What a search gives.
  public struct Outcome: Sendable {
    /// Lessons that differ and share much, in the order of their numbers. Of lessons that say the
    /// same only the first is among them.
    public let pairs: [Pair]
    /// Lessons that say the same word by word, in groups of at least two, in the order of numbers.
    public let same: [[Int]]
    /// The words of each lesson, in all; nil where it could not be read.
    public let words: [Int?]
    /// How many pairs were compared.
    public let compared: Int

    /// Whether no more than a section is shared by the lessons of a pair; nil stands for all words.
    func isWeak(_ pair: Int?, _ least: Double) -> Bool {
      pair.map { pairs[$0].containment < least } ?? false
    }

    /// How many lessons were too short to be compared.
    public func short(_ shortest: Int) -> Int { words.count { ($0 ?? shortest) < shortest } }
    /// How many lessons could not be read.
    public var unreadable: Int { words.count { $0 == nil } }
  }

  /// Runs the search on several tasks; their number does not change the outcome.
  ///
  /// - Parameter open: makes a reader for the task that calls it.
  public func run(
    tasks: Int, open: @escaping @Sendable () throws -> Reader
  ) async throws -> Outcome {
    let (words, hashes, counts, drawers) = try await read(tasks, open)
    let groups = LessonGroups(hashes, lessons)
    let index = try await FingerprintIndex.build(drawers, lessons, groups, tasks: tasks)
    let search = CandidateSearch(index: index, groups: groups, counts: counts, least: least)
    var found = try await Shares.run(tasks) { search.pairs(task: $0, of: tasks) }.flatMap(\.self)
    found.sort()
    var candidates: [UInt64] = []
    for pair in found where candidates.last != pair { candidates.append(pair) }
    let same = groups.members.filter { groups.isMixed($0.key) }.values
    return Outcome(
      pairs: try await compare(candidates, index, tasks, open),
      same: same.sorted { $0[0] < $1[0] }, words: words, compared: candidates.count)
  }

  // MARK: - Reading

  /// What one task read.
  private struct Read: Sendable {
    var lessons: [(lesson: Int, words: Int, hash: UInt64, fingerprints: UInt32)] = []
    var drawers = FingerprintDrawers()
  }

  private func read(
    _ tasks: Int, _ open: @escaping @Sendable () throws -> Reader
  ) async throws -> ([Int?], [UInt64?], [UInt32], [FingerprintDrawers]) {
    let shares = try await Shares.run(tasks) { task in
      let reader = try open()
      var share = Read()
      // Neighbours lie close together in a pack; long lessons often stand together too.
      for lesson in 0..<lessons.count where lesson / 16 % tasks == task {
        guard let page = try reader(lesson) else { continue }
        let words = LessonWords(page)
        var count = 0
        if words.count >= shortest {
          let shingles = Shingles(words.hashes, length: Winnowing.length).hashes
          count = share.drawers.add(
            Winnowing.places(shingles).map { shingles[$0] }, lesson: lesson)
        }
        share.lessons.append((lesson, words.count, words.identity, UInt32(count)))
      }
      return share
    }
    var words = [Int?](repeating: nil, count: lessons.count)
    var hashes = [UInt64?](repeating: nil, count: lessons.count)
    var counts = [UInt32](repeating: 0, count: lessons.count)
    for share in shares {
      for read in share.lessons {
        words[read.lesson] = read.words
        if read.words >= shortest { hashes[read.lesson] = read.hash }
        counts[read.lesson] = read.fingerprints
      }
    }
    return (words, hashes, counts, shares.map(\.drawers))
  }

  // MARK: - Comparing

  private func compare(
    _ candidates: [UInt64], _ index: FingerprintIndex, _ tasks: Int,
    _ open: @escaping @Sendable () throws -> Reader
  ) async throws -> [Pair] {
    if candidates.isEmpty { return [] }
    let shares = try await Shares.run(tasks) { task in
      let reader = try open()
      var pairs: [Pair] = []
      var last: (number: Int, lesson: Lesson, words: LessonWords)?
      for (i, candidate) in candidates.enumerated() where i / 32 % tasks == task {
        let (a, b) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
        if last?.number != a {
          last = try reader(a).map { (a, $0, LessonWords($0)) }
        }
        guard let last, let other = try reader(b) else { continue }
        if let pair = compare(last, (b, other, LessonWords(other)), index) { pairs.append(pair) }
      }
      return pairs
    }
    return shares.flatMap(\.self).sorted {
      ($0.a.lesson, $0.b.lesson) < ($1.a.lesson, $1.b.lesson)
    }
  }

  private typealias Text = (number: Int, lesson: Lesson, words: LessonWords)

  private func compare(_ a: Text, _ b: Text, _ index: FingerprintIndex) -> Pair? {
    let overlap = LessonOverlap(a.words, b.words, index)
    let isShared = isEnough(overlap.a) || isEnough(overlap.b)
    guard isShared || hasSectionsWorth(overlap) else { return nil }
    let pair = Pair(a: side(a, overlap.a), b: side(b, overlap.b))
    if isShared { return pair }
    let isWorth = (pair.a.sections + pair.b.sections).contains {
      $0.words >= Self.sectionAlone && $0.containment >= 0.5
    }
    return isWorth ? pair : nil
  }

  private func isEnough(_ side: LessonOverlap.Side) -> Bool {
    side.words >= shortest && side.containment >= least
  }

  /// Whether enough is shared for a section to be worth looking for.
  private func hasSectionsWorth(_ overlap: LessonOverlap) -> Bool {
    max(overlap.a.shared, overlap.b.shared) * 2 >= Self.sectionAlone
  }

  private func side(_ text: Text, _ side: LessonOverlap.Side) -> Side {
    Side(
      lesson: text.number, words: side.words, shared: side.shared,
      sections: SharedSection.find(in: text.lesson, text.words, side, least: least))
  }
}

/// Which lessons have which fingerprints, in flat arrays: only of fingerprints that several lessons
/// have, and not very many.
struct FingerprintIndex: Sendable {
  /// Where each fingerprint's lessons begin in `lessons`, and the end of all.
  private(set) var starts: [UInt32] = [0]
  /// The lessons of all fingerprints.
  private(set) var lessons: [UInt32] = []
  /// Where each lesson's fingerprints begin in `fingerprints`, and the end of all.
  private(set) var lessonStarts: [UInt32]
  /// The fingerprints of all lessons, by their number in `starts`.
  private(set) var fingerprints: [UInt32]
  /// Fingerprints that so many lessons have that they say nothing, ascending, without the lesson's bits.
  private(set) var frequent: [UInt64] = []

  /// What became of one drawer.
  private struct Runs: Sendable {
    var lengths: [UInt32] = []
    var lessons: [UInt32] = []
    var frequent: [UInt64] = []
  }

  /// Sorts what tasks gathered.
  ///
  /// Identical lessons count once, so that a lesson does not become boilerplate by being copied.
  static func build(
    _ gathered: [FingerprintDrawers], _ lessons: ComparedLessons, _ groups: LessonGroups,
    tasks: Int
  ) async throws -> FingerprintIndex {
    let limit = cutOff(groups.count)
    let shares = try await Shares.run(tasks) { task in
      stride(from: task, to: FingerprintDrawers.count, by: tasks).map { drawer in
        runs(gathered.map { $0.drawers[drawer] }, lessons, groups, limit)
      }
    }
    var index = FingerprintIndex(count: lessons.count)
    // Drawers were dealt out in turn.
    for drawer in 0..<FingerprintDrawers.count {
      index.append(shares[drawer % shares.count][drawer / shares.count])
    }
    index.turn()
    return index
  }

  /// From how many lessons on a fingerprint counts as boilerplate: a fiftieth, within bounds.
  static func cutOff(_ lessons: Int) -> Int { min(100, max(20, lessons / 50)) }

  /// From how many lessons of one course on it does: what a course repeats is its template.
  static func cutOff(inCourseOf lessons: Int) -> Int { max(3, lessons / 10) }

  private init(count: Int) {
    lessonStarts = [UInt32](repeating: 0, count: count + 1)
    fingerprints = []
  }

  private static func runs(
    _ drawers: [[UInt64]], _ lessons: ComparedLessons, _ groups: LessonGroups, _ limit: Int
  ) -> Runs {
    var entries: [UInt64] = []
    entries.reserveCapacity(drawers.reduce(0) { $0 + $1.count })
    for drawer in drawers {
      for entry in drawer
      where groups.isRepresentative(Int(entry & FingerprintDrawers.lessonMask)) {
        entries.append(entry)
      }
    }
    entries.sort()
    var runs = Runs()
    var i = 0
    while i < entries.count {
      let hash = entries[i] >> FingerprintDrawers.lessonBits
      var end = i + 1
      while end < entries.count, entries[end] >> FingerprintDrawers.lessonBits == hash { end += 1 }
      if end - i > 1 {
        if end - i > limit || isRepeated(entries[i..<end], lessons) {
          runs.frequent.append(hash << FingerprintDrawers.lessonBits)
        } else {
          runs.lengths.append(UInt32(end - i))
          for k in i..<end {
            runs.lessons.append(UInt32(entries[k] & FingerprintDrawers.lessonMask))
          }
        }
      }
      i = end
    }
    return runs
  }

  /// Whether one course has a fingerprint in many of its lessons.
  private static func isRepeated(_ run: ArraySlice<UInt64>, _ lessons: ComparedLessons) -> Bool {
    var course: UInt32?
    var count = 0
    for entry in run {
      let own = lessons.courses[Int(entry & FingerprintDrawers.lessonMask)]
      count = own == course ? count + 1 : 1
      course = own
      if count > cutOff(inCourseOf: lessons.sizes[Int(own)]) { return true }
    }
    return false
  }

  private mutating func append(_ runs: Runs) {
    var end = UInt32(lessons.count)
    for length in runs.lengths {
      end += length
      starts.append(end)
    }
    lessons += runs.lessons
    frequent += runs.frequent
  }

  /// Lists the fingerprints of each lesson.
  private mutating func turn() {
    for lesson in lessons { lessonStarts[Int(lesson) + 1] += 1 }
    for i in 1..<max(1, lessonStarts.count) { lessonStarts[i] += lessonStarts[i - 1] }
    fingerprints = [UInt32](repeating: 0, count: lessons.count)
    var next = lessonStarts
    for number in 0..<starts.count - 1 {
      for k in Int(starts[number])..<Int(starts[number + 1]) {
        let lesson = Int(lessons[k])
        fingerprints[Int(next[lesson])] = UInt32(number)
        next[lesson] += 1
      }
    }
  }

  /// Whether a shingle's hash is one of those that very many lessons have.
  func isFrequent(_ hash: UInt64) -> Bool {
    let wanted = hash & ~FingerprintDrawers.lessonMask
    var low = 0
    var high = frequent.count
    while low < high {
      let middle = (low + high) / 2
      if frequent[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < frequent.count && frequent[low] == wanted
  }
}

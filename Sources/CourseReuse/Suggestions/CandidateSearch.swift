/// Finds pairs of lessons that share fingerprints enough to be worth comparing.
struct CandidateSearch: Sendable {
  let index: FingerprintIndex
  let groups: LessonGroups
  /// How many fingerprints each lesson has.
  let counts: [UInt32]
  /// The least containment that is asked for.
  let least: Double

  /// Most candidates of one lesson: those that share most.
  static let mostCandidates = 16
  /// So many shared fingerprints are worth a comparison, however long the lessons are: about the
  /// length of a section.
  static let enough = 8

  /// The pairs of a task's share, the lower lesson in the upper half of a number.
  func pairs(task: Int, of tasks: Int) -> [UInt64] {
    var shared = [UInt32](repeating: 0, count: counts.count)
    var touched: [UInt32] = []
    var pairs: [UInt64] = []
    // Long lessons often stand together, so the tasks take turns.
    for lesson in counts.indices where lesson / 64 % tasks == task {
      let own = Int(index.lessonStarts[lesson])..<Int(index.lessonStarts[lesson + 1])
      if own.isEmpty { continue }
      for k in own {
        let number = Int(index.fingerprints[k])
        for p in Int(index.starts[number])..<Int(index.starts[number + 1]) {
          let other = Int(index.lessons[p])
          if shared[other] == 0 { touched.append(UInt32(other)) }
          shared[other] += 1
        }
      }
      var found: [(shared: UInt32, other: Int)] = []
      for number in touched {
        let other = Int(number)
        if other != lesson, Int(shared[other]) >= needed(lesson, other),
          groups.areComparable(lesson, other)
        {
          found.append((shared[other], other))
        }
        shared[other] = 0
      }
      touched.removeAll(keepingCapacity: true)
      if found.count > Self.mostCandidates {
        found.sort { $0.shared != $1.shared ? $0.shared > $1.shared : $0.other < $1.other }
      }
      for (_, other) in found.prefix(Self.mostCandidates) {
        pairs.append(UInt64(min(lesson, other)) << 32 | UInt64(max(lesson, other)))
      }
    }
    return pairs
  }

  /// How many fingerprints two lessons must share. Scattered changes take most of the fingerprints
  /// away, so an eighth of what unchanged text would share will do.
  private func needed(_ a: Int, _ b: Int) -> Int {
    let smaller = Double(min(counts[a], counts[b]))
    return min(Self.enough, max(2, Int((smaller * least / 8).rounded(.up))))
  }
}

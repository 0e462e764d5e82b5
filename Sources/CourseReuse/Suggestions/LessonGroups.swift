/// Lessons that say the same, word by word; one stands for all of them in the index.
struct LessonGroups: Sendable {
  /// The lesson that stands for each lesson: the first that says the same.
  let representatives: [UInt32]
  /// All lessons of groups of more than one, ascending, by the one that stands for them.
  let members: [Int: [Int]]
  /// How many lessons differ.
  let count: Int
  /// The identity of a group's course, where it is but one; by representative.
  private let sole: [Int32]
  private let hasOwn: [Bool]

  /// Puts lessons together by a hash of their words; nil for those that are not compared.
  init(_ hashes: [UInt64?], _ lessons: ComparedLessons) {
    var first: [UInt64: Int] = [:]
    var representatives: [UInt32] = []
    representatives.reserveCapacity(hashes.count)
    var members: [Int: [Int]] = [:]
    var sole = [Int32](repeating: -1, count: hashes.count)
    var hasOwn = [Bool](repeating: false, count: hashes.count)
    for (lesson, hash) in hashes.enumerated() {
      let identity = Int32(lessons.identity(lesson))
      var representative = lesson
      if let hash {
        if let known = first[hash] { representative = known } else { first[hash] = lesson }
      }
      representatives.append(UInt32(representative))
      if representative == lesson {
        sole[lesson] = identity
        hasOwn[lesson] = lessons.isOwn(lesson)
      } else {
        members[representative, default: [representative]].append(lesson)
        if sole[representative] != identity { sole[representative] = -1 }
        if lessons.isOwn(lesson) { hasOwn[representative] = true }
      }
    }
    self.representatives = representatives
    self.members = members
    self.sole = sole
    self.hasOwn = hasOwn
    count = first.count
  }

  /// All lessons of the group that a lesson stands for.
  func members(_ representative: Int) -> [Int] { members[representative] ?? [representative] }

  func isRepresentative(_ lesson: Int) -> Bool { Int(representatives[lesson]) == lesson }

  /// Whether a group has lessons of several courses, one of them our own.
  func isMixed(_ representative: Int) -> Bool { sole[representative] < 0 && hasOwn[representative] }

  /// Whether two groups have lessons that may be a copy and its original.
  func areComparable(_ a: Int, _ b: Int) -> Bool {
    (sole[a] < 0 || sole[a] != sole[b]) && (hasOwn[a] || hasOwn[b])
  }
}

/// The lessons that are compared, by number: course after course, in the courses' order.
public struct ComparedLessons: Sendable {
  /// The course of each lesson, by number.
  let courses: [UInt32]
  /// What a course is, by its number: courses that are the same one, read twice, have one number.
  let identities: [Int]
  /// Whether a course is the academy's own, by its number.
  let isOwn: [Bool]
  /// How many lessons each course has.
  let sizes: [Int]

  /// Most lessons that can be compared in one run.
  public static let limit = 1 << 24

  /// Makes the list from the courses of the lessons, ascending.
  ///
  /// - Parameters:
  ///   - identities: equal numbers for courses that are not compared with each other.
  ///   - isOwn: whether a course may declare what it reuses; two others are not compared.
  public init(courses: [Int], identities: [Int], isOwn: [Bool]) {
    self.courses = courses.map { UInt32($0) }
    self.identities = identities
    self.isOwn = isOwn
    var sizes = [Int](repeating: 0, count: identities.count)
    for course in courses { sizes[course] += 1 }
    self.sizes = sizes
  }

  /// How many lessons there are.
  public var count: Int { courses.count }

  func identity(_ lesson: Int) -> Int { identities[Int(courses[lesson])] }

  func isOwn(_ lesson: Int) -> Bool { isOwn[Int(courses[lesson])] }

  /// Whether two lessons may be a copy and its original: of two courses, one of them our own.
  func areComparable(_ a: Int, _ b: Int) -> Bool {
    identity(a) != identity(b) && (isOwn(a) || isOwn(b))
  }
}

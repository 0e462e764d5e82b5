import CourseModel

/// Which lessons have to do with each other by what manifests declare, directly or through others.
struct DeclaredFamilies {
  private var numbers: [String: Int] = [:]
  private var parents: [Int] = []
  /// The courses that a family has lessons of, by the family's first lesson.
  private var courses: [Int: Set<String>] = [:]

  init(_ members: [AcademyMember]) {
    for member in members {
      guard let id = member.id else { continue }
      for reuse in member.course.metadata.reuses {
        for pair in reuse.lessons {
          join("\(id)#\(pair.own)", "\(reuse.course)#\(pair.upstream)")
        }
      }
    }
    // The parent has the lower number, so its own root is known by then.
    for i in parents.indices { parents[i] = root(i) }
    for (name, number) in numbers {
      guard let hash = name.lastIndex(of: "#") else { continue }
      courses[parents[number], default: []].insert(String(name[..<hash]))
    }
  }

  /// Whether two lessons, each as `COURSE#LESSON`, belong together.
  func areRelated(_ a: String, _ b: String) -> Bool {
    guard let first = numbers[a], let second = numbers[b] else { return false }
    return root(first) == root(second)
  }

  /// Whether a lesson belongs together with any lesson of a course.
  func isRelated(_ lesson: String, to course: String) -> Bool {
    guard let number = numbers[lesson] else { return false }
    return courses[root(number)]?.contains(course) == true
  }

  private mutating func join(_ a: String, _ b: String) {
    let (x, y) = (number(a), number(b))
    let (first, second) = (root(x), root(y))
    parents[max(first, second)] = min(first, second)
  }

  private mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = parents.count
    parents.append(parents.count)
    return parents.count - 1
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }
}

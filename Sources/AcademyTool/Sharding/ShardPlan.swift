import CourseModel
import SourceCore

/// Shares the files of a tree out by their bytes, the same on every machine.
///
/// Files stand in an order that has nothing to do with what is in them, course by course, and each
/// part is a stretch of it. So a change moves a few files at the ends of stretches, and long lessons
/// do not meet in one part.
struct ShardPlan {
  /// By the path of a file, the part it belongs to, from 1.
  private var parts: [RepoPath: Int] = [:]
  /// By course, the part that looks at the course beside its pages.
  private(set) var leaders: [Int] = []
  /// By course, the parts that have files of it.
  private(set) var involved: [Set<Int>] = []

  /// What a page costs besides its bytes, in bytes.
  private static let pageCost = 400

  /// Shares the files of courses out.
  ///
  /// - Parameters:
  ///   - courses: the files of each course.
  ///   - size: how many bytes a file has.
  init(_ courses: [(folder: RepoPath, files: [TreeEntry])], count: Int, size: (TreeEntry) -> Int) {
    let weights = courses.map {
      $0.files.map { Self.isPage($0.path) ? size($0) + Self.pageCost : 0 }
    }
    let total = max(1, weights.reduce(0) { $1.reduce($0, +) })
    var before = 0
    leaders = Array(repeating: 1, count: courses.count)
    involved = Array(repeating: [], count: courses.count)
    func part(_ position: Int) -> Int { min(count - 1, position * count / total) + 1 }
    for course in Self.shuffled(courses.map(\.folder)) {
      leaders[course] = part(before)
      involved[course].insert(leaders[course])
      let files = courses[course].files
      for file in Self.shuffled(files.map(\.path)) {
        let weight = weights[course][file]
        let own = part(before + weight / 2)
        before += weight
        parts[files[file].path] = own
        if weight > 0 { involved[course].insert(own) }
      }
    }
  }

  /// The part that a file belongs to.
  func part(of path: RepoPath) -> Int? { parts[path] }

  /// Shares whole courses out, of which each has a size: the largest first, to who has least.
  static func parts(ofCourses sizes: [Int], count: Int) -> [Int] {
    var parts = Array(repeating: 1, count: sizes.count)
    var loads = Array(repeating: 0, count: count)
    for course in sizes.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) }) {
      let least = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      loads[least] += sizes[course] + Self.pageCost
      parts[course] = least + 1
    }
    return parts
  }

  /// Whether a file may be a page, whose bytes cost time.
  static func isPage(_ path: RepoPath) -> Bool {
    ["md", "qmd", "rmd", "markdown", "ipynb", "html"].contains(path.fileExtension)
  }

  /// The places of paths in an order that has nothing to do with the alphabet.
  private static func shuffled(_ paths: [RepoPath]) -> [Int] {
    let hashes = paths.map(hash)
    return paths.indices.sorted { a, b in
      hashes[a] == hashes[b] ? paths[a] < paths[b] : hashes[a] < hashes[b]
    }
  }

  private static func hash(_ path: RepoPath) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.string.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // The last bytes of a path differ most, and change only the low bits.
    hash ^= hash >> 32
    hash &*= 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }
}

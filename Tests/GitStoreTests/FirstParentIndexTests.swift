import GitStore
import SourceCore
import TestSupport
import Testing

/// Many histories at once must be what each is alone.
@Suite struct FirstParentIndexTests {
  @Test func manyHistoriesAreWhatEachIsAlone() throws {
    let seed = TestSeed.of("first parents")
    var state = seed | 1
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let repository = try FixtureRepository()
    let folders = (0..<12).map { "office-\($0 % 3)/c\($0)" } + ["", "deep/er/still"]
    var present: Set<String> = []
    for step in 0..<60 {
      var files: [String: String] = ["README.md": "\(step)"]
      var removed: [String] = []
      for _ in 0..<random(4) {
        let folder = folders[random(folders.count)]
        let path = folder.isEmpty ? "course.yml" : "\(folder)/course.yml"
        if present.contains(path), random(4) == 0, files[path] == nil {
          removed.append(path)
          present.remove(path)
        } else if !removed.contains(path) {
          files[path] = "\(random(5))"
          present.insert(path)
        }
      }
      // A folder in the place of the file, and back.
      if step == 30 { files["odd/course.yml/x"] = "1" }
      if step == 40 { removed.append("odd/course.yml/x") }
      try repository.commit(files, removing: removed)
    }
    let paths = (folders + ["odd", "none"]).map { folder in
      RepoPath(folder.isEmpty ? "course.yml" : "\(folder)/course.yml")!
    }
    let many = try #require(try Repository.discover(from: repository.path))
    let head = try many.commit("HEAD").id
    // The first questions are answered one by one, those after them from the index.
    for path in paths + paths {
      let alone = try #require(try Repository.discover(from: repository.path))
      #expect(
        try many.firstParentHistory(of: path, from: head)
          == alone.firstParentHistory(of: path, from: head), "\(path)")
    }
  }
}

import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct ReferenceLockTests {
  private let id = ObjectID(hex: String(repeating: "ab", count: 20))

  /// Whether a lock with this text is there after it was asked to be taken away.
  private func isLeft(_ text: String, _ reference: String, for target: ObjectID?) throws -> Bool {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "a"])
    let path = "\(fixture.gitDirectory)/\(reference).lock"
    try Files.write(path, Array(text.utf8))
    let repository = try #require(try Repository.discover(from: fixture.path))
    repository.clearAbandonedLock(of: reference, for: target)
    return (try? Files.read(path)) != nil
  }

  @Test func ourOwnIsTakenAway() throws {
    let id = try #require(id)
    #expect(try !isLeft("", "refs/heads/main", for: id))
    #expect(try !isLeft(id.hex + "\n", "refs/heads/main", for: id))
    #expect(try !isLeft(String(id.hex.prefix(7)), "refs/heads/main", for: id))
    #expect(try !isLeft(id.hex + "\n", "refs/tags/v1.0.0", for: nil))
  }

  @Test func anothersStays() throws {
    let id = try #require(id)
    let other = String(repeating: "c", count: 40)
    #expect(try isLeft(other + "\n", "refs/heads/main", for: id))
    #expect(try isLeft("ref: refs/heads/x\n", "refs/tags/v1.0.0", for: nil))
    #expect(try isLeft(String(repeating: "a", count: 5_000), "refs/tags/v1.0.0", for: nil))
  }
}

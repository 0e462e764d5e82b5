import Digest
import SourceCore
import Testing

@Suite struct BlobIDTests {
  @Test(
    "A blob's id is the one that `git hash-object` prints",
    arguments: [
      ("", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"),
      ("hello\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
    ])
  func known(text: String, id: String) {
    #expect(ObjectID(blobOf: Array(text.utf8)).hex == id)
  }
}

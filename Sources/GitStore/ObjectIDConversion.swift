import CLibGit2
import SourceCore

extension ObjectID {
  /// The id that libgit2 gives; by words, because ids are made by the ten thousand.
  init(_ id: git_oid) {
    let words = unsafe withUnsafeBytes(of: id.id) { bytes in
      (
        unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        unsafe UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      )
    }
    self.init(words: words)
  }

  /// The id as libgit2 takes it.
  var gitID: git_oid {
    var id = git_oid()
    let words = words
    unsafe withUnsafeMutableBytes(of: &id.id) { bytes in
      unsafe bytes.storeBytes(of: words.0.bigEndian, toByteOffset: 0, as: UInt64.self)
      unsafe bytes.storeBytes(of: words.1.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe bytes.storeBytes(of: words.2.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return id
  }
}

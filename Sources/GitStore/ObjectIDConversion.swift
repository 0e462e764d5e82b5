import CLibGit2
import SourceCore

extension ObjectID {
  init(_ id: git_oid) {
    self = unsafe withUnsafeBytes(of: id.id) { unsafe ObjectID(bytes: $0)! }
  }

  var gitID: git_oid {
    var id = git_oid()
    let bytes = bytes
    unsafe withUnsafeMutableBytes(of: &id.id) { unsafe $0.copyBytes(from: bytes) }
    return id
  }
}

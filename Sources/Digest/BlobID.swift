import CLibCrypto
import SourceCore

extension ObjectID {
  /// The id that Git gives a blob of these bytes; for a file whose entry names none.
  public init(blobOf bytes: [UInt8]) {
    var hash = unsafe MessageDigest(MessageDigest.sha1)
    hash.update("blob \(bytes.count)\0".utf8)
    hash.update(bytes)
    self.init(bytes: hash.finish())!
  }
}

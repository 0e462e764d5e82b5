import CLibCrypto
import SourceCore

/// SHA-1, for the formats that ask for it; never to tell whether bytes are what they should be.
public enum SHA1 {
  /// The 20 bytes of the digest of some bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = unsafe MessageDigest(MessageDigest.sha1)
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of some bytes as 40 lower-case hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(hash(bytes)) }
}

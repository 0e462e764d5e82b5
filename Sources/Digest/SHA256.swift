import CLibCrypto
import SourceCore

/// SHA-256 of bytes that come in pieces.
public struct SHA256: ~Copyable {
  private var digest: MessageDigest

  /// Starts with no bytes.
  public init() { digest = unsafe MessageDigest(MessageDigest.sha256) }

  /// Adds bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) { digest.update(bytes) }

  /// The 32 bytes of the digest.
  public consuming func finish() -> [UInt8] { digest.finish() }

  /// The 32 bytes of the digest of some bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of some bytes as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(hash(bytes)) }
}

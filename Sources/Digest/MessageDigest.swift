import CLibCrypto

/// Hashes bytes piece by piece with one of libcrypto's functions.
@safe struct MessageDigest: ~Copyable {
  private let context: OpaquePointer

  /// Fetched once: libcrypto would look for them each time, under a lock.
  nonisolated(unsafe) static let sha1 = unsafe EVP_MD_fetch(nil, "SHA1", nil)
  nonisolated(unsafe) static let sha256 = unsafe EVP_MD_fetch(nil, "SHA256", nil)

  /// Starts with one of libcrypto's functions.
  init(_ function: OpaquePointer?) {
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, function, nil) == 1
    else { preconditionFailure("libcrypto cannot hash") }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  mutating func update(_ bytes: some Sequence<UInt8>) {
    let isAdded = bytes.withContiguousStorageIfAvailable {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1
    }
    if isAdded == nil {
      update(Array(bytes))
    } else {
      precondition(isAdded!, "libcrypto cannot hash")
    }
  }

  /// The digest of all bytes added.
  consuming func finish() -> [UInt8] {
    var count: UInt32 = 0
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    let code = unsafe EVP_DigestFinal_ex(context, &digest, &count)
    precondition(code == 1, "libcrypto cannot hash")
    return Array(digest[..<Int(count)])
  }
}

import CLibPCRE2

/// Owns a pattern compiled by PCRE2, which any number of threads may match with.
final class CompiledPattern: Sendable {
  let source: String
  /// Whether it can match at the start of a text only.
  let isAnchored: Bool
  /// The address of a `pcre2_code`. PCRE2 never changes a compiled pattern, so it may be shared; a
  /// pointer could not say so.
  private let address: UInt

  /// The longest pattern that is read, in bytes; PCRE2 itself refuses what grows too large.
  private static let lengthLimit = 50_000

  init(_ text: String, source: String, ignoringCase: Bool = false) throws(PatternError) {
    self.source = source
    guard text.utf8.count <= Self.lengthLimit else {
      throw PatternError("it is longer than \(Self.lengthLimit) bytes", at: 0)
    }
    let options =
      (ignoringCase ? UInt32(PCRE2_CASELESS) : 0) | UInt32(PCRE2_UTF)
      | UInt32(PCRE2_MATCH_UNSET_BACKREF) | UInt32(PCRE2_NEVER_BACKSLASH_C)
      | UInt32(PCRE2_NO_UTF_CHECK)
    var status: Int32 = 0
    var offset = 0
    let bytes = Array(text.utf8)
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, options, &status, &offset, nil)
    }
    guard let code = unsafe code else { throw PatternError(Self.message(status), at: 0) }
    address = UInt(bitPattern: code)
    var found: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_ALLOPTIONS), &found)
    isAnchored = found & UInt32(bitPattern: Int32(truncatingIfNeeded: PCRE2_ANCHORED)) != 0
  }

  deinit { unsafe pcre2_code_free_8(OpaquePointer(bitPattern: address)) }

  /// Lends PCRE2's form of the pattern.
  @unsafe func withCode<Result>(_ body: (OpaquePointer?) -> Result) -> Result {
    unsafe body(OpaquePointer(bitPattern: address))
  }

  private static func message(_ status: Int32) -> String {
    // PCRE2 needs to know how far a lookbehind looks; this is the only thing it lacks that people use.
    if status == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH {
      return "what stands in `(?<=…)` or `(?<!…)` must have a fixed length"
    }
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(status, buffer.baseAddress, buffer.count)
    }
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }
}

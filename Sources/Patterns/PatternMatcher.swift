import CLibPCRE2

/// What matching needs besides a pattern and a text; one for each thread.
///
/// It keeps an account of the work done, so that its owner can give up before a thousand patterns
/// that each stay below their limit have taken hours.
@safe public final class PatternMatcher {
  /// What patterns took that did not behave, in the units of `Pattern.cost`.
  public private(set) var work = 0

  private let data: OpaquePointer?
  private let context: OpaquePointer?

  /// Steps that cost nothing, and those allowed at most.
  private static let (fewSteps, manySteps) = (500, 1_000_000)
  /// Memory for going back, in kilobytes.
  private static let heapLimit: UInt32 = 65_536

  /// Makes a matcher.
  public init() {
    unsafe data = pcre2_match_data_create_8(1, nil)
    unsafe context = pcre2_match_context_create_8(nil)
    unsafe pcre2_set_heap_limit_8(context, Self.heapLimit)
    unsafe pcre2_set_depth_limit_8(context, UInt32(Self.manySteps))
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
  }

  func matches(_ pattern: CompiledPattern, _ text: String) throws(PatternLimit) -> Bool {
    let length = text.utf8.count
    // Nearly every pattern needs few steps; each that needs more is tried again and charged for it.
    let most = Self.manySteps + 4 * length
    var steps = Self.fewSteps + length
    var status = run(pattern, text, steps: steps)
    while status == PCRE2_ERROR_MATCHLIMIT, steps < most {
      work += 2 * steps
      steps = min(8 * steps, most)
      status = run(pattern, text, steps: steps)
    }
    if status >= 0 { return true }
    if status == PCRE2_ERROR_NOMATCH { return false }
    throw PatternLimit(pattern: pattern.source, textLength: length)
  }

  private func run(_ pattern: CompiledPattern, _ text: String, steps: Int) -> Int32 {
    unsafe pcre2_set_match_limit_8(context, UInt32(clamping: steps))
    var text = text
    return text.withUTF8 { bytes in
      unsafe pattern.withCode { code in
        // Strings are valid UTF-8 already. PCRE2 takes no null pointer for an empty text.
        unsafe withUnsafePointer(to: UInt8(0)) { empty in
          unsafe pcre2_match_8(
            code, bytes.baseAddress ?? empty, bytes.count, 0, UInt32(PCRE2_NO_UTF_CHECK), data,
            context)
        }
      }
    }
  }
}

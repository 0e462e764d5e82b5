/// Names something that was found out once, by a digest of everything it depends on.
public struct FactKey: Hashable, Sendable {
  /// The digest's 256 bits as four numbers.
  public let words: (UInt64, UInt64, UInt64, UInt64)

  /// Makes a key of a digest's 32 bytes; of another number of bytes, none.
  public init?(digest: [UInt8]) {
    guard digest.count == 32 else { return nil }
    func word(_ start: Int) -> UInt64 {
      digest[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(0), word(8), word(16), word(24))
  }

  /// Whether two are the same digest.
  public static func == (a: FactKey, b: FactKey) -> Bool { a.words == b.words }

  /// Hashes the first bits, which are as good as random.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// Keeps what was found out in earlier runs.
///
/// A store may forget anything at any time, and never gives other bytes than were put. Whoever asks
/// does without what is not there.
public protocol FactStore: AnyObject {
  /// Tells this build of the tool from all others; part of every key, because another build may find
  /// something else.
  var build: [UInt8] { get }
  /// What is known under each of the keys, in their order; nil for what is not.
  func values(for keys: [FactKey]) -> [[UInt8]?]
  /// Keeps values, all in one step.
  func put(_ facts: [(key: FactKey, value: [UInt8])])
}

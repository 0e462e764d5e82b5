import Glibc

/// Where a random test begins.
public enum TestSeed {
  /// The seed of the named test, which is printed: the same in every run, so that a change fails in
  /// CI for what it does and not for the draw of the day.
  ///
  /// `ACADEMY_SEED=random` draws a new one, and `ACADEMY_SEED=N` takes `N`.
  public static func of(_ test: String) -> UInt64 {
    var seed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in test.utf8 { seed = (seed ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    if let asked = unsafe getenv("ACADEMY_SEED").map({ unsafe String(cString: $0) }) {
      seed = UInt64(asked) ?? UInt64.random(in: 1...UInt64.max)
    }
    print("seed of \(test): \(seed)")
    return seed
  }
}

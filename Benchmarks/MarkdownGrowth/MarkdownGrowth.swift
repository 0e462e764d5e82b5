import Glibc
import Markdown

/// Measures how parsing time grows with inputs that careless parsers take quadratic time for, in
/// every dialect: twice the input may take 2.3 times as long, and a byte of it 20 times as long as
/// one of an ordinary document. Prints what is beyond, and exits with 1 where anything is.
@main
enum MarkdownGrowth {
  /// Bytes of the smaller input.
  static let size = 1 << 16

  static func main() {
    let ordinary = filled(Pathological.ordinary, 4 * size)
    var slow = 0
    for dialect in Dialect.allCases {
      let options = ParseOptions(dialect: dialect, frontMatter: false)
      let base = time(ordinary, options) / Double(ordinary.count)
      var worst = (growth: 0.0, factor: 0.0)
      for input in Pathological.all {
        let small = input.make(size)
        let large = input.make(2 * size)
        var (growth, factor) = judged(small, large, base, options)
        // A busy machine makes single times long: only what is slow three times is slow.
        for _ in 0..<2 where growth > 2.3 || factor > 20 {
          let again = judged(small, large, base, options)
          (growth, factor) = (min(growth, again.growth), min(factor, again.factor))
        }
        worst = (max(worst.growth, growth), max(worst.factor, factor))
        guard growth > 2.3 || factor > 20 else { continue }
        slow += 1
        print("\(dialect): \(input.name): t(2n)/t(n) \(rounded(growth)), \(rounded(factor)) times")
      }
      print(
        "\(dialect): \(Pathological.all.count) inputs, t(2n)/t(n) at most \(rounded(worst.growth)), "
          + "a byte at most \(rounded(worst.factor)) times an ordinary one")
      unsafe fflush(nil)
    }
    exit(slow == 0 ? 0 : 1)
  }

  private static func judged(
    _ small: [UInt8], _ large: [UInt8], _ base: Double, _ options: ParseOptions
  ) -> (growth: Double, factor: Double) {
    let first = time(small, options)
    let second = time(large, options)
    let growth = second / first * 2 * Double(small.count) / Double(large.count)
    // Below a tick of the clock's there is nothing to compare.
    return (second < 0.001 ? 0 : growth, second / Double(large.count) / base)
  }

  /// The least processor time of several runs.
  private static func time(_ bytes: [UInt8], _ options: ParseOptions) -> Double {
    var best = Double.infinity
    for _ in 0..<3 {
      let start = now()
      let count = Document(bytes, options: options).nodeCount
      precondition(count > 0)
      best = min(best, now() - start)
      if best > 2 { break }
    }
    return max(best, 1e-7)
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  /// A text again and again up to a size.
  static func filled(_ text: String, _ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + text.utf8.count)
    while bytes.count < size { bytes += text.utf8 }
    return bytes
  }
}

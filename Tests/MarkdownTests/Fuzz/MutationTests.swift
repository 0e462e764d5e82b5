import Foundation
import Markdown
import Testing

/// Mutated documents: none may trap, and the ranges of each must hold together.
@Suite struct MutationTests {
  /// `ACADEMY_FUZZ` sets the number of documents, `ACADEMY_SEED` the seed.
  static let count = number("ACADEMY_FUZZ") ?? 20_000
  static let seed = number("ACADEMY_SEED") ?? 20_260_101

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test func holdTogether() {
    let examples = (ConformanceTests.commonMark + ConformanceTests.gfm).map(\.markdown)
    let seeds = (Samples.all + Samples.all + examples).map { Array($0.utf8) }
    var mutator = Mutator(seed: UInt64(Self.seed), seeds: seeds)
    print("seed \(Self.seed), \(Self.count) documents")
    for number in 0..<Self.count {
      let bytes = mutator.next()
      let dialect = Dialect.allCases[number % Dialect.allCases.count]
      let document = Document(bytes, options: ParseOptions(dialect: dialect))
      let violations = RangeInvariants(document).violations
      let html = document.html()
      if !violations.isEmpty || html.utf8.contains(0) {
        Issue.record(
          "document \(number) of seed \(Self.seed), \(dialect): \(violations)\n\(String(reflecting: String(decoding: bytes, as: UTF8.self)))"
        )
        return
      }
    }
  }
}

import Foundation
import Markdown
import TestSupport
import Testing

/// Mutated documents: none may trap, and the ranges of each must hold together.
@Suite struct MutationTests {
  /// `ACADEMY_FUZZ` sets the number of documents.
  static let count =
    ProcessInfo.processInfo.environment["ACADEMY_FUZZ"].flatMap { Int($0) } ?? 20_000

  @Test func holdTogether() {
    let examples = (ConformanceTests.commonMark + ConformanceTests.gfm).map(\.markdown)
    let seeds = (Samples.all + Samples.all + examples).map { Array($0.utf8) }
    let seed = TestSeed.of("mutations")
    var mutator = Mutator(seed: seed, seeds: seeds)
    for number in 0..<Self.count {
      let bytes = mutator.next()
      let dialect = Dialect.allCases[number % Dialect.allCases.count]
      let document = Document(bytes, options: ParseOptions(dialect: dialect))
      let violations = RangeInvariants(document).violations
      let html = document.html()
      if !violations.isEmpty || html.utf8.contains(0) {
        Issue.record(
          "document \(number) of seed \(seed), \(dialect): \(violations)\n\(String(reflecting: String(decoding: bytes, as: UTF8.self)))"
        )
        return
      }
    }
  }
}

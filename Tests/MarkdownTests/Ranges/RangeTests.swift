import Markdown
import Testing

/// The invariants of ranges over our own samples, with every line ending and in every dialect.
@Suite struct RangeTests {
  @Test(arguments: Samples.all.indices, Dialect.allCases)
  func holdTogether(_ sample: Int, _ dialect: Dialect) {
    let text = Samples.all[sample]
    let variants = [
      text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"), "\u{FEFF}" + text,
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> \($0)" }.joined(separator: "\n"),
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  \($0)" }.joined(separator: "\n"),
    ]
    for variant in variants {
      #expect(RangeInvariants(parse(variant, dialect)).violations.isEmpty)
    }
  }
}

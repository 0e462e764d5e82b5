import Identifiers
import TestSupport
import Testing

@Suite struct NearMatchIndexTests {
  /// The index counts errors in another way, and must count the same.
  @Test func findsWhatASearchThroughAllFinds() {
    let seed = TestSeed.of("near names")
    var random = SeededGenerator(seed: seed)
    let letters = Array("abcdeABé-1")
    func word(_ random: inout SeededGenerator) -> String {
      let length = Int.random(in: 0...12, using: &random)
      return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    var found = 0
    for _ in 0..<300 {
      let names = (0..<40).map { _ in word(&random) }
      var index = NearMatch.Index()
      for name in names { index.add(name) }
      for _ in 0..<20 {
        let wanted = word(&random)
        let best = index.best(for: wanted)
        #expect(best == NearMatch.best(for: wanted, among: names), "\(wanted) in \(names)")
        if best != nil { found += 1 }
      }
    }
    #expect(found > 300)
  }

  @Test func wordsOfSixtyFourLettersAreCompared() {
    let long = String(repeating: "abcdefgh", count: 8)
    var index = NearMatch.Index()
    index.add(String(long.dropLast()) + "x")
    #expect(index.best(for: long) != nil)
    #expect(index.best(for: long + "y") == nil)
  }
}

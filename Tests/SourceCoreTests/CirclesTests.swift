import SourceCore
import TestSupport
import Testing

/// Circles in graphs, as a search from every node would find them.
@Suite struct CirclesTests {
  @Test func `circles of random graphs are found`() {
    let seed = TestSeed.of("circles")
    var state = seed
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<300 {
      let count = 1 + random(9)
      var edges: [String: [String]] = [:]
      for _ in 0..<random(14) { edges["\(random(count))", default: []].append("\(random(count))") }
      func reaches(_ a: String, _ b: String) -> Bool {
        var seen: Set<String> = []
        var next = edges[a] ?? []
        while let node = next.popLast() {
          if seen.insert(node).inserted { next += edges[node] ?? [] }
        }
        return seen.contains(b)
      }
      let circles = Circles(edges)
      for a in 0..<count {
        for b in 0..<count {
          let expected = reaches("\(a)", "\(b)") && reaches("\(b)", "\(a)")
          #expect(circles.join("\(a)", "\(b)") == expected, "seed \(seed): \(edges), \(a) \(b)")
        }
      }
    }
  }

  @Test func `a chain of a hundred thousand is no problem`() {
    var edges: [String: [String]] = [:]
    for i in 0..<100_000 { edges["\(i)"] = ["\(i + 1)"] }
    #expect(!Circles(edges).join("0", "0"))
    edges["100000"] = ["0"]
    #expect(Circles(edges).join("0", "50000"))
  }
}

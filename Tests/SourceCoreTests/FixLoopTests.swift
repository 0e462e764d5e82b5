import SourceCore
import Testing

/// Fixing ends, stays, and changes nothing that a guard keeps.
struct FixLoopTests {
  /// Keeps the letters of some rules as they are.
  private struct Letters: FixGuard {
    func trusts(_ rule: String) -> Bool { false }
    func keeps(_ before: [UInt8], _ after: [UInt8], rules: Set<String>) -> Bool {
      letters(before) == letters(after)
    }
    private func letters(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 >= 0x61 } }
  }

  /// Rules that replace one text by another wherever it stands.
  private static func run(
    _ text: String, _ rules: [(String, String)], watch: (any FixGuard)? = nil
  ) -> FixedText {
    FixLoop().run(Array(text.utf8), watch: watch) { bytes in
      rules.flatMap { old, new -> [FixLoop.Found] in
        let old = Array(old.utf8)
        return bytes.indices.filter { bytes[$0...].starts(with: old) }.map { at in
          FixLoop.Found(
            rule: new,
            fix: Fix(
              title: "", replacing: ByteRange(at, at + old.count), with: new, applicability: .safe))
        }
      }
    }
  }

  private static func text(_ fixed: FixedText) -> String {
    String(decoding: fixed.bytes, as: UTF8.self)
  }

  @Test func onlyWhatChangesTheTextIsLeftOut() {
    let fixed = Self.run("a  b  c, B", [("  ", " "), ("B", "-"), ("b", "x")], watch: Letters())
    #expect(Self.text(fixed) == "a b c, -")
    #expect(fixed.leftOut == ["x"] && fixed.isStable && fixed.applied == 3)
  }

  /// One rule's fixes are told apart: where two of them are right, only the third is left out.
  @Test func fixesOfOneRuleAreToldApart() {
    let fixed = Self.run("1 a 2 1 2 1", [("1", "."), ("a", ".")], watch: Letters())
    #expect(Self.text(fixed) == ". a 2 . 2 .")
    #expect(fixed.leftOut == ["."])
  }

  @Test func aCircleEndsAtItsBestAndStaysThere() {
    for start in ["1", "2", "31", "32"] {
      let fixed = Self.run(start, [("1", "2"), ("2", "1"), ("3", "")])
      #expect(Self.text(fixed) == "1" && fixed.isContradicted && fixed.isStable, "\(start)")
    }
    #expect(Self.run("1", [("1", "2"), ("2", "1")]).applied == 0)
  }

  @Test func whatGrowsForEverIsLeftAsItIs() {
    let fixed = Self.run("1", [("1", "21")])
    #expect(!fixed.isStable && Self.text(fixed) == "1" && fixed.applied == 0)
  }

  /// However many fixes are wrong, the file is looked at a bounded number of times.
  @Test func looksAreBounded() {
    let fixed = Self.run(
      String(repeating: "a1", count: 300), [("a", "b"), ("1", "2")], watch: Letters())
    #expect(fixed.rounds <= FixLoop.limit)
    #expect(Self.text(fixed) == String(repeating: "a2", count: 300))
  }
}

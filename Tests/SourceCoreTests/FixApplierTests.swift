import SourceCore
import Testing

struct FixApplierTests {
  private func apply(_ text: String, _ edits: [[(Int, Int, String)]]) -> (String, Int) {
    let fixes = edits.map { parts in
      Fix(
        title: "t", edits: parts.map { Fix.Edit(ByteRange($0.0, $0.1), $0.2) },
        applicability: .safe)
    }
    let result = FixApplier.apply(fixes, to: Array(text.utf8))
    return (String(decoding: result.bytes, as: UTF8.self), result.applied)
  }

  @Test func disjointFixesAllApply() {
    #expect(apply("abcdef", [[(4, 5, "E")], [(0, 2, "")], [(6, 6, "!")]]) == ("cdEf!", 3))
    #expect(apply("abc", []) == ("abc", 0))
    #expect(apply("ab", [[(0, 1, "x")], [(1, 2, "y")]]) == ("xy", 2))
  }

  @Test func overlappingFixesWait() {
    #expect(apply("abcdef", [[(0, 3, "X")], [(2, 4, "Y")]]) == ("Xdef", 1))
    #expect(apply("abcdef", [[(2, 4, "Y")], [(0, 3, "X")]]) == ("Xdef", 1))
    #expect(apply("abcdef", [[(0, 6, "all")], [(2, 2, "in")]]) == ("all", 1))
  }

  /// Two insertions at one place would depend on their order; next to a replacement they do not.
  @Test func insertions() {
    #expect(apply("ab", [[(1, 1, "x")], [(1, 1, "y")]]) == ("axb", 1))
    #expect(apply("ab", [[(1, 1, "x")], [(1, 2, "B")]]) == ("axB", 2))
    #expect(apply("ab", [[(0, 1, "A")], [(1, 1, "x")]]) == ("Axb", 2))
  }

  /// A fix of several edits applies whole or not at all.
  @Test func aFixIsNeverTorn() {
    #expect(
      apply("abcdef", [[(0, 1, "A"), (5, 6, "F")], [(5, 6, "!")], [(2, 3, "C")]]) == ("AbCdeF", 2))
    #expect(apply("abcdef", [[(1, 2, "B")], [(0, 2, "x"), (4, 5, "y")]]) == ("xcdyf", 1))
  }

  @Test func editsOutsideTheFileAreRefused() {
    #expect(apply("ab", [[(1, 9, "x")]]) == ("ab", 0))
    #expect(apply("ab", [[]]) == ("ab", 0))
  }
}

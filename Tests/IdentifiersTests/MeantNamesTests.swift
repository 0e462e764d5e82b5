import Identifiers
import Testing

@Suite struct MeantNamesTests {
  @Test func onlyTheFirstHundredGetAHint() {
    var names = MeantNames(.init(["branching", "loops"]))
    let found = (0...MeantNames.limit).map { _ in names.meant(by: "branchng") }
    #expect(found.dropLast().allSatisfy { $0 == "branching" })
    #expect(found.last == .some(nil))
  }

  @Test func aFarWordMeansNothing() {
    var names = MeantNames(.init(["branching"]))
    #expect(names.meant(by: "sampling") == nil)
  }
}

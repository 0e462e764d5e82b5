import Testing

@testable import Markdown

@Suite struct LabelTableTests {
  private func insert(_ text: String, into table: inout LabelTable) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { table.insert(ByteView(rebasing: $0[...])) }
  }

  private func ordinal(_ text: String, in table: inout LabelTable) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { table.ordinal(ByteView(rebasing: $0[...])) }
  }

  @Test func labelsKeepTheirOrdinals() {
    var table = LabelTable()
    let count = 20_000
    var inserted = 0
    for i in 0..<count where insert("Label \(i)", into: &table) { inserted += 1 }
    #expect(inserted == count)
    let all = table.count
    #expect(all == count)
    for i in stride(from: 0, to: count, by: 7) {
      let found = ordinal("  label\t\(i) ", in: &table)
      let again = insert("LABEL \(i)", into: &table)
      #expect(found == i)
      #expect(!again)
    }
    let missing = ordinal("label \(count)", in: &table)
    let empty = ordinal("", in: &table)
    #expect(missing == nil)
    #expect(empty == nil)
  }
}

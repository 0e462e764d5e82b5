import Testing

@testable import Markdown

/// Memory grows by the allocator's hand, then by moving mappings, then in large pages.
@Suite struct BufferTests {
  @Test(arguments: [0, 1, 3, 4, 5, 1_000, 262_144, 262_145, 3_000_000])
  func whatWasAppendedIsThere(count: Int) {
    var buffer = Buffer<UInt32>(capacity: count % 2)
    for i in 0..<count { buffer.append(UInt32(i) &* 2_654_435_761) }
    let appended = buffer.count
    #expect(appended == count)
    let areThere = (0..<count).allSatisfy { buffer[$0] == UInt32($0) &* 2_654_435_761 }
    #expect(areThere)
    let column = buffer.column()
    let left = buffer.count
    #expect(left == 0)
    let taken = column.count
    #expect(taken == count)
    let areTaken = (0..<count).allSatisfy { column[$0] == UInt32($0) &* 2_654_435_761 }
    #expect(areTaken)
    // What is left is as good as new.
    for i in 0..<10 { buffer.append(UInt32(i)) }
    let last = buffer.last
    #expect(last == 9)
    let isEmpty = column.isEmpty
    #expect(isEmpty == (count == 0))
  }

  @Test func aLargeColumnBecomesSmall() {
    var buffer = Buffer<Int>(capacity: 1_000_000)
    for i in 0..<10 { buffer.append(i) }
    let column = buffer.column()
    let all = column.array
    #expect(all == Array(0..<10))
  }

  @Test func roomIsMadeAtOnce() {
    var buffer = Buffer<UInt8>()
    buffer.append(7)
    buffer.reserve(5_000_000)
    buffer.reserve(10)
    for i in 0..<5_000_000 { buffer.append(UInt8(truncatingIfNeeded: i)) }
    let (first, last) = (buffer[0], buffer.last)
    #expect(first == 7)
    #expect(last == UInt8(truncatingIfNeeded: 4_999_999))
  }
}

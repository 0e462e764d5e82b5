import SourceCore

/// Finds keys that an object has twice, without a hash table for the few keys most objects have.
struct SeenKeys {
  private var ranges: [String: ByteRange] = [:]

  private static let few = 12

  /// Notes a member about to be appended to `members`; returns where its key stood first.
  mutating func add(_ member: DataNode.Member, to members: [DataNode.Member]) -> ByteRange? {
    if members.count < Self.few { return members.first { $0.key == member.key }?.keyRange }
    if ranges.isEmpty {
      for earlier in members where ranges[earlier.key] == nil {
        ranges[earlier.key] = earlier.keyRange
      }
    }
    if let first = ranges[member.key] { return first }
    ranges[member.key] = member.keyRange
    return nil
  }
}

extension DataProblem {
  /// Says that a key is given twice.
  static func duplicate(_ member: DataNode.Member, _ first: ByteRange) -> DataProblem {
    DataProblem(
      .duplicateKey, member.keyRange, "`\(member.key)` is given twice; the first one counts",
      help: "keep one of them", related: first)
  }
}

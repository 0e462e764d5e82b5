import StructuredData

/// Entries of one configuration after another: one with the key of an earlier one takes its place.
struct MergedMembers {
  /// The entries, none with the key of another.
  private(set) var members: [DataNode.Member] = []
  /// Where in them each key is.
  private var places: [String: Int] = [:]

  init(_ members: [DataNode.Member] = []) { merge(members) }

  /// Adds entries.
  mutating func merge(_ added: [DataNode.Member]) {
    for member in added {
      if let place = places[member.key] {
        members[place] = member
      } else {
        places[member.key] = members.count
        members.append(member)
      }
    }
  }
}

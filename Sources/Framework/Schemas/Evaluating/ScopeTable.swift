/// Lists of the resources through which schemas were reached, each list with a number.
///
/// For `$dynamicRef` only the outermost place of a resource counts, so a list holds each one once,
/// and there are few lists.
struct ScopeTable {
  private struct Entry: Hashable {
    let parent: Int
    let resource: Int
  }

  /// The empty list.
  static let empty = -1

  private var entries: [Entry] = []
  private var indices: [Entry: Int] = [:]

  /// The list with a resource added at its inner end.
  mutating func entering(_ resource: Int, from scope: Int) -> Int {
    var at = scope
    while at >= 0 {
      if entries[at].resource == resource { return scope }
      at = entries[at].parent
    }
    let entry = Entry(parent: scope, resource: resource)
    if let known = indices[entry] { return known }
    indices[entry] = entries.count
    entries.append(entry)
    return entries.count - 1
  }

  /// Calls `body` for each resource, the innermost first.
  func forEachOutwards(_ scope: Int, _ body: (Int) -> Void) {
    var at = scope
    while at >= 0 {
      body(entries[at].resource)
      at = entries[at].parent
    }
  }
}

import SourceCore

/// Which files of a tree are files of an older one under another name, found by content as Git does.
struct Renames {
  /// Old paths by the new ones.
  private(set) var before: [String: String] = [:]

  /// Files that may be compared on each side; with more, only identical ones are found.
  private static let limit = 400
  /// Longest file that is compared, in bytes.
  private static let longest = 2_000_000

  /// Looks for the old names of `paths` among files that `new` no longer has.
  init(of paths: Set<String>, in new: any TreeView, since old: any TreeView) {
    let added = paths.compactMap { RepoPath($0) }.sorted()
      .compactMap { path in old.entry(at: path) == nil ? new.entry(at: path) : nil }
      .filter(\.isFile)
    if added.isEmpty { return }
    let kept = Set(new.entries.map(\.path))
    let gone = old.entries.filter { $0.isFile && !kept.contains($0.path) }
    if gone.isEmpty { return }
    let endings = Set(added.map(\.path.fileExtension))
    var sources = gone.filter { endings.contains($0.path.fileExtension) }
      .compactMap { FileShape($0, in: old) }
    var left: [FileShape] = []
    for shape in added.compactMap({ FileShape($0, in: new) }) {
      let same = sources.indices.filter { sources[$0].lines == shape.lines }
      if let best = same.first(where: { sources[$0].entry.path.name == shape.entry.path.name })
        ?? same.first
      {
        before[shape.entry.path.string] = sources.remove(at: best).entry.path.string
      } else {
        left.append(shape)
      }
    }
    guard left.count <= Self.limit, sources.count <= Self.limit else { return }
    var pairs: [(likeness: Double, new: Int, old: Int)] = []
    for (n, shape) in left.enumerated() {
      for (o, source) in sources.enumerated() {
        let likeness = shape.likeness(to: source)
        if likeness >= 0.5 { pairs.append((likeness, n, o)) }
      }
    }
    pairs.sort { a, b in
      a.likeness != b.likeness ? a.likeness > b.likeness : (a.new, a.old) < (b.new, b.old)
    }
    var taken: Set<Int> = []
    for pair in pairs {
      let path = left[pair.new].entry.path.string
      guard before[path] == nil, taken.insert(pair.old).inserted else { continue }
      before[path] = sources[pair.old].entry.path.string
    }
  }

  /// A file's lines, whatever their order.
  private struct FileShape {
    let entry: TreeEntry
    /// Bytes by the hashes of the lines that hold them.
    let lines: [UInt64: Int]
    let size: Int

    init?(_ entry: TreeEntry, in tree: any TreeView) {
      guard let bytes = try? tree.read(entry, limit: Renames.longest), !bytes.isEmpty else {
        return nil
      }
      var lines: [UInt64: Int] = [:]
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var count = 0
      for byte in bytes {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        count += 1
        if byte == 0x0A {
          lines[hash, default: 0] += count
          (hash, count) = (0xCBF2_9CE4_8422_2325, 0)
        }
      }
      if count > 0 { lines[hash, default: 0] += count }
      self.entry = entry
      self.lines = lines
      size = bytes.count
    }

    /// The share of the larger file that both have.
    func likeness(to other: FileShape) -> Double {
      let larger = max(size, other.size)
      if min(size, other.size) * 2 < larger { return 0 }
      var common = 0
      for (line, count) in lines { common += min(count, other.lines[line] ?? 0) }
      return Double(common) / Double(larger)
    }
  }
}

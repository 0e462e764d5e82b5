import SourceCore

/// Finds all of some names in one look at a text.
struct ProperNameIndex: Sendable {
  /// Where one of the names is.
  struct Match {
    /// Its index among the names.
    let name: Int
    /// The index of the run of text that it is in.
    let run: Int
    /// Its place.
    let range: ByteRange
  }

  private let patterns: [ProperName.Pattern]
  /// Names of ASCII, and the others.
  private let plain: Table
  private let other: Table
  /// Whether each name begins with a letter.
  private let areWords: Bool

  init(_ names: [ProperName]) {
    patterns = names.map(\.pattern)
    // Of names found at the same places the first takes them all.
    var known: Set<ProperName.Pattern> = []
    let first = patterns.indices.filter { [patterns] in known.insert(patterns[$0]).inserted }
    plain = Table(first.filter { [patterns] in patterns[$0].scalars == nil }, patterns)
    other = Table(first.filter { [patterns] in patterns[$0].scalars != nil }, patterns)
    areWords = patterns.allSatisfy(\.isWordStart)
  }

  /// The matches in some runs of text: name by name, run by run, none overlapping another of its
  /// name. Underscores around a name do not count as letters.
  func matches(in runs: [ByteRange], of source: [UInt8]) -> [Match] {
    var matches: [Match] = []
    for (index, run) in runs.enumerated() {
      var scan = Scan(run: run)
      for at in run.indices {
        if !areWords || !scan.isBehindLetter {
          walk(at, run, source) { name, end in
            let pattern = patterns[name]
            if pattern.isWordStart, scan.isBehindLetter { return }
            if let next = scan.next[name], at < next { return }
            guard let after = pattern.isWordEnd ? scan.boundary(end, source) : end else { return }
            scan.next[name] = after
            matches.append(Match(name: name, run: index, range: ByteRange(at, end)))
          }
        }
        if source[at] != UInt8(ascii: "_") { scan.isBehindLetter = ProperName.isWord(source[at]) }
      }
    }
    return matches.sorted {
      ($0.name, $0.run, $0.range.lower) < ($1.name, $1.run, $1.range.lower)
    }
  }

  /// Calls back for each name whose letters stand at an offset, with where they end.
  private func walk(_ start: Int, _ run: ByteRange, _ source: [UInt8], found: (Int, Int) -> Void) {
    if !plain.isEmpty {
      var place = plain.all
      var at = start
      while at < run.end, plain.narrow(&place, to: ProperName.lowercased(source[at])) {
        at += 1
        for name in plain.whole(place) { found(name, at) }
      }
    }
    guard !other.isEmpty, source[start] & 0xC0 != 0x80 else { return }
    // A scalar may have another length in lower case.
    var place = other.all
    var scalars = 0
    var at = start
    while at < run.end {
      var end = at + 1
      while end < run.end, source[end] & 0xC0 == 0x80 { end += 1 }
      let folded = String(decoding: source[at..<end], as: UTF8.self).lowercased()
      for byte in folded.utf8 {
        guard other.narrow(&place, to: byte) else { return }
      }
      at = end
      scalars += 1
      for name in other.whole(place) where patterns[name].scalars == scalars { found(name, at) }
    }
  }

  /// What is known of a run of text up to an offset.
  private struct Scan {
    let run: ByteRange
    /// Whether a letter is the last that is no underscore.
    var isBehindLetter = false
    /// Where each name found so far may be found again.
    var next: [Int: Int] = [:]
    /// The underscores looked at last.
    private var gap = 0..<0

    init(run: ByteRange) { self.run = run }

    /// Where the underscores behind a name end; nil where a letter follows.
    mutating func boundary(_ end: Int, _ source: [UInt8]) -> Int? {
      if !gap.contains(end) {
        var at = end
        while at < run.end, source[at] == UInt8(ascii: "_") { at += 1 }
        gap = end..<at
      }
      let at = max(end, gap.upperBound)
      return at == run.end || !ProperName.isWord(source[at]) ? at : nil
    }
  }

  /// Names in the order of their letters: those that begin alike are neighbours.
  private struct Table: Sendable {
    /// Names that begin with the letters read so far.
    struct Place {
      var names: Range<Int>
      /// How many bytes were read.
      var count: Int
    }

    private let names: [Int]
    private let folded: [[UInt8]]
    /// Where the names with each first byte begin.
    private let starts: [Int]

    init(_ names: [Int], _ patterns: [ProperName.Pattern]) {
      self.names = names.sorted { a, b in
        patterns[a].folded == patterns[b].folded
          ? a < b : patterns[a].folded.lexicographicallyPrecedes(patterns[b].folded)
      }
      let folded = self.names.map { patterns[$0].folded }
      self.folded = folded
      starts =
        folded.isEmpty ? [] : (0...256).map { byte in folded.partitionPoint { Int($0[0]) < byte } }
    }

    var isEmpty: Bool { names.isEmpty }
    var all: Place { Place(names: names.indices, count: 0) }

    /// Reads one more byte; false where no name goes on with it.
    func narrow(_ place: inout Place, to byte: UInt8) -> Bool {
      let count = place.count
      if count == 0 {
        place.names = starts[Int(byte)]..<starts[Int(byte) + 1]
      } else {
        let names = folded[place.names]
        let start = names.partitionPoint { $0.count <= count || $0[count] < byte }
        let end = names[start...].partitionPoint { $0.count <= count || $0[count] <= byte }
        place.names = start..<end
      }
      place.count = count + 1
      return !place.names.isEmpty
    }

    /// The names that end here.
    func whole(_ place: Place) -> ArraySlice<Int> {
      let end = folded[place.names].partitionPoint { $0.count == place.count }
      return names[place.names.lowerBound..<end]
    }
  }
}

import SourceCore

/// Reads YAML 1.2 (core schema) into a value tree; libyaml does the grammar.
///
/// After a syntax error it goes on with the next line that begins with a key, so that one missing
/// quote does not hide the other entries.
public enum YAMLParser {
  /// Syntax errors after which reading goes on.
  private static let restartLimit = 20

  /// Reads the first document in `range` of a file's bytes; ranges are offsets in the whole file.
  public static func parse(_ bytes: [UInt8], range: Range<Int>) -> ParsedData {
    if let root = PlainMapping.parse(bytes, range: range) {
      return ParsedData(root: root, problems: [], isPartial: false)
    }
    let input = YAMLInput(bytes, range: range)
    var problems = input.problem.map { [$0] } ?? []
    var roots: [DataNode] = []
    var anchors: [String: YAMLTreeBuilder.Anchor] = [:]
    var rest = input.range
    var isPartial = false
    for _ in 0...restartLimit {
      let run = run(input, rest, anchors)
      problems += run.problems
      anchors = run.anchors
      if let root = run.root { roots.append(root) }
      isPartial = isPartial || run.isStopped
      guard let failure = run.failure else { break }
      let problem = failure.described
      problems.append(problem)
      guard let resume = resumption(input, below: problem.range.start, in: rest) else { break }
      // Lines without a `key: value` before the first one are no document of their own.
      if roots.count == 1, roots[0].object == nil, roots[0].array == nil { roots = [] }
      guard roots.allSatisfy({ isBlockMapping($0, input) }) else { break }
      rest = resume..<rest.upperBound
    }
    guard roots.count > 1 else {
      return ParsedData(root: roots.first, problems: problems, isPartial: isPartial)
    }
    return ParsedData(
      root: merged(roots, &problems), problems: problems, isPartial: isPartial)
  }

  /// Reads the first document of a whole file.
  public static func parse(_ bytes: [UInt8]) -> ParsedData {
    parse(bytes, range: 0..<bytes.count)
  }

  private struct Run {
    let root: DataNode?
    let problems: [DataProblem]
    let anchors: [String: YAMLTreeBuilder.Anchor]
    let isStopped: Bool
    let failure: YAMLFailure?
  }

  private static func run(
    _ input: YAMLInput, _ range: Range<Int>, _ anchors: [String: YAMLTreeBuilder.Anchor]
  ) -> Run {
    unsafe input.bytes.withUnsafeBufferPointer { bytes in
      let events = unsafe YAMLEvents(input, range: range, bytes: bytes)
      var builder = YAMLTreeBuilder(input, anchors: anchors)
      let root = builder.document(events)
      return Run(
        root: root, problems: builder.problems, anchors: builder.anchors,
        isStopped: builder.isStopped, failure: builder.failure)
    }
  }

  private static func isBlockMapping(_ node: DataNode, _ input: YAMLInput) -> Bool {
    node.object != nil && node.range.start < input.range.upperBound
      && input.bytes[node.range.start] != UInt8(ascii: "{")
  }

  /// Start of the first line below `place` that looks like `key: value` without indentation.
  private static func resumption(_ input: YAMLInput, below place: Int, in range: Range<Int>)
    -> Int?
  {
    let bytes = input.bytes
    var i = max(place, range.lowerBound)
    while true {
      while i < range.upperBound, bytes[i] != 0x0A { i += 1 }
      i += 1
      guard i < range.upperBound else { return nil }
      let first = bytes[i] | 0x20
      guard first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") || bytes[i] == 0x5F else {
        continue
      }
      var end = i
      while end < range.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ":") { end += 1 }
      let isKey =
        end < range.upperBound && bytes[end] == UInt8(ascii: ":")
        && (end + 1 >= range.upperBound || bytes[end + 1] <= 0x20)
      if isKey { return i }
    }
  }

  /// One map of the entries of several, as if nothing had been wrong between them.
  private static func merged(_ roots: [DataNode], _ problems: inout [DataProblem]) -> DataNode {
    var members: [DataNode.Member] = []
    var keys = SeenKeys()
    for (i, root) in roots.enumerated() {
      for member in root.object ?? [] {
        // Within one part the builder has said so already.
        if let first = keys.add(member, to: members), i > 0, first.end <= root.range.start {
          problems.append(.duplicate(member, first))
        }
        members.append(member)
      }
    }
    let range = ByteRange(roots[0].range.start, roots[roots.count - 1].range.end)
    return DataNode(.object(members), range: range, written: nil, isPlain: false)
  }
}

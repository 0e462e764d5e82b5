import SourceCore

/// Builds the value tree of one document from libyaml's events.
struct YAMLTreeBuilder {
  /// A value that aliases may stand for, with what it costs to repeat it.
  struct Anchor {
    let node: DataNode
    let nodes: Int
    let height: Int
  }

  /// Values that all aliases of a text may stand for together.
  static let aliasLimit = 100_000
  /// Levels of lists and maps.
  static let depthLimit = 200

  private let input: YAMLInput
  private(set) var problems: [DataProblem] = []
  private(set) var anchors: [String: Anchor]
  /// Set by a syntax error or the depth limit: nothing more is read.
  private(set) var isStopped = false
  private(set) var failure: YAMLFailure?
  /// Nodes made so far, those behind aliases included.
  private var nodes = 0
  private var expanded = 0
  private var aliasLimitIsReported = false

  init(_ input: YAMLInput, anchors: [String: Anchor]) {
    self.input = input
    self.anchors = anchors
  }

  /// Reads the first document; nil where there is none.
  mutating func document(_ events: borrowing YAMLEvents) -> DataNode? {
    guard let streamStart = next(events), streamStart.kind == .streamStart,
      let start = next(events), start.kind == .documentStart, let first = next(events)
    else { return nil }
    let root = node(first, events, depth: 1).node
    guard !isStopped, next(events) != nil, let after = next(events) else { return root }
    if after.kind == .documentStart, let second = next(events), !second.isEmptyScalar {
      problems.append(
        DataProblem(
          .multipleDocuments, ByteRange(after.start, max(after.start, after.end)),
          "a second document starts here; only the first is read",
          help: "remove what follows, or write one file for each document"))
    }
    return root
  }

  private mutating func next(_ events: borrowing YAMLEvents) -> YAMLEvent? {
    if let event = events.next() { return event }
    isStopped = true
    failure = events.failure()
    return nil
  }

  /// Reads the value that `event` begins, and says how many levels it has.
  private mutating func node(_ event: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int)
    -> (node: DataNode, height: Int)
  {
    let before = nodes
    nodes += 1
    var event = event
    if event.anchor != nil || event.tag != nil, event.kind != .alias {
      event.start = skippingProperties(event.start)
      event.end = max(event.end, event.start)
    }
    let result: (node: DataNode, height: Int)
    switch event.kind {
    case .scalar: result = (scalar(event), 1)
    case .alias: return alias(event, depth: depth)
    default:
      guard depth <= Self.depthLimit else {
        isStopped = true
        let place = ByteRange(event.start, min(event.start + 1, input.range.upperBound))
        problems.append(
          DataProblem(
            .depthLimit, place,
            "lists and maps are nested more than \(Self.depthLimit) levels deep"))
        return (null(place), 1)
      }
      result =
        event.kind == .sequenceStart
        ? sequence(event, events, depth: depth) : mapping(event, events, depth: depth)
    }
    if let name = event.anchor {
      anchors[name] = Anchor(node: result.node, nodes: nodes - before, height: result.height)
    }
    return result
  }

  private func null(_ range: ByteRange) -> DataNode {
    DataNode(.null, range: range, written: nil, isPlain: false)
  }

  private func scalar(_ event: YAMLEvent) -> DataNode {
    var end = event.end
    if event.isBlockScalar {
      while end > event.start, input.bytes[end - 1] <= 0x20 { end -= 1 }
    }
    let content: DataNode.Content
    switch event.tag {
    case nil: content = event.isPlain ? CoreSchema.resolve(event.text) : .string(event.text)
    case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int",
      "tag:yaml.org,2002:float":
      content = CoreSchema.resolve(event.text)
    default: content = .string(event.text)
    }
    return DataNode(
      content, range: ByteRange(event.start, end), written: event.text,
      isPlain: event.isPlain && event.tag == nil)
  }

  private mutating func alias(_ event: YAMLEvent, depth: Int) -> (node: DataNode, height: Int) {
    let range = ByteRange(event.start, event.end)
    let name = event.anchor ?? ""
    guard let anchor = anchors[name] else {
      problems.append(
        DataProblem(
          .unknownAlias, range, "nothing before this place is named `&\(name)`",
          help: "a text that begins with `*` needs quotes"))
      return (null(range), 1)
    }
    guard expanded + anchor.nodes <= Self.aliasLimit,
      depth - 1 + anchor.height <= Self.depthLimit
    else {
      if !aliasLimitIsReported {
        aliasLimitIsReported = true
        problems.append(
          DataProblem(
            .aliasLimit, range,
            "the aliases up to here stand for more than \(Self.aliasLimit) values",
            help: "write out what is meant instead of repeating `*\(name)`"))
      }
      return (null(range), 1)
    }
    expanded += anchor.nodes
    nodes += anchor.nodes - 1
    let node = DataNode(
      anchor.node.content, range: range, written: anchor.node.written,
      isPlain: anchor.node.isPlain)
    return (node, anchor.height)
  }

  private mutating func sequence(
    _ event: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) -> (node: DataNode, height: Int) {
    var elements: [DataNode] = []
    var height = 0
    var end = event.start
    while !isStopped, let child = next(events) {
      if child.kind == .sequenceEnd {
        if isFlow(event) { end = child.end }
        break
      }
      let element = node(child, events, depth: depth + 1)
      elements.append(element.node)
      height = max(height, element.height)
      end = max(end, element.node.range.end)
    }
    if elements.isEmpty { end = max(end, min(event.end, input.range.upperBound)) }
    let range = ByteRange(event.start, end)
    return (DataNode(.array(elements), range: range, written: nil, isPlain: false), height + 1)
  }

  private mutating func mapping(
    _ event: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) -> (node: DataNode, height: Int) {
    var members: [DataNode.Member] = []
    var keys = SeenKeys()
    var height = 0
    var end = event.start
    while !isStopped, let child = next(events) {
      if child.kind == .mappingEnd {
        if isFlow(event) { end = child.end }
        break
      }
      let keyNode = node(child, events, depth: depth + 1).node
      if isStopped { break }
      guard let valueEvent = next(events) else { break }
      let value = node(valueEvent, events, depth: depth + 1)
      height = max(height, value.height)
      end = max(end, keyNode.range.end, value.node.range.end)
      guard let key = keyNode.written, !keyNode.range.isEmpty else {
        problems.append(
          DataProblem(
            .nonStringKey, keyNode.range,
            keyNode.range.isEmpty ? "a key is missing before `:`" : "a key must be a text",
            help: "write `key: value`"))
        continue
      }
      if key == "<<", keyNode.isPlain {
        problems.append(
          DataProblem(
            .mergeKey, keyNode.range, "YAML 1.2 has no merge key `<<`; nothing is merged",
            help: "write out the keys"))
      }
      let member = DataNode.Member(key: key, keyRange: keyNode.range, value: value.node)
      if let first = keys.add(member, to: members) { problems.append(.duplicate(member, first)) }
      members.append(member)
    }
    if members.isEmpty, isFlow(event) { end = max(end, event.end) }
    let range = ByteRange(event.start, end)
    return (DataNode(.object(members), range: range, written: nil, isPlain: false), height + 1)
  }

  private func isFlow(_ event: YAMLEvent) -> Bool {
    // A single pair in a list, `[a: b]`, is a flow map without braces.
    guard event.isFlow, event.start < input.range.upperBound else { return false }
    let byte = input.bytes[event.start]
    return event.kind == .sequenceStart
      ? byte == UInt8(ascii: "[") : byte == UInt8(ascii: "{")
  }

  /// The offset behind the anchor and tag that begin at `start`.
  private func skippingProperties(_ start: Int) -> Int {
    let bytes = input.bytes
    let limit = input.range.upperBound
    var i = start
    while i < limit, bytes[i] == UInt8(ascii: "&") || bytes[i] == UInt8(ascii: "!") {
      while i < limit, bytes[i] > 0x20 { i += 1 }
      // An anchor without anything behind it names an empty value, which is written right here.
      let afterProperty = i
      while i < limit, bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: "#") {
        if bytes[i] == UInt8(ascii: "#") {
          while i < limit, bytes[i] != 0x0A { i += 1 }
        } else {
          i += 1
        }
      }
      if i >= limit { return afterProperty }
    }
    return i
  }
}

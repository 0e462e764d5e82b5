import SourceCore

extension Document {
  /// Where a link, image, autolink or link definition points: entities and escapes decoded, nothing
  /// percent-encoded, autolinks with their `mailto:` or `http://`; "" for other kinds.
  public func destination(_ n: NodeID) -> String {
    if kind(n) != .autolink, let range = target(n)?.destination, isPlain(range) {
      return String(decoding: source[range.indices], as: UTF8.self)
    }
    var bytes: [UInt8] = []
    appendDestination(n, to: &bytes)
    return decoded(bytes)
  }

  /// Whether bytes stand for themselves: no escape, no entity, no line's end, no NUL.
  private func isPlain(_ range: ByteRange) -> Bool {
    source[range.indices].allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "&")
    }
  }

  func appendDestination(_ n: NodeID, to out: inout [UInt8]) {
    if let shared = sharedDefinition(n) {
      out += shared.destination.utf8
      return
    }
    guard let place = target(n) else { return }
    guard kind(n) == .autolink, let link = link(n) else {
      out += unescaped(place.detail(place.destination))
      return
    }
    switch link.prefix {
    case 1: out += "http://".utf8
    case 2: out += "mailto:".utf8
    default: break
    }
    // Only an autolink in angle brackets decodes entities.
    if source[range(n).start] == UInt8(ascii: "<") {
      Entities.decode(place.detail(link.destination), into: &out)
    } else {
      out += place.detail(link.destination)
    }
  }

  /// The destination as written, without `<>`; nil for reference links and other kinds.
  public func destinationRange(_ n: NodeID) -> ByteRange? {
    if kind(n) == .linkDefinition { return block(n)?.info }
    guard let link = link(n), link.form == .inline || link.form == .automatic else { return nil }
    return link.destination
  }

  /// The title, decoded; nil where there is none.
  public func title(_ n: NodeID) -> String? {
    titleBytes(n).map(decoded)
  }

  func titleBytes(_ n: NodeID) -> [UInt8]? {
    if let shared = sharedDefinition(n) { return shared.title.map { Array($0.utf8) } }
    guard let place = target(n), let title = place.title else { return nil }
    return unescaped(place.detail(title))
  }

  /// The normalised label of a reference link or image, a definition or a footnote; the label of a
  /// target or math block as it is written; nil otherwise.
  public func label(_ n: NodeID) -> String? {
    let range: ByteRange
    switch kind(n) {
    case .link, .image:
      guard let link = link(n), link.form == .reference || link.form == .heading else {
        return nil
      }
      range = link.destination
    case .linkDefinition, .footnoteDefinition:
      guard let detail = block(n) else { return nil }
      range = detail.opening
    case .footnoteReference:
      // `[^label]`
      range = ByteRange(self.range(n).lower + 2, self.range(n).upper - 1)
    case .target, .mathBlock:
      guard let detail = block(n), !detail.info.isEmpty else { return nil }
      return text(detail.info)
    default: return nil
    }
    return decoded(LabelTable.normalised(LeafText(range, of: leaf(of: n), in: self).bytes))
  }

  /// Whether a link or an image names a label, wherever that is defined.
  public func isReference(_ n: NodeID) -> Bool {
    guard let link = link(n) else { return false }
    return link.form == .reference || link.form == .heading
  }

  /// The definition outside the document that a reference link or image names.
  public func sharedDefinition(_ n: NodeID) -> SharedDefinition? {
    guard let shared = arena.shared, let link = link(n), link.form == .reference else { return nil }
    let ordinal = Int(link.definition) - arena.definitions.count
    return ordinal < 0 ? nil : shared.all[ordinal]
  }

  /// The heading whose text a link names as its label.
  public func namedHeading(_ n: NodeID) -> NodeID? {
    guard let link = link(n), link.form == .heading else { return nil }
    let first = (0..<nodeCount).partitionPoint { arena.ranges[$0].lower < link.definition }
    return (first..<nodeCount).prefix { arena.ranges[$0].lower == link.definition }
      .first { arena.kinds[$0] == .heading }.map { NodeID($0) }
  }

  /// The definition of the document itself that a reference link, a reference image or a footnote
  /// reference names.
  public func definition(_ n: NodeID) -> NodeID? {
    switch kind(n) {
    case .link, .image:
      guard let link = link(n), link.form == .reference,
        Int(link.definition) < arena.definitions.count
      else { return nil }
      return NodeID(Int(arena.definitions[Int(link.definition)]))
    case .footnoteReference: return NodeID(Int(arena.footnotes[Int(payload(n))]))
    default: return nil
    }
  }

  /// Where a link's destination and title are written, which for references is the definition.
  private struct Target {
    let document: Document
    let leaf: NodeID
    let destination: ByteRange
    let title: ByteRange?

    func detail(_ range: ByteRange) -> [UInt8] { LeafText(range, of: leaf, in: document).bytes }
  }

  private func target(_ n: NodeID) -> Target? {
    if let link = link(n) {
      switch link.form {
      case .span, .heading: return nil
      case .reference: return definition(n).flatMap(target)
      case .inline, .automatic:
        return Target(
          document: self, leaf: leaf(of: n), destination: link.destination,
          title: link.hasTitle ? link.title : nil)
      }
    }
    guard kind(n) == .linkDefinition, let detail = block(n) else { return nil }
    return Target(
      document: self, leaf: n, destination: detail.info,
      title: detail.flags.contains(.titled) ? detail.closing : nil)
  }
}

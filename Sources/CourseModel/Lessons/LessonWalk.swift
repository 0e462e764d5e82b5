import Markdown
import SourceCore
import StructuredData

/// The one walk over a parsed page, which fills the flat arrays of `Lesson`.
struct LessonWalk {
  let document: Document
  let layout: CourseLayout
  var frontMatter = FrontMatter.none
  var headings: [Heading] = []
  var links: [Link] = []
  var images: [Image] = []
  var outside: [OutsideLink] = []
  var codeBlocks: [NodeID] = []
  var tables: [NodeID] = []
  var divs: [Div] = []
  var tags: [HTMLTag] = []
  var tasks: [NodeID] = []
  var prose: [ByteRange] = []
  var footnotes: [ByteRange] = []
  /// Those of headings and those in notations that the parser does not know are looked for when they
  /// are asked for.
  var anchors: [String] = []
  var objectives: [Objective] = []
  var sections: Set<String> = []
  /// Anchors of the headings, which are all known when the walk is done.
  private(set) lazy var headingAnchors = LazyHeadingAnchors(
    headings, in: document, styles: layout.anchorStyles)

  private var openDivs: [(index: Int, end: NodeID)] = []
  private var descriptionEnd = Document.root
  private var definitionsSeen: Set<NodeID> = []
  private var sharedSeen: Set<String> = []
  /// Links that name a heading by its text, which may follow them.
  private var named: [(link: Int, heading: NodeID)] = []
  private var divCounts: [String: Int] = [:]

  init(document: Document, layout: CourseLayout) {
    self.document = document
    self.layout = layout
  }

  mutating func run() {
    makeRoom()
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      while let open = openDivs.last, node >= open.end { openDivs.removeLast() }
      visit(node)
    }
    linkNamedHeadings()
    objectives += frontMatterObjectives()
    sections.formUnion(frontMatterSections())
    sections.formUnion(divs.lazy.flatMap(\.classes))
  }

  /// Lists that grow by doubling copy most of what a page of nothing but headings has.
  private mutating func makeRoom() {
    var headings = 0
    var links = 0
    var images = 0
    var texts = 0
    for index in 0..<document.nodeCount {
      switch document.kind(NodeID(index)) {
      case .heading: headings += 1
      case .link, .autolink: links += 1
      case .image: images += 1
      case .text: texts += 1
      default: break
      }
    }
    self.headings.reserveCapacity(headings)
    self.links.reserveCapacity(links)
    self.images.reserveCapacity(images)
    prose.reserveCapacity(texts)
  }

  private mutating func visit(_ node: NodeID) {
    switch document.kind(node) {
    case .text: prose.append(document.range(node))
    case .frontMatter: readFrontMatter(node)
    case .heading: addHeading(node)
    case .table: tables.append(node)
    case .div: addDiv(node)
    case .directive: addDirective(node)
    case .blockQuote: addQuote(node)
    case .target, .mathBlock: addLabel(node)
    case .codeBlock:
      codeBlocks.append(node)
      addExplicitAnchor(node)
      if isRawHTML(node) { addTags(node) }
    case .htmlBlock: addTags(node)
    // What an image's description holds is spoken, and neither followed nor shown.
    case .link, .autolink: if node >= descriptionEnd { addLink(node) }
    case .image: if node >= descriptionEnd { addImage(node) }
    case .htmlInline: if node >= descriptionEnd { addTags(node) }
    case .listItem: addItem(node)
    case .span, .codeSpan: addExplicitAnchor(node)
    case .footnoteDefinition:
      footnotes.append(document.range(node))
      if let label = document.label(node) { anchors += ["fn\(label)", "fn:\(label)"] }
    default: break
    }
  }

  private mutating func readFrontMatter(_ node: NodeID) {
    frontMatter = FrontMatterReader.read(
      document.source, content: FrontMatterReader.content(node, document),
      whole: document.range(node))
  }

  private mutating func addHeading(_ node: NodeID) {
    headings.append(
      Heading(
        node: node, range: document.range(node), level: document.headingLevel(node),
        isExplicit: document.attributes(node)?.id != nil, div: openDivs.last?.index,
        text: document.plainText(node)))
  }

  private mutating func addDiv(_ node: NodeID) {
    let attributes = document.attributes(node)
    let opening = document.fence(node)?.opening ?? document.range(node)
    let name = attributes?.classes.first ?? ""
    divs.append(
      Div(
        node: node, range: document.range(node), opening: opening, name: name,
        nameRange: attributes?.classRanges.first ?? opening,
        classes: attributes?.classes ?? [], parent: openDivs.last?.index))
    if let id = attributes?.id { anchors.append(id) }
    // The Workbench numbers its boxes: `challenge1`, `callout2`.
    if !name.isEmpty {
      let count = divCounts[name, default: 0] + 1
      divCounts[name] = count
      anchors.append(name + String(count))
    }
    openDivs.append((divs.count - 1, document.end(node)))
  }

  mutating func addExplicitAnchor(_ node: NodeID) {
    if let id = document.attributes(node)?.id { anchors.append(id) }
  }

  /// Leads links that name a heading by its text to its anchor.
  private mutating func linkNamedHeadings() {
    for (index, node) in named {
      guard let anchor = headingAnchors.anchor(of: node) else { continue }
      let link = links[index]
      links[index] = Link(
        node: link.node, range: link.range, destinationRange: link.destinationRange,
        target: .fragment(anchor))
    }
  }

  private mutating func addLink(_ node: NodeID) {
    if let heading = document.namedHeading(node) { named.append((links.count, heading)) }
    let range = document.range(node)
    let target = LinkTarget(document.destination(node), layout: layout)
    links.append(
      Link(
        node: node, range: range, destinationRange: document.destinationRange(node) ?? range,
        target: target))
    addOutside(target, node, range, isImage: false)
    addExplicitAnchor(node)
  }

  /// Remembers an address of another site, once for each place where it is written.
  mutating func addOutside(
    _ target: LinkTarget, _ node: NodeID, _ range: ByteRange, written: ByteRange? = nil,
    isImage: Bool
  ) {
    guard case .external = target else { return }
    var written = written ?? document.destinationRange(node)
    var isReference = false
    if let shared = document.sharedDefinition(node) {
      // The address is written in another file: what is told of it points at its first use.
      let bytes = Array(shared.destination.utf8)
      guard sharedSeen.insert(shared.label).inserted,
        let address = WebAddress(bytes, in: ByteRange(0, bytes.count))
      else { return }
      outside.append(
        OutsideLink(
          node: node, range: range, written: range, address: address, isImage: isImage,
          isReference: true, definition: shared))
      return
    }
    if written == nil, let definition = document.definition(node) {
      guard definitionsSeen.insert(definition).inserted else { return }
      written = document.destinationRange(definition)
      isReference = true
    }
    guard let written, let address = WebAddress(document.source, in: written) else { return }
    outside.append(
      OutsideLink(
        node: node, range: range, written: written, address: address, isImage: isImage,
        isReference: isReference))
  }

  /// Pandoc's way to put HTML into a code block (`{=html}`).
  private func isRawHTML(_ node: NodeID) -> Bool {
    guard let info = document.fence(node)?.info, info.count > 5, info.count < 16,
      document.source[info.start] == UInt8(ascii: "{")
    else { return false }
    let text = String(decoding: document.source[info.indices], as: UTF8.self)
    return text == "{=html}" || text == "{=html5}"
  }

  private mutating func addImage(_ node: NodeID) {
    descriptionEnd = document.end(node)
    let range = document.range(node)
    let text = document.plainText(node)
    var alternative: Image.Alternative =
      text.utf8.allSatisfy { $0 <= 0x20 } ? .missing : .text(text)
    if let attributes = document.attributes(node) {
      // `alt` is the Workbench's, `fig-alt` Quarto's; they win over the brackets, as there.
      if let pair = attributes.pairs.first(where: { $0.key == "alt" || $0.key == "fig-alt" }) {
        alternative = pair.value.utf8.allSatisfy { $0 <= 0x20 } ? .decorative : .text(pair.value)
      }
      if let id = attributes.id { anchors.append(id) }
    }
    let target = LinkTarget(document.destination(node), layout: layout)
    images.append(
      Image(
        node: node, range: range, destinationRange: document.destinationRange(node) ?? range,
        target: target, alternative: alternative))
    addOutside(target, node, range, isImage: true)
  }

  mutating func addTags(_ node: NodeID) {
    var scanner = HTMLTagScanner(document.source, range: document.range(node), node: node)
    while let tag = scanner.next() {
      tags.append(tag)
      guard !tag.isClosing else { continue }
      if let id = tag.value("id"), !id.isEmpty { anchors.append(id) }
      switch tag.name {
      case "a":
        if let name = tag.value("name"), !name.isEmpty { anchors.append(name) }
        if let href = tag.attributes.first(where: { $0.name == "href" }) {
          let target = LinkTarget(AttributeText.decode(href.value ?? ""), layout: layout)
          links.append(
            Link(
              node: node, range: tag.range, destinationRange: href.valueRange, target: target))
          addOutside(target, node, tag.range, written: href.valueRange, isImage: false)
        }
      case "img":
        let source = tag.attributes.first { $0.name == "src" }
        let alternative: Image.Alternative =
          switch tag.attributes.first(where: { $0.name == "alt" }) {
          case nil: .missing
          case .some(let alt):
            (alt.value ?? "").utf8.allSatisfy { $0 <= 0x20 }
              ? .decorative : .text(AttributeText.decode(alt.value ?? ""))
          }
        let target = LinkTarget(AttributeText.decode(source?.value ?? ""), layout: layout)
        images.append(
          Image(
            node: node, range: tag.range, destinationRange: source?.valueRange ?? tag.range,
            target: target, alternative: alternative))
        if let source {
          addOutside(target, node, tag.range, written: source.valueRange, isImage: true)
        }
      default: break
      }
    }
  }

  private mutating func addItem(_ node: NodeID) {
    if document.task(node) != nil { tasks.append(node) }
    guard let list = document.parent(node), let box = document.parent(list), isObjectives(box)
    else { return }
    for child in document.children(node) where document.kind(child) == .paragraph {
      var id: String?
      for inline in document.children(child) where document.kind(inline) == .span {
        id = id ?? document.attributes(inline)?.id
      }
      objectives.append(
        Objective(text: document.plainText(child), range: document.range(child), id: id))
      break
    }
  }

  private func isObjectives(_ box: NodeID) -> Bool {
    switch document.kind(box) {
    case .div:
      guard let open = openDivs.last else { return false }
      return divs[open.index].node == box && divs[open.index].name == "objectives"
    case .directive: return document.directive(box)?.name == "objectives"
    default: return false
    }
  }

  /// Names of the sections that the front matter holds instead of the text.
  private func frontMatterSections() -> Set<String> {
    var names: Set<String> = []
    for name in layout.frontMatterSections {
      switch frontMatter[name]?.content {
      case nil, .null?: continue
      case .array(let elements)?: if !elements.isEmpty { names.insert(name) }
      case .string(let text)?: if !text.isEmpty { names.insert(name) }
      default: names.insert(name)
      }
    }
    return names
  }

  private func frontMatterObjectives() -> [Objective] {
    (frontMatter["objectives"]?.array ?? []).compactMap { entry in
      if let text = entry.stringValue { return Objective(text: text, range: entry.range, id: nil) }
      guard let text = entry["text"] else { return nil }
      return Objective(
        text: text.stringValue ?? "", range: text.range, id: entry["id"]?.stringValue)
    }
  }
}

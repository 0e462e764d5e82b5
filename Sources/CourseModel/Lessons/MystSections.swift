import Markdown
import SourceCore

/// The sections that a lesson for Sphinx keeps in directives (`{objectives}`, `{keypoints}`), as
/// the extension sphinx-lesson has them.
struct MystSections {
  /// Names of the sections that are there.
  let names: Set<String>
  /// The items of `objectives`.
  let objectives: [Objective]

  private static let known: Set<String> = ["questions", "objectives", "keypoints"]

  /// Looks for the sections of a page.
  init(_ bytes: [UInt8]) {
    var names: Set<String> = []
    var objectives: [Objective] = []
    for directive in MystDirective.find(Self.known, in: bytes, LineIndex(bytes)) {
      names.insert(directive.name)
      if directive.name == "objectives" { objectives += Self.items(bytes, directive.body) }
    }
    self.names = names
    self.objectives = objectives
  }

  private static func items(_ bytes: [UInt8], _ body: Range<Int>) -> [Objective] {
    let document = Document(
      Array(bytes[body]), options: ParseOptions(dialect: .gfm, frontMatter: false))
    var items: [Objective] = []
    for index in 0..<document.nodeCount where document.kind(NodeID(index)) == .listItem {
      let item = NodeID(index)
      guard let list = document.parent(item), document.parent(list) == Document.root,
        let text = document.children(item).first(where: { document.kind($0) == .paragraph })
      else { continue }
      let range = document.range(text)
      items.append(
        Objective(
          text: document.plainText(text),
          range: ByteRange(body.lowerBound + range.start, body.lowerBound + range.end), id: nil))
    }
    return items
  }
}

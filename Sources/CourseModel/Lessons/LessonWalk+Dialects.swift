import Markdown
import SourceCore

extension LessonWalk {
  /// Takes what a directive is and says: a section, labels, a picture.
  mutating func addDirective(_ node: NodeID) {
    guard let directive = document.directive(node) else { return }
    sections.insert(directive.name)
    for option in directive.options {
      switch option.key {
      case "name", "label", "id": anchors.append(option.value)
      case "class", "classes":
        sections.formUnion(option.value.split(separator: " ").map(String.init))
      default: break
      }
    }
    switch directive.name {
    case "image", "figure": addPicture(node, directive)
    case "raw" where directive.arguments == "html": addTags(node)
    default: break
    }
  }

  private mutating func addPicture(_ node: NodeID, _ directive: Directive) {
    let alternative: Image.Alternative =
      switch directive["alt"] {
      case nil: .missing
      case .some(let text) where text.utf8.allSatisfy({ $0 <= 0x20 }): .decorative
      case .some(let text): .text(text)
      }
    let range = document.fence(node)?.opening ?? document.range(node)
    let target = LinkTarget(directive.arguments, layout: layout)
    images.append(
      Image(
        node: node, range: range, destinationRange: directive.argumentsRange, target: target,
        alternative: alternative))
    addOutside(target, node, range, written: directive.argumentsRange, isImage: true)
  }

  /// Takes the classes of a quote, which is what a box is written as for Jekyll.
  mutating func addQuote(_ node: NodeID) {
    guard let attributes = document.attributes(node) else { return }
    sections.formUnion(attributes.classes)
    if let id = attributes.id { anchors.append(id) }
  }

  /// Takes the label of a target or of math.
  mutating func addLabel(_ node: NodeID) {
    if let label = document.label(node) { anchors.append(label) }
    addExplicitAnchor(node)
  }
}

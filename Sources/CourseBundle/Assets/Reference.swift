import CourseModel
import Markdown
import SourceCore

/// Something that a page shows or links to.
struct Reference {
  /// What it is for.
  enum Role: Hashable {
    case link, image, media
  }

  let role: Role
  let target: LinkTarget
  /// The destination as decoded.
  let written: String
  /// Where it is written.
  let range: ByteRange
  /// The definition of its label, where another file has that.
  var definition: SharedDefinition?

  /// All of a page, in document order, but for what learners do not see.
  static func all(
    of lesson: Lesson, layout: CourseLayout, edition: BundleEdition
  ) -> [Reference] {
    let document = lesson.document
    let notes = InstructorNotes(leftOutOf: edition, in: lesson)
    // Links, images and tags are each in document order.
    var hidden = notes
    func written(_ node: NodeID, _ range: ByteRange) -> String {
      switch document.kind(node) {
      case .htmlBlock, .htmlInline: AttributeText.decode(lesson.text.string(range))
      default: document.destination(node)
      }
    }
    var references: [Reference] = []
    for link in lesson.links where !hidden.hold(link.node) {
      references.append(
        Reference(
          role: .link, target: link.target, written: written(link.node, link.destinationRange),
          range: link.destinationRange, definition: document.sharedDefinition(link.node)))
    }
    hidden = notes
    for image in lesson.images where !hidden.hold(image.node) {
      references.append(
        Reference(
          role: .image, target: image.target,
          written: written(image.node, image.destinationRange),
          range: image.destinationRange, definition: document.sharedDefinition(image.node)))
    }
    hidden = notes
    for tag in lesson.tags where !hidden.hold(tag.node) && !tag.isClosing {
      references += media(tag, layout)
    }
    return references.sorted { $0.range < $1.range }
  }

  private static func media(_ tag: HTMLTag, _ layout: CourseLayout) -> [Reference] {
    guard ["audio", "iframe", "source", "track", "video"].contains(tag.name) else { return [] }
    return ["src", "poster"].compactMap { name in
      guard let attribute = tag.attributes.first(where: { $0.name == name }) else { return nil }
      let written = AttributeText.decode(attribute.value ?? "")
      return Reference(
        role: .media, target: LinkTarget(written, layout: layout), written: written,
        range: attribute.valueRange)
    }
  }
}

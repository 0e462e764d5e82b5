import CourseModel
import Markdown
import SourceCore

/// A destination as it is written in a lesson: of a link, an image or a link definition.
struct LinkSpot {
  /// The destination's bytes.
  let range: ByteRange
  /// Where it leads.
  let target: LinkTarget

  /// All of a lesson's, in the order of the text; a reference counts where it is defined.
  static func all(in lesson: Lesson) -> [LinkSpot] {
    var spots: [LinkSpot] = []
    // A reference has no destination of its own, and its whole range stands for it.
    for link in lesson.links where link.destinationRange != link.range {
      spots.append(LinkSpot(range: link.destinationRange, target: link.target))
    }
    for image in lesson.images where image.destinationRange != image.range {
      spots.append(LinkSpot(range: image.destinationRange, target: image.target))
    }
    let document = lesson.document
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      guard document.kind(node) == .linkDefinition, let range = document.destinationRange(node)
      else { continue }
      spots.append(LinkSpot(range: range, target: LinkTarget(document.destination(node))))
    }
    return spots.sorted { $0.range < $1.range }
  }
}

import Markdown
import SourceCore

extension LessonFacts {
  /// Links and images of a page to things in its course's repository.
  static func links(of lesson: Lesson, _ places: inout PlaceResolver) -> [LocalLink] {
    var links: [LocalLink] = []
    links.reserveCapacity(
      lesson.links.count { $0.target.isLocal } + lesson.images.count { $0.target.isLocal })
    func add(_ target: LinkTarget, isImage: Bool, _ range: ByteRange, _ node: NodeID) {
      let (path, fragment): (String, String?)
      switch target {
      case .local(let p, let f): (path, fragment) = (p, f)
      case .fragment(let f): (path, fragment) = ("", f)
      default: return
      }
      links.append(
        LocalLink(
          path: path, fragment: fragment, isImage: isImage, place: places.place(range),
          range: range, note: lesson.document.sharedDefinition(node)?.note()))
    }
    for link in lesson.links { add(link.target, isImage: false, link.destinationRange, link.node) }
    for image in lesson.images {
      add(image.target, isImage: true, image.destinationRange, image.node)
    }
    return links
  }

  /// The objectives of a page; those with an id have a place.
  static func objectives(of lesson: Lesson, _ places: inout PlaceResolver) -> [ObjectiveFact] {
    lesson.objectives.map { objective in
      ObjectiveFact(
        text: objective.text, id: objective.id,
        place: objective.id == nil ? nil : places.place(objective.range))
    }
  }

  /// The ids of `objective="a b"` or `objectives="a, b"` on challenges.
  static func citations(of lesson: Lesson, _ places: inout PlaceResolver) -> [ObjectiveCitation] {
    var citations: [ObjectiveCitation] = []
    for div in lesson.divs where div.classes.contains("challenge") {
      guard let attributes = lesson.document.attributes(div.node) else { continue }
      for pair in attributes.pairs where pair.key == "objective" || pair.key == "objectives" {
        let bytes = lesson.text.bytes[pair.valueRange.indices]
        for word in bytes.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }) {
          let range = ByteRange(word.startIndex, word.endIndex)
          citations.append(
            ObjectiveCitation(
              id: String(decoding: word, as: UTF8.self), place: places.place(range), range: range))
        }
      }
    }
    return citations
  }
}

import CourseModel
import Markdown
import SourceCore

/// Where the content of a node is written.
enum NodeContent {
  /// From the first child's start to the last child's end; nil where there are none.
  static func range(of node: NodeID, in document: Document) -> ByteRange? {
    var range: ByteRange?
    for child in document.children(node) {
      let own = document.range(child)
      range = ByteRange(range?.lower ?? own.lower, own.upper)
    }
    return range
  }

  /// The words of a link as written; nil for an autolink, an empty link, and one that holds a
  /// picture or other HTML.
  static func words(of link: Link, in lesson: Lesson) -> ByteRange? {
    let document = lesson.document
    switch document.kind(link.node) {
    case .link:
      for index in Int(link.node.index) + 1..<Int(document.end(link.node).index) {
        let kind = document.kind(NodeID(index))
        if kind == .image || kind == .htmlInline { return nil }
      }
      return range(of: link.node, in: document)
    case .htmlInline, .htmlBlock:
      // Of the tags behind the opening one, the first must be its end.
      var low = 0
      var high = lesson.tags.count
      while low < high {
        let middle = (low + high) / 2
        if lesson.tags[middle].range.lower < link.range.upper {
          low = middle + 1
        } else {
          high = middle
        }
      }
      guard low < lesson.tags.count, lesson.tags[low].isClosing, lesson.tags[low].name == "a" else {
        return nil
      }
      return ByteRange(link.range.upper, lesson.tags[low].range.lower)
    default: return nil
    }
  }
}

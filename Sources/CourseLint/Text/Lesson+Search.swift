import CourseModel
import Markdown
import SourceCore

extension Lesson {
  /// The div of a node, by binary search.
  func div(of node: NodeID) -> Div? {
    let index = divs.partitionPoint { $0.node < node }
    return index < divs.count && divs[index].node == node ? divs[index] : nil
  }

  /// The image with a range, by binary search.
  func image(at range: ByteRange) -> Image? {
    let index = images.partitionPoint { $0.range.lower < range.lower }
    return index < images.count && images[index].range == range ? images[index] : nil
  }

  /// The tag with a range, by binary search.
  func tag(at range: ByteRange) -> HTMLTag? {
    let index = tags.partitionPoint { $0.range.lower < range.lower }
    return index < tags.count && tags[index].range == range ? tags[index] : nil
  }

  /// The code block that holds a range, by binary search.
  func codeBlock(around range: ByteRange) -> NodeID? {
    let index = codeBlocks.partitionPoint { document.range($0).upper <= range.lower }
    guard index < codeBlocks.count, document.range(codeBlocks[index]).contains(range) else {
      return nil
    }
    return codeBlocks[index]
  }
}

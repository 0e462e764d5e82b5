import CourseModel
import Markdown
import SourceCore

/// The words of a lesson, prose and code, in their order.
///
/// Front matter, markup, destinations of links, addresses and tags are left out, so that a copy is
/// known again in another layout; so are short sections of boilerplate.
public struct LessonWords: Sendable {
  /// One hash for each word.
  let hashes: [UInt64]
  /// Where each word begins in the lesson's text.
  let starts: [UInt32]

  /// How many words there are.
  var count: Int { hashes.count }

  /// Reads the words of a parsed lesson.
  public init(_ lesson: Lesson) { self.init(lesson.document) }

  init(hashes: [UInt64], starts: [UInt32]) {
    self.hashes = hashes
    self.starts = starts
  }

  init(_ document: Document) {
    var words = WordScanner()
    // Where the section began that may turn out to be boilerplate: its words, its heading's level.
    var suspect: (start: Int, level: Int)?
    var cuts: [Range<Int>] = []
    func settle() {
      if let from = suspect?.start, words.hashes.count - from <= Boilerplate.sectionLimit {
        cuts.append(from..<words.hashes.count)
      }
      suspect = nil
    }
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      let range = document.range(node).indices
      switch document.kind(node) {
      case .heading:
        let level = document.headingLevel(node)
        if let open = suspect, level > open.level { break }
        settle()
        if Boilerplate.isHeading(document.plainText(node)) {
          suspect = (words.hashes.count, level)
        }
      case .text, .codeSpan, .math, .role, .entity: words.add(document.source, range)
      case .codeBlock, .mathBlock, .directive:
        for segment in document.segments(node) { words.add(document.source, segment.indices) }
      case .htmlBlock:
        for segment in document.segments(node) { words.addHTML(document.source, segment.indices) }
      default: break
      }
    }
    settle()
    if cuts.isEmpty {
      self.init(hashes: words.hashes, starts: words.starts)
      return
    }
    var hashes: [UInt64] = []
    var starts: [UInt32] = []
    var position = 0
    for cut in cuts + [words.hashes.count..<words.hashes.count] {
      hashes += words.hashes[position..<cut.lowerBound]
      starts += words.starts[position..<cut.lowerBound]
      position = cut.upperBound
    }
    self.init(hashes: hashes, starts: starts)
  }

  /// A hash of all words in their order: equal for lessons that say the same.
  var identity: UInt64 {
    var value = UInt64(hashes.count)
    for hash in hashes { value = Shingles.mixed(value &* Shingles.base &+ hash) }
    return value
  }
}

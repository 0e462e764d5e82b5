import Markdown
import SourceCore
import Synchronization

/// The anchors of a page's headings.
struct HeadingAnchors: Sendable {
  /// The anchor that leads to each heading; empty where none does.
  private(set) var own: [String] = []
  /// Where it is not known which way is taken to make them, what the other ways make of them.
  private(set) var others: [String] = []

  init(_ headings: [Heading], in document: Document, styles: [AnchorStyle]) {
    own.reserveCapacity(headings.count)
    var numbers = styles.map { _ in AnchorNumbering() }
    /// Whether all headings so far have the same anchor in all styles; then only the first numbers.
    var isNumberedOnce = true
    var text: String?
    /// What each style makes of that text, before duplicates are numbered.
    var made: [String] = []
    for heading in headings {
      // Texts that are equal may be other bytes, of which some styles make other anchors.
      if text.map({ !$0.utf8.elementsEqual(heading.text.utf8) }) ?? true {
        text = heading.text
        made = styles.map { $0.anchor(heading.text) }
      }
      let explicit = heading.isExplicit ? document.attributes(heading.node)?.id : nil
      if isNumberedOnce {
        if explicit == nil, made.allSatisfy({ $0 == made[0] }) {
          own.append(numbers[0].next(made[0]))
          continue
        }
        for i in numbers.indices.dropFirst() { numbers[i] = numbers[0] }
        others.reserveCapacity((headings.count - own.count) * (styles.count - 1))
        isNumberedOnce = false
      }
      if let explicit { numbers[0].take(explicit) }
      let anchor = explicit ?? numbers[0].next(made[0])
      own.append(anchor)
      for i in made.indices.dropFirst() {
        let other = numbers[i].next(made[i])
        if !other.isEmpty, other != anchor { others.append(other) }
      }
    }
  }
}

/// The anchors of a page's headings, made when one is first asked for: hardly a rule does, and to
/// make them takes longer than to read the headings.
final class LazyHeadingAnchors: Sendable {
  private let headings: [Heading]
  private let document: Document
  private let styles: [AnchorStyle]
  private let made = Mutex<HeadingAnchors?>(nil)

  init(_ headings: [Heading], in document: Document, styles: [AnchorStyle]) {
    self.headings = headings
    self.document = document
    self.styles = styles
  }

  /// All of them.
  var all: HeadingAnchors {
    made.withLock { made in
      if let made { return made }
      let anchors = HeadingAnchors(headings, in: document, styles: styles)
      made = anchors
      return anchors
    }
  }

  /// The anchor of the heading that a node is.
  func anchor(of node: NodeID) -> String? {
    let place = headings.partitionPoint { $0.node < node }
    return place < headings.count && headings[place].node == node ? all.own[place] : nil
  }
}

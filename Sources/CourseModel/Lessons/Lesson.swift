import Framework
import Markdown
import SourceCore
import StructuredData

/// A page of a course, parsed: the document and the flat arrays that rules read.
///
/// All positions are byte offsets into `text`.
public struct Lesson: Sendable {
  /// Path below the course's folder.
  public let path: RepoPath
  /// What the page is in its course.
  public let kind: PageKind
  /// BCP 47 language it is written in.
  public let language: String
  /// The file's bytes.
  public let text: SourceText
  /// The file's lines.
  public let lines: LineIndex
  /// The parsed document.
  public let document: Document
  /// The front matter's fields.
  public let frontMatter: FrontMatter
  /// Headings in document order.
  public let headings: [Heading]
  /// Links in document order, autolinks and `<a href>` among them.
  public let links: [Link]
  /// Images in document order, `<img>` among them.
  public let images: [Image]
  /// Links and images to other sites in document order, each written address once.
  public let outside: [OutsideLink]
  /// Fenced and indented code blocks in document order.
  public let codeBlocks: [NodeID]
  /// Tables in document order.
  public let tables: [NodeID]
  /// Fenced divs in document order.
  public let divs: [Div]
  /// HTML tags in document order, from blocks and inlines.
  public let tags: [HTMLTag]
  /// Items with a box to tick, in document order.
  public let tasks: [NodeID]
  /// Text outside code and HTML, one range for each text leaf.
  public let prose: [ByteRange]
  /// Definitions of footnotes in document order.
  let footnotes: [ByteRange]
  let headingAnchors: LazyHeadingAnchors
  /// Anchors of all but headings, in the order in which they were found.
  let otherAnchors: [String]
  /// Whether labels in notations of any site generator count as anchors.
  let readsAnyLabel: Bool
  /// Objectives listed in `objectives` divs, or in the front matter.
  public let objectives: [Objective]
  /// Names of the sections that the page has: classes of its divs, directives of MyST, and what
  /// Jekyll's template puts into the front matter (`questions`, `objectives`, `keypoints`).
  public let sections: Set<String>

  /// Anchors that a link into this page may name, put in order each time.
  public var anchors: AnchorSet {
    let ofHeadings = headingAnchors.all
    var names: [String] = []
    names.reserveCapacity(otherAnchors.count + ofHeadings.own.count + ofHeadings.others.count)
    names += otherAnchors
    if readsAnyLabel { names += WrittenLabels.find(in: document.source) }
    for anchor in ofHeadings.own where !anchor.isEmpty { names.append(anchor) }
    names += ofHeadings.others
    return AnchorSet(names)
  }

  /// The anchors that lead to the headings, one for each; empty where none does.
  public var anchorsOfHeadings: [String] { headingAnchors.all.own }

  /// The lesson's id: the front matter's, else the file name without number and ending.
  public var id: String { frontMatter.id ?? Self.defaultID(path) }

  /// The file name without leading number and ending (`02-first-steps.md` → `first-steps`).
  public static func defaultID(_ path: RepoPath) -> String {
    var stem = path.stem
    let name: String? = stem.withUTF8 { bytes in
      var i = 0
      while i < bytes.count, bytes[i] &- 0x30 < 10 { i += 1 }
      let behindNumber = i
      while i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "_") {
        i += 1
      }
      guard behindNumber > 0, i > behindNumber, i < bytes.count else { return nil }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[i...]), as: UTF8.self)
    }
    return name ?? stem
  }

  /// Divs of one class, in document order.
  public func divs(_ name: String) -> [Div] { divs.filter { $0.name == name } }

  /// The anchor of a heading.
  public func anchor(of heading: NodeID) -> String? { headingAnchors.anchor(of: heading) }

  /// Resolves a range of this page.
  public func place(_ range: ByteRange) -> Place { Place(range, in: text, lines: lines) }
}

/// A heading; in 40 bytes, because a page may be little else.
public struct Heading: Sendable, Hashable {
  /// Its node.
  public let node: NodeID
  /// Its bytes.
  public let range: ByteRange
  private let depth: UInt8
  /// Whether the author wrote its anchor (`{#id}`).
  public let isExplicit: Bool
  /// The index of its div, `.max` where it is in none.
  private let place: UInt32
  /// Its text without markup.
  public let text: String

  init(node: NodeID, range: ByteRange, level: Int, isExplicit: Bool, div: Int?, text: String) {
    self.node = node
    self.range = range
    depth = UInt8(level)
    self.isExplicit = isExplicit
    place = div.map { UInt32($0) } ?? .max
    self.text = text
  }

  /// 1 to 6.
  public var level: Int { Int(depth) }

  /// Index of the innermost div around it in `Lesson.divs`.
  public var div: Int? { place == .max ? nil : Int(place) }
}

/// A link.
public struct Link: Sendable, Hashable {
  /// Its node (of `<a href>`: the HTML's).
  public let node: NodeID
  /// The whole link.
  public let range: ByteRange
  /// The destination as written; the whole link where it is written elsewhere (a reference).
  public let destinationRange: ByteRange
  /// Where it leads.
  public let target: LinkTarget
}

/// An image.
public struct Image: Sendable, Hashable {
  /// Where the alternative text comes from.
  public enum Alternative: Sendable, Hashable {
    /// None was given.
    case missing
    /// Given and empty: the image is decoration.
    case decorative
    /// Given.
    case text(String)
  }

  /// Its node (of `<img>`: the HTML's).
  public let node: NodeID
  /// The whole image.
  public let range: ByteRange
  /// The destination as written; the whole image where it is written elsewhere.
  public let destinationRange: ByteRange
  /// Where the picture is.
  public let target: LinkTarget
  /// What a screen reader says.
  public let alternative: Alternative
}

/// A fenced div.
public struct Div: Sendable, Hashable {
  /// Its node.
  public let node: NodeID
  /// All of it.
  public let range: ByteRange
  /// Its opening fence with name and attributes.
  public let opening: ByteRange
  /// Its first class; empty where it has none.
  public let name: String
  /// The first class as written; the opening fence where it has none.
  public let nameRange: ByteRange
  /// All its classes.
  public let classes: [String]
  /// Index of the innermost div around it in `Lesson.divs`.
  public let parent: Int?
}

/// Something a learner can do after a lesson.
public struct Objective: Sendable, Hashable {
  /// Its text without markup.
  public let text: String
  /// Where it is written.
  public let range: ByteRange
  /// Its id, where the author gave one (`{#id}`).
  public let id: String?
}

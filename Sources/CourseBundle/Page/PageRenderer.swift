import CourseModel
import Markdown
import SourceCore

/// Turns a parsed page into HTML.
///
/// The document's ids are in pre-order, so the walk is a loop with a stack of open nodes: however
/// deep a document nests, it needs no more than this.
struct PageRenderer {
  /// What is written when a node ends.
  enum Ending {
    /// Nothing: its children stand by themselves.
    case nothing
    /// Closing tags, outermost last, and whether a line ends there.
    case tags(StaticString, endsLine: Bool)
    /// The end of a link.
    case link
  }

  let lesson: Lesson
  /// The lesson's.
  let document: Document
  let labels: Labels
  /// Language of the page.
  let language: String
  /// How far headings move down, so that the page's title is the only one of level 1.
  let headingShift: Int
  /// A heading that is the page's title and not written a second time.
  let titleHeading: NodeID?
  var html = HTMLWriter()
  var raw: HTMLSanitizer
  var ids = PageIDs()
  var footnotes = FootnoteNumbers()
  /// Indices of divs in `lesson.divs` by node.
  let divIndices: [NodeID: Int]
  var divCounts: [String: Int] = [:]
  /// How many divs of each class the page has.
  let divTotals: [String: Int]
  var tableCount = 0
  /// Of the table that is being written.
  var alignments: [TableAlignment] = []
  var column = 0
  /// Headings that became a box's or summary's title already.
  var writtenHeadings: Set<NodeID> = []
  /// Images that a figure has written already.
  var skippedImages: Set<NodeID> = []
  /// Quizzes by their list of options.
  let quizzes: [NodeID: PageQuiz]
  var quizCount = 0
  /// What destinations of links became, by their bytes: two spellings of `é` name two files, though
  /// strings take them for one.
  var hrefs: [[UInt8]: String?] = [:]
  /// Blocks that are not written.
  var leftOut: Set<NodeID> = []
  private var open: [(end: NodeID, ending: Ending)] = []

  init(_ lesson: Lesson, labels: Labels, links: PageLinks) {
    self.lesson = lesson
    document = lesson.document
    self.labels = labels
    language = LanguageCode.valid(lesson.language) ?? "und"
    raw = HTMLSanitizer(links: links)
    raw.summary = labels.details
    var indices: [NodeID: Int] = [:]
    var totals: [String: Int] = [:]
    for (index, div) in lesson.divs.enumerated() {
      indices[div.node] = index
      totals[div.name, default: 0] += 1
    }
    divIndices = indices
    divTotals = totals
    let asked = PageQuiz.all(of: lesson)
    quizzes = Dictionary(asked.map { ($0.list, $0) }, uniquingKeysWith: { first, _ in first })
    if links.style.quizzes == .apart {
      // The solution would give away what the platform asks.
      let challenges = PageQuiz.challenges(around: lesson.divs, asked: asked)
      for (div, challenge) in zip(lesson.divs, challenges)
      where div.name == "solution" && challenge != nil {
        leftOut.insert(div.node)
      }
    }
    let title = Self.titleHeading(lesson)
    titleHeading = title
    headingShift = lesson.headings.contains { $0.node != title && $0.level == 1 } ? 1 : 0
    if let anchor = title.flatMap(lesson.anchor(of:)) { _ = ids.claim(anchor) }
  }

  /// The heading that opens a page whose front matter gives no title, where that is of level 1.
  private static func titleHeading(_ lesson: Lesson) -> NodeID? {
    guard lesson.frontMatter.title == nil, let first = lesson.headings.first, first.level == 1,
      first.div == nil
    else { return nil }
    return first.node
  }

  /// `lang` for the site's own texts where the page is in another language.
  var labelLanguage: String? {
    if lesson.language == labels.language { return nil }
    return Labels.primary(lesson.language) == labels.language ? nil : labels.language
  }

  // MARK: The walk

  /// Renders the nodes from `start` up to `end`.
  mutating func render(_ start: NodeID, to end: NodeID) {
    let depth = open.count
    raw.enter()
    var index = Int(start.index)
    while index < Int(end.index) {
      let node = NodeID(index)
      while open.count > depth, let last = open.last, node >= last.end { leave() }
      if let ending = enter(node) {
        let isLink: Bool
        if case .link = ending { isLink = true } else { isLink = false }
        raw.enter(isLink: isLink)
        open.append((document.end(node), ending))
        index += 1
      } else {
        index = Int(document.end(node).index)
      }
    }
    while open.count > depth { leave() }
    raw.leave(to: &html)
  }

  /// Renders what is below a node.
  mutating func renderChildren(of node: NodeID) {
    render(NodeID(Int(node.index) + 1), to: document.end(node))
  }

  private mutating func leave() {
    guard let (_, ending) = open.popLast() else { return }
    switch ending {
    case .nothing: raw.leave(to: &html)
    case .link:
      raw.leave(isLink: true, to: &html)
      html.close("a")
    case .tags(let tags, let endsLine):
      raw.leave(to: &html)
      html.literal(tags)
      if endsLine { html.newline() }
    }
  }

  /// Writes what opens a node; nil where its children are written already or not at all.
  private mutating func enter(_ node: NodeID) -> Ending? {
    let kind = document.kind(node)
    if kind.isInline { return enterInline(node, kind) }
    if kind != .htmlBlock { raw.beginMarkdownBlock(to: &html) }
    return enterBlock(node, kind)
  }
}

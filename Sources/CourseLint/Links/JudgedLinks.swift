import CourseModel
import SourceCore

/// The links and images of a course to its own files that a rule may have something to say about,
/// with what they lead to.
public struct JudgedLinks {
  /// One of them.
  struct Element {
    let page: LessonFacts
    let link: LessonFacts.LocalLink
    let verdict: LinkVerdict
  }

  /// One of them, by where it stands in the facts.
  private struct Judged {
    let page: Int
    let link: Int
    let verdict: LinkVerdict
  }

  /// The course and its pages' facts.
  let facts: CourseFacts
  let near: NearPath
  let taken: TakenPaths
  private let judged: [Judged]

  /// Links in the order of the pages and of their text.
  var links: some Sequence<Element> {
    judged.lazy.map { one in
      let page = facts.pages[one.page]
      return Element(page: page, link: page.links[one.link], verdict: one.verdict)
    }
  }

  /// Judges the links of some pages; nil for all.
  init(_ facts: CourseFacts, of pages: Set<RepoPath>? = nil) {
    self.facts = facts
    let judge = LinkJudge(facts.course)
    var judged: [Judged] = []
    var missing: [RepoPath] = []
    // What a page links to, it often links to again; texts that are equal may be other bytes.
    var known: [String: (path: String, verdict: LinkVerdict)] = [:]
    for (page, pageFacts) in facts.pages.enumerated()
    where pages?.contains(pageFacts.path) ?? true {
      if known.count > 64 { known = [:] } else { known.removeAll(keepingCapacity: true) }
      for (index, link) in pageFacts.links.enumerated() {
        let verdict: LinkVerdict
        if link.path.isEmpty {
          verdict = .page(pageFacts.path)
        } else if let same = known[link.path], same.path.utf8.elementsEqual(link.path.utf8) {
          verdict = same.verdict
        } else {
          verdict = judge.verdict(link.path, from: pageFacts.path)
          known[link.path] = (link.path, verdict)
        }
        if case .missing(let target) = verdict { missing.append(target) }
        if Self.isSettled(link, verdict) { continue }
        judged.append(Judged(page: page, link: index, verdict: verdict))
      }
    }
    self.judged = judged
    taken = TakenPaths(missing.isEmpty ? [] : facts.surroundings?.takenLessons ?? [])
    near = missing.isEmpty ? NearPath([], for: []) : NearPath(facts.course, for: missing)
  }

  /// Whether nothing can be said about a link; most are so, and need not be kept.
  private static func isSettled(_ link: LessonFacts.LocalLink, _ verdict: LinkVerdict) -> Bool {
    switch verdict {
    case .page: link.fragment == nil && link.path.utf8.first != UInt8(ascii: "/")
    case .found, .unknown: link.path.utf8.first != UInt8(ascii: "/")
    default: false
    }
  }
}

/// A rule that looks at what the links of a course lead to, which is found out once for all of
/// these rules.
public protocol LinkRule: Rule {
  /// Whether what it finds in a page has nothing to do with the links of other pages.
  static var looksAtPagesAlone: Bool { get }

  /// Whether it may find anything in a course where this is beside the pages.
  func mayFind(_ surroundings: CourseSurroundings?, _ context: LessonContext) -> Bool

  /// Reports what the rule finds in a course's links.
  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void)
}

extension LinkRule {
  /// Nearly all do.
  public static var looksAtPagesAlone: Bool { true }

  /// Links may be wrong whatever there is.
  public func mayFind(_ surroundings: CourseSurroundings?, _ context: LessonContext) -> Bool {
    true
  }
}

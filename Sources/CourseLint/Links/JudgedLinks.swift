import CourseModel
import SourceCore

/// The links and images of a course to its own files, with what they lead to.
public struct JudgedLinks {
  /// One of them.
  struct Element {
    let page: LessonFacts
    let link: LessonFacts.LocalLink
    let verdict: LinkVerdict
  }

  /// The course and its pages' facts.
  let facts: CourseFacts
  /// Links in the order of the pages and of their text.
  let links: [Element]
  let near: NearPath

  init(_ facts: CourseFacts) {
    self.facts = facts
    let judge = LinkJudge(facts.course)
    var links: [Element] = []
    var hasMissing = false
    for page in facts.pages {
      for link in page.links {
        let verdict =
          link.path.isEmpty
          ? LinkVerdict.page(page.path) : judge.verdict(link.path, from: page.path)
        if case .missing = verdict { hasMissing = true }
        links.append(Element(page: page, link: link, verdict: verdict))
      }
    }
    self.links = links
    near = hasMissing ? NearPath(facts.course) : NearPath([])
  }
}

/// A rule that looks at what the links of a course lead to, which is found out once for all of
/// these rules.
public protocol LinkRule: Rule {
  /// Reports what the rule finds in a course's links.
  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void)
}

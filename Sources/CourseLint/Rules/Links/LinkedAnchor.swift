import CourseModel
import Identifiers
import SourceCore

/// Flags a link to a place that its page does not have.
struct LinkedAnchor: LinkRule {
  static let info = RuleInfo(
    id: "links/anchor", alias: "MD051",
    summary: "A link leads to a place that its page does not have.",
    why: """
      The browser opens the page at its top, and the learner searches for what was promised. \
      Anchors are made from headings, so rewording one breaks every link to it; `{#id}` behind a \
      heading fixes its anchor for good.
      """,
    severity: .error, scope: .course,
    source: "HTML Standard, 7.4.2.3.3 (scrolling to a fragment); pandoc, auto_identifiers")

  static let examples: [Example] = [
    .good("## Price levels\n\nSee [above](#price-levels) and [the top](#top).\n"),
    .good(files: [
      .init("config.yaml", "title: Salaires\nlang: fr\n"),
      .init("episodes/01-salaires.md", "Voir [les primes](02-primes.md#d-abord).\n"),
      .init("episodes/02-primes.md", "## D'abord, les primes {#d-abord}\n"),
    ]),
    .good(files: [
      .init("course.yml", "schema: course/1\nid: a/b\nversion: 1.0.0\nlessons:\n  - one.md\n"),
      .init("one.md", "## One\n\nSee [lines](#L1-L2) and [one](#user-content-one).\n"),
    ]),
    .good("[Texto](#nota)\n\n<div id=\"nota\">Una nota.</div>\n", language: "es"),
    .bad(
      "## Price levels\n\nSee [above](⟦#price-level⟧).\n",
      fixed: "## Price levels\n\nSee [above](#price-levels).\n"),
    .bad(
      files: [
        .init("episodes/01-salaires.md", "Voir [les primes](⟦02-primes.md#Primes⟧).\n"),
        .init("config.yaml", "title: Salaires\nlang: fr\n"),
        .init("episodes/02-primes.md", "## Primes\n"),
      ], fixed: "Voir [les primes](02-primes.md#primes).\n"),
    .bad("## Muestreo\n\nVea [los pesos](⟦#ponderación⟧).\n", language: "es"),
  ]

  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let facts = judged.facts
    let isLenient = facts.course.layout.isLenient
    // Some generators let any page name a label of any other.
    lazy var anywhere = Set(facts.pages.flatMap(\.anchors.names))
    var places: [RepoPath: PlaceNames] = [:]
    // The page at hand, and how many of its links were compared with names that are nearly so.
    var compared: (page: RepoPath?, links: Int) = (nil, 0)
    for element in judged.links {
      let (page, link) = (element.page, element.link)
      guard let fragment = link.fragment, !Self.isSpecial(fragment),
        case .page(let path) = element.verdict, let target = facts.page(at: path),
        !target.anchors.contains(fragment)
      else { continue }
      if facts.course.layout == .plain, Self.isOfGitHub(fragment, target) { continue }
      if target.kind == .index, Self.setupAnchors(facts).contains(fragment) { continue }
      if isLenient, anywhere.contains(fragment) { continue }
      let names = places[path] ?? PlaceNames(target.anchors)
      places[path] = names
      if isLenient, names.mayHave(fragment) { continue }
      if compared.page != page.path { compared = (page.path, 0) }
      compared.links += 1
      report(
        CourseFinding(
          element,
          finding(
            link, fragment, target, names, isCompared: compared.links <= MeantNames.limit)))
    }
  }

  /// `#top` needs no element, and `:~:text=` searches for words.
  private static func isSpecial(_ fragment: String) -> Bool {
    fragment.isEmpty || asciiLowercased(fragment) == "top" || fragment.hasPrefix(":~:")
  }

  /// What github.com finds in a page besides its anchors: lines of its source (`L10-L20`), and
  /// anchors under the name that they have in its HTML.
  private static func isOfGitHub(_ fragment: String, _ target: LessonFacts) -> Bool {
    let prefix = "user-content-"
    if fragment.hasPrefix(prefix) {
      return target.anchors.contains(String(fragment.dropFirst(prefix.utf8.count)))
    }
    let ends = fragment.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return ends.count <= 2
      && ends.allSatisfy { end in
        let number = end.dropFirst()
        return end.first == UInt8(ascii: "L") && !number.isEmpty
          && number.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "C") }
      }
  }

  /// The Workbench shows `learners/setup.md` at the end of the index page.
  private static func setupAnchors(_ facts: CourseFacts) -> AnchorSet {
    guard facts.course.layout == .workbench, let path = RepoPath("learners/setup.md"),
      let setup = facts.page(at: path)
    else { return AnchorSet([]) }
    return setup.anchors
  }

  private func finding(
    _ link: LessonFacts.LocalLink, _ fragment: String, _ target: LessonFacts,
    _ names: PlaceNames, isCompared: Bool
  ) -> Finding {
    let place = link.path.isEmpty ? "the page" : "`\(target.path)`"
    let message = "\(place) has no place called `#\(Wording.short(fragment))`"
    if let anchor = names.only(like: fragment) {
      return Finding(
        link.range, message, help: "write `#\(anchor)`",
        fix: LinkEdit.fix(link, fragment: anchor, applicability: .safe))
    }
    guard isCompared, let near = names.nearest(to: fragment) else {
      return Finding(
        link.range, message,
        help: "link to one of its headings, or write `{#\(fragment)}` behind the heading meant")
    }
    return Finding(
      link.range, message, help: "write `#\(near)`, if that is what is meant",
      fix: LinkEdit.fix(link, fragment: near, applicability: .suggestion))
  }
}

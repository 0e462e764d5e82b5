import CourseModel
import Identifiers
import SourceCore

extension ReuseChecker {
  /// The lessons of all members and sources, to be searched for copies, and where each of them is.
  public func comparedLessons() -> (
    lessons: ComparedLessons, pages: [(member: Int, page: CoursePage)]
  ) {
    var pages: [(member: Int, page: CoursePage)] = []
    var identities: [Int] = []
    var byID: [String: Int] = [:]
    var byPlace: [String: Int] = [:]
    for (i, member) in catalog.members.enumerated() {
      // One course may be a member and a source, or be there with its fork under one id, which is
      // told by `reuse/same-course`.
      let known = member.id.flatMap { byID[$0] } ?? byPlace[member.place] ?? i
      identities.append(known)
      if let id = member.id { byID[id] = known }
      byPlace[member.place] = known
      // Of a course that is there twice the first is looked at.
      if known != i { continue }
      for page in member.course.lessons where !Boilerplate.isPage(page.path) {
        pages.append((i, page))
      }
    }
    let own = catalog.members.indices.map { $0 < catalog.ownCount }
    return (
      ComparedLessons(courses: pages.map(\.member), identities: identities, isOwn: own), pages
    )
  }

  /// What a search found, without what is declared, with the likely original of each copy.
  public func suggestions(
    _ outcome: CopySearch.Outcome, of search: CopySearch, _ pages: [(member: Int, page: CoursePage)]
  ) -> CopySuggestionReport {
    let ages = LessonAges(catalog.members)
    var since: [Int: Int64] = [:]
    for lesson in CopyFamily.involved(in: outcome) {
      since[lesson] = ages.since(pages[lesson].page, of: pages[lesson].member)
    }
    let involved = Set(since.keys).union(CopyFamily.involved(in: outcome))
    var releases = NewestReleases(catalog)
    var released: Set<Int> = []
    for member in Set(involved.map { pages[$0].member }) where releases.hasAny(member) {
      released.insert(member)
    }
    let family = CopyFamily(
      search.lessons, outcome, since: since, standing: standing(), released: released)
    let origins = family.origins()
    let declared = DeclaredFamilies(catalog.members)
    let links = CourseLinks(origins, search.least, outcome, pages)
    var suggestions: [CopySuggestion] = []
    var left = 0
    for origin in origins {
      let (copy, original, edge) = (origin.copy, origin.original, origin.edge)
      let isWeak = outcome.isWeak(edge.pair, search.least)
      if isDeclared(pages[copy], pages[original], isWeak, declared) {
        left += 1
        continue
      }
      let through = origin.through ?? (isWeak ? links.through(copy, original) : nil)
      let (first, second) = sides(edge, outcome)
      let isFirstOriginal = edge.a == original
      suggestions.append(
        CopySuggestion(
          original: side(isFirstOriginal ? first : second, original, pages, since),
          copy: side(isFirstOriginal ? second : first, copy, pages, since),
          kind: kind(pages[copy], pages[original], isSame: edge.pair == nil),
          evidence: family.evidence(original, copy),
          release: releases.version(with: pages[original].page, of: pages[original].member),
          through: through.map { name(pages[$0]) }))
    }
    // What belongs to two courses stays in the order that it was found in.
    let order = suggestions.indices.sorted { i, j in
      let (x, y) = (suggestions[i], suggestions[j])
      return (x.copy.member, x.original.member, i) < (y.copy.member, y.original.member, j)
    }
    return CopySuggestionReport(
      suggestions: order.map { suggestions[$0] }, declared: left, lessons: pages.count,
      short: outcome.short(search.shortest), unreadable: outcome.unreadable)
  }

  /// Whether what two lessons share follows from what is declared. Of a lesson that is taken from a
  /// course already, a section may well stand in other lessons of that course too.
  private func isDeclared(
    _ copy: (member: Int, page: CoursePage), _ original: (member: Int, page: CoursePage),
    _ isWeak: Bool, _ declared: DeclaredFamilies
  ) -> Bool {
    let (own, theirs) = (name(copy), name(original))
    if declared.areRelated(own, theirs) { return true }
    guard isWeak else { return false }
    return declared.isRelated(own, to: catalog.members[original.member].id ?? "")
      || declared.isRelated(theirs, to: catalog.members[copy.member].id ?? "")
  }

  /// For each course, how many lessons others declare of it, less how many it declares of others.
  private func standing() -> [Int] {
    var standing = [Int](repeating: 0, count: catalog.members.count)
    for (i, member) in catalog.members.enumerated() {
      for reuse in member.course.metadata.reuses {
        standing[i] -= reuse.lessons.count
        if let upstream = catalog.index(of: reuse.course) {
          standing[upstream] += reuse.lessons.count
        }
      }
    }
    return standing
  }

  private func name(_ page: (member: Int, page: CoursePage)) -> String {
    let member = catalog.members[page.member]
    return "\(member.id ?? member.place)#\(catalog.present(page.member).id(of: page.page))"
  }

  /// What the lessons of an edge share.
  private func sides(
    _ edge: CopyFamily.Edge, _ outcome: CopySearch.Outcome
  ) -> (CopySearch.Side, CopySearch.Side) {
    guard let pair = edge.pair else {
      func whole(_ lesson: Int) -> CopySearch.Side {
        let words = outcome.words[lesson] ?? 0
        return CopySearch.Side(lesson: lesson, words: words, shared: words, sections: [])
      }
      return (whole(edge.a), whole(edge.b))
    }
    return (outcome.pairs[pair].a, outcome.pairs[pair].b)
  }

  private func side(
    _ found: CopySearch.Side, _ lesson: Int, _ pages: [(member: Int, page: CoursePage)],
    _ since: [Int: Int64]
  ) -> CopySuggestion.Side {
    let (index, page) = pages[lesson]
    let member = catalog.members[index]
    return CopySuggestion.Side(
      member: index, courseID: member.id, lesson: catalog.present(index).id(of: page),
      path: member.repositoryFolder.appending(page.path), since: since[lesson],
      words: found.words, shared: found.shared,
      // Another lesson that says the same may have other lines.
      sections: found.lesson == lesson ? found.sections : [])
  }

  /// What a copy would be declared as. With the same words it is verbatim where it differs in
  /// nothing but where links lead to.
  private func kind(
    _ copy: (member: Int, page: CoursePage), _ original: (member: Int, page: CoursePage),
    isSame: Bool
  ) -> ReuseDeclaration.Kind {
    func language(_ index: Int) -> Substring? {
      catalog.members[index].course.metadata.effectiveLanguage.split(separator: "-").first
    }
    // What a translation shares is its code.
    if !isSame {
      return language(copy.member) == language(original.member) ? .adapted : .translated
    }
    func side(_ place: (member: Int, page: CoursePage)) -> LessonComparison.Side? {
      let course = catalog.present(place.member)
      // They are many, so they are not kept.
      return (try? course.bytes(of: place.page)).map {
        .init(lesson: course.parse($0, as: place.page.path), course: course)
      }
    }
    guard let own = side(copy), let upstream = side(original) else { return .adapted }
    let result = LessonComparison(
      own: own, upstream: upstream, taken: [original.page.path: copy.page.path]
    ).run()
    switch result.difference?.kind {
    case nil, .link: return .verbatim
    case .text, .field: return .adapted
    }
  }
}

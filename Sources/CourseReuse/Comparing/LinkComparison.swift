import CourseModel
import SourceCore
import StructuredData

/// Compares a link of a verbatim copy with the original's by what they lead to.
struct LinkComparison {
  /// How two links compare.
  enum Verdict {
    case same
    /// It leads elsewhere than to what is wanted, which can be written in one way or in none.
    case differs(wanted: String, replacement: String?)
    /// It leads to a file of another content.
    case asset(AssetDifference)
  }

  let own: LessonComparison.Side
  let upstream: LessonComparison.Side
  let taken: [RepoPath: RepoPath]

  func compare(_ link: LinkSpot, _ original: LinkSpot) -> Verdict {
    let written = own.lesson.text.string(link.range)
    let isSameText = written == upstream.lesson.text.string(original.range)
    guard case .local(let path, let fragment) = original.target else {
      return isSameText ? .same : elsewhere(original)
    }
    switch upstream.course.resolver.resolve(path, from: upstream.lesson.path) {
    case .page(let page):
      if let copy = taken[page] { return taken(link, copy, fragment) }
      if isSameText || isPublished(written, page, fragment) { return .same }
      guard let address = address(of: page, fragment) else { return elsewhere(original) }
      return .differs(wanted: "`\(address)`", replacement: address)
    case .file(let file): return asset(link, file, isSameText)
    case .folder, .generated, .missing, .outside:
      return isSameText ? .same : elsewhere(original)
    }
  }

  /// The original leads to a lesson that was taken, so the copy must lead to that lesson's copy.
  private func taken(_ link: LinkSpot, _ copy: RepoPath, _ fragment: String?) -> Verdict {
    var found: (page: RepoPath?, fragment: String?) = (nil, nil)
    switch link.target {
    case .local(let path, let fragment):
      if case .page(let page) = own.course.resolver.resolve(path, from: own.lesson.path) {
        found = (page, fragment)
      }
    case .fragment(let fragment): found = (own.lesson.path, fragment)
    case .empty, .external, .template: break
    }
    if found.page == copy, (found.fragment ?? "") == (fragment ?? "") { return .same }
    let wanted = copy.link(from: own.lesson.path.parent) + (fragment.map { "#" + $0 } ?? "")
    return .differs(wanted: "`\(wanted)`", replacement: wanted)
  }

  private func asset(_ link: LinkSpot, _ file: RepoPath, _ isSameText: Bool) -> Verdict {
    guard case .local(let path, _) = link.target else {
      return .differs(wanted: "a copy of `\(file)`", replacement: nil)
    }
    switch own.course.resolver.resolve(path, from: own.lesson.path) {
    case .file(let copy):
      let blobs = (try? own.course.blob(of: copy), try? upstream.course.blob(of: file))
      if let a = blobs.0, let b = blobs.1, a == b { return .same }
      return .asset(AssetDifference(range: link.range, path: copy, upstreamPath: file))
    case .missing:
      // A link that leads nowhere is told as such; saying it twice helps nobody.
      return isSameText
        ? .same : .asset(AssetDifference(range: link.range, path: nil, upstreamPath: file))
    case .page, .folder, .generated, .outside:
      return .asset(AssetDifference(range: link.range, path: nil, upstreamPath: file))
    }
  }

  // MARK: - The upstream site

  private func isPublished(_ written: String, _ page: RepoPath, _ fragment: String?) -> Bool {
    guard let base else { return false }
    let suffix = fragment.map { "#" + $0 } ?? ""
    // The Workbench flattens its folders; other generators keep them.
    let flat = base + page.stem + ".html"
    let deep = base + page.parent.appending(page.stem + ".html").string
    return [flat, deep].contains { written == $0 + suffix }
      || page.stem == "index" && (written == base + suffix || written + "/" == base)
  }

  private func address(of page: RepoPath, _ fragment: String?) -> String? {
    guard let base else { return nil }
    return base + page.stem + ".html" + (fragment.map { "#" + $0 } ?? "")
  }

  /// Where the upstream course is published, with a slash at the end, as its `config.yaml` says.
  private var base: String? {
    guard let url = upstream.course.course.config?["url"]?.stringValue, url.contains("://") else {
      return nil
    }
    return url.hasSuffix("/") ? url : url + "/"
  }

  private func elsewhere(_ original: LinkSpot) -> Verdict {
    let text = upstream.lesson.text.string(original.range)
    return .differs(wanted: "`\(text)`", replacement: text)
  }
}

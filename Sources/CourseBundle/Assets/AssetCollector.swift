import CourseModel
import SourceCore

/// Finds the files that the pages of a site show or link to, and gives each its place.
struct AssetCollector {
  private let request: BundleRequest
  private let view: any TreeView
  /// Files that can be taken, by their path below the course's folder.
  private(set) var assets: [RepoPath: BundleFile] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var refused: Set<RepoPath> = []

  init(_ request: BundleRequest, in view: any TreeView) {
    self.request = request
    self.view = view
  }

  /// Where a course's own files lie in its bundle.
  private static let folder = "files/"

  /// Files that browsers run rather than show.
  private static let pageEndings: Set<String> = [
    "htm", "html", "mht", "mhtml", "shtml", "xht", "xhtml",
  ]

  /// Takes what a page refers to.
  mutating func collect(_ page: PageSet.Member) {
    if page.look.targets.isEmpty { return }
    var reported: Set<RepoPath> = []
    for target in page.look.targets {
      let reference = target.reference
      switch target.destination {
      case .file(let path):
        if reference.role == .link, PageSet.isPage(path) { continue }
        take(path, reference, page)
      // A link to nothing becomes text, and the rules about links tell it; a gap in the page is ours.
      case .missing where reference.role == .link: continue
      case .outside where reference.role == .link: continue
      case .missing(let path):
        guard reported.insert(path).inserted else { continue }
        report(
          MissingAsset.info, reference, page, "There is no \(path.string) in this course",
          help: "add the file, or correct the link")
      case .outside:
        report(
          MissingAsset.info, reference, page,
          "\(reference.written) leads out of the course, and a bundle holds the course only",
          help: "copy the file into the course, or link to where it is published")
      case .external(let url) where reference.role != .link && !url.hasPrefix("mailto:"):
        report(
          RemoteImage.info, reference, page,
          "\(url) lies on another server, and bundles work without a network",
          help: "put a copy into the course if its licence allows that; learners see a link now")
      default: continue
      }
    }
  }

  private mutating func take(_ path: RepoPath, _ reference: Reference, _ page: PageSet.Member) {
    if assets[path] != nil || refused.contains(path) { return }
    guard let (bytes, source) = read(path, reference, page) else {
      refused.insert(path)
      return
    }
    if let problem = Self.problem(path, bytes) {
      refused.insert(path)
      report(
        ActiveContent.info, reference, page, "\(path.string) \(problem)",
        help: Self.remedy(path))
      return
    }
    assets[path] = BundleFile(path: path.string, bytes: bytes, source: source)
  }

  private mutating func read(
    _ path: RepoPath, _ reference: Reference, _ page: PageSet.Member
  ) -> ([UInt8], BundleFile.Source)? {
    guard let entry = request.course.entry(at: path) else { return nil }
    guard entry.isFile else {
      report(
        MissingAsset.info, reference, page,
        "\(path.string) is a \(entry.kind == .symlink ? "symbolic link" : "submodule") and no file",
        help: "put a copy of the file in its place")
      return nil
    }
    let source = request.course.folder.appending(path)
    do {
      let found = TreeEntry(path: source, kind: entry.kind, blob: entry.blob)
      let bytes = try view.read(found, limit: request.assetLimit)
      return (bytes, BundleFile.Source(path: source, blob: entry.blob))
    } catch {
      report(
        MissingAsset.info, reference, page, "\(path.string) cannot be read: \(error.message)",
        help: error.help)
      return nil
    }
  }

  private static func problem(_ path: RepoPath, _ bytes: [UInt8]) -> String? {
    switch path.fileExtension {
    case "svg": SVGCheck.problem(bytes)
    case "svgz": "is compressed, so what it holds cannot be checked"
    case let ending where pageEndings.contains(ending):
      "is a web page of its own, which could run script"
    default: nil
    }
  }

  private static func remedy(_ path: RepoPath) -> String {
    path.fileExtension.hasPrefix("svg")
      ? "save it as a plain SVG without scripts and links, or as PNG"
      : "link to where it is published, or offer it as PDF or Markdown"
  }

  /// The files with their places in the bundle, given in bytewise order of their own paths.
  func placed(_ names: inout SafeName) -> [RepoPath: BundleFile] {
    var placed: [RepoPath: BundleFile] = [:]
    for (path, file) in assets.sorted(by: { $0.key < $1.key }) {
      placed[path] = BundleFile(
        path: names.unique(Self.folder + path.string), bytes: file.bytes, source: file.source)
    }
    return placed
  }

  private mutating func report(
    _ rule: RuleInfo, _ reference: Reference, _ page: PageSet.Member, _ message: String,
    help: String?
  ) {
    let notes = reference.definition.map { [$0.note(below: request.course.folder)] } ?? []
    diagnostics.append(
      Diagnostic(
        Finding(reference.range, message, help: help, notes: notes), rule: rule,
        severity: rule.severity,
        path: request.course.folder.appending(page.source.path).string,
        place: page.lesson.place(reference.range)))
  }
}

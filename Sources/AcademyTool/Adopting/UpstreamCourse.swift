import CourseModel
import GitStore
import SourceCore
import StructuredData

/// The course that another one was forked from, opened.
struct UpstreamCourse {
  /// The course, with the id that its manifest gives or that it is known by here.
  let loaded: LoadedCourse
  /// Its id.
  let id: String
  /// Where a manifest says it is to be found: an address, or a path from the fork's folder; nil for a
  /// course of the same repository.
  let url: String?

  /// Stands for an office that nothing names.
  private static let anyOffice = "upstream"

  /// Opens what `--fork-of` names.
  static func open(
    _ argument: String, for fork: AdoptionTarget, _ sources: SourceOptions
  ) throws -> UpstreamCourse {
    let limit = PipelineFile.defaultLessonLimit
    if let address = SourceAddress(argument) {
      let courses = try SourceOpener(options: sources, limit: limit).open(address)
      return try make(courses, argument, fork, url: address.shown, address: address.text)
    }
    if SourceAddress.isMeant(argument) {
      throw ToolFailure(
        "`\(argument)` is no address that is fetched from",
        help: "write https://…, ssh://…, git://… or file://…, or the path of a clone")
    }
    let target = try Target.open(argument, selection: nil)
    let courses = target.tree.courses(focus: target.focus, limit: limit)
    let root = FileSystem.real(argument) ?? target.tree.root
    return try make(
      courses, argument, fork, url: relative(root, from: fork.folder),
      address: target.tree.repository?.originAddress)
  }

  private static func make(
    _ courses: [LoadedCourse], _ argument: String, _ fork: AdoptionTarget, url: String,
    address: String?
  ) throws -> UpstreamCourse {
    let others = courses.filter {
      $0.tree.root != fork.tree.root || $0.course.folder != fork.course.folder
    }
    guard var loaded = choose(others, fork.course) else {
      throw courses.isEmpty
        ? ToolFailure.noCourse(at: argument)
        : ToolFailure(
          "\(argument) is the course itself", help: "name the course that it was forked from")
    }
    let id = loaded.course.metadata.id?.value ?? assumedID(loaded, address)
    loaded.assumedID = id
    let isNeighbour = loaded.tree.root == fork.tree.root && loaded.course.manifest != nil
    return UpstreamCourse(loaded: loaded, id: id, url: isNeighbour ? nil : url)
  }

  /// Of several courses, the one whose id or folder the fork has kept, else the one that has most of
  /// its files.
  private static func choose(_ courses: [LoadedCourse], _ fork: Course) -> LoadedCourse? {
    if let id = fork.metadata.id?.value,
      let same = courses.first(where: { $0.course.metadata.id?.value == id })
    {
      return same
    }
    let blobs = Set(fork.entries.compactMap(\.blob))
    func shared(_ loaded: LoadedCourse) -> Int {
      loaded.course.entries.count { $0.blob.map { blobs.contains($0) } ?? false } * 2
        + (loaded.course.folder == fork.folder ? 1 : 0)
    }
    var best: (course: LoadedCourse, shared: Int)?
    for course in courses {
      let count = shared(course)
      if best.map({ count > $0.shared }) ?? true { best = (course, count) }
    }
    return best?.course
  }

  /// The id by which a course without a manifest is known here: office and name of its repository.
  private static func assumedID(_ loaded: LoadedCourse, _ address: String?) -> String {
    let written = loaded.course.config?["source"]?.stringValue
    for text in [address, written].compactMap(\.self) {
      guard let found = RepositoryAddress(text) else { continue }
      let (owner, name) = (RepositoryAddress.slug(found.owner), RepositoryAddress.slug(found.name))
      if !owner.isEmpty, !name.isEmpty { return "\(owner)/\(name)" }
    }
    var name = (address ?? loaded.tree.root).split(separator: "/").last.map { String($0) } ?? ""
    if name.hasSuffix(".git") { name = String(name.dropLast(4)) }
    let slug = RepositoryAddress.slug(name)
    return "\(anyOffice)/\(slug.isEmpty ? "course" : slug)"
  }

  /// The way from one folder to another.
  private static func relative(_ path: String, from folder: String) -> String {
    guard let own = RepoPath(String(path.drop { $0 == "/" })),
      let other = RepoPath(String((FileSystem.real(folder) ?? folder).drop { $0 == "/" }))
    else { return path }
    let link = own.link(from: other)
    return link.isEmpty ? "." : link
  }
}

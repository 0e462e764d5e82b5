import CourseBundle
import CourseReuse
import Framework
import SourceCore
import StructuredData

/// `pipeline.json`: which courses an academy has, and where their sources are.
struct PipelineFile {
  /// A course in a repository.
  struct Member {
    /// Folder of the repository, absolute; empty where it is fetched.
    let repository: String
    /// The course's folder in it.
    let folder: RepoPath
    /// Where it is fetched from.
    var address: SourceAddress?
    /// Whether all courses of the repository are meant.
    var isWhole = false
  }

  /// Format of this file.
  static let schema = "pipeline/1"
  /// Longest file of this format, in bytes.
  static let sizeLimit = 10_000_000
  /// Longest lesson that is parsed where nothing else is said, in bytes.
  static let defaultLessonLimit = 5_000_000

  /// Where it was read from.
  let path: String
  /// Courses that are checked and bundled.
  let courses: [Member]
  /// Further courses, for what they reuse.
  let sources: [Member]
  /// Folder for bundles, absolute.
  let output: String
  /// What courses are packaged as.
  let formats: [BundleFormat]
  /// Whether SCORM packages hold one lesson each.
  let scormPerLesson: Bool
  /// The office's own look.
  let brand: Brand?
  /// Address below which the output folder will be, with a slash at its end.
  let siteAddress: String?
  /// Longest lesson that is parsed, in bytes.
  let lessonLimit: Int
  /// Which rules are on where nothing else is said.
  let profiles: [RuleSelection.Profile]
  /// From which growth of a course's time on its version must rise.
  let timeLimits: TimeLimits
  /// What the academy changes about rules.
  let settings: RuleSettings
  /// Where the framework document is; nil for the framework inside the tool.
  let framework: FrameworkSource?

  /// Reads a file; every fault is named with its line.
  static func read(_ path: String) throws -> PipelineFile {
    try parse(FileSystem.read(path, limit: sizeLimit), path: path)
  }

  /// Reads the file at the root of a tree, of a revision or the index too; nil where it has none.
  ///
  /// - Parameter isWhole: whether files beside it, such as a logo, are at hand.
  static func read(in tree: OpenedTree, isWhole: Bool = true) throws -> PipelineFile? {
    guard let entry = tree.view.entry(at: RepoPath.root.appending("pipeline.json")), entry.isFile
    else { return nil }
    do {
      let bytes = try tree.view.read(entry, limit: sizeLimit)
      return try parse(
        bytes, path: FileSystem.resolve("pipeline.json", in: tree.root), isWhole: isWhole)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }

  /// Reads a file's bytes.
  static func parse(_ bytes: [UInt8], path: String, isWhole: Bool = true) throws -> PipelineFile {
    let parsed = JSONParser.parse(bytes, range: 0..<bytes.count)
    let lines = LineIndex(bytes)
    func fail(_ message: String, _ range: ByteRange?, _ help: String? = nil) -> ToolFailure {
      let line = range.map { ":\(lines.line(at: $0.start) + 1)" } ?? ""
      return ToolFailure("\(path)\(line): \(message)", help: help)
    }
    if let problem = parsed.problems.first {
      throw fail(problem.message, problem.range, problem.help)
    }
    guard let root = parsed.root, let members = root.object else {
      throw fail("pipeline.json must be an object", nil)
    }
    let known = [
      "schema", "courses", "sources", "output", "max-lesson-bytes", "rules", "overrides",
      "framework", "profile", "release", "formats",
      "brand", "site-address",
      "scorm",
    ]
    for member in members where !known.contains(member.key) && !member.key.hasPrefix("x-") {
      throw fail(
        "`\(member.key)` is not a setting", member.keyRange,
        "the settings are \(known.joined(separator: ", "))")
    }
    guard root["schema"]?.string == schema else {
      throw fail(
        "`schema` must be \"\(schema)\"", root["schema"]?.range,
        "this tool reads format 1 of pipeline.json")
    }
    let base = FileSystem.folder(of: path)
    func list(_ key: String) throws -> [Member] {
      guard let node = root[key] else { return [] }
      guard let items = node.array else { throw fail("`\(key)` must be a list", node.range) }
      return try items.map { item in
        if let written = item.string ?? item["repository"]?.string, SourceAddress.isMeant(written) {
          guard key == "sources" else {
            throw fail(
              "`\(written)` is elsewhere, and a course can only be checked here", item.range,
              "clone it, and name the folder; what is only reused from belongs under `sources`")
          }
          guard let address = SourceAddress(written) else {
            throw fail(
              "`\(written)` is no address to fetch from", item.range,
              "write one with https, ssh, git or file, such as https://example.org/course.git")
          }
          guard let folder = RepoPath(item["path"]?.string ?? "") else {
            throw fail("`path` must be a folder below the repository", item["path"]?.range)
          }
          return Member(
            repository: "", folder: folder, address: address, isWhole: item["path"] == nil)
        }
        let text = item.string ?? item["path"]?.string ?? (item.object != nil ? "" : nil)
        guard let text, let folder = RepoPath(text) else {
          throw fail(
            "a course is a folder below its repository: a text, or an object with `repository` and `path`",
            item.range)
        }
        let repository = item["repository"]?.string
        return Member(
          repository: repository.map { FileSystem.resolve($0, in: base) } ?? base, folder: folder)
      }
    }
    var limit = defaultLessonLimit
    if let node = root["max-lesson-bytes"] {
      guard let value = node.intValue, value > 0 else {
        throw fail("`max-lesson-bytes` must be a whole number above 0", node.range)
      }
      limit = value
    }
    var timeLimits = TimeLimits()
    for (key, path) in [("time-minor", \TimeLimits.minor), ("time-major", \TimeLimits.major)] {
      guard let node = root["release"]?[key] else { continue }
      guard let value = node.intValue, value > 0, value <= 1_000_000 else {
        throw fail("`\(key)` must be a number of per cent above 0", node.range)
      }
      timeLimits[keyPath: path] = value
    }
    if let node = root["release"] {
      guard let members = node.object else {
        throw fail("`release` must be an object with `time-minor` and `time-major`", node.range)
      }
      for member in members where member.key != "time-minor" && member.key != "time-major" {
        throw fail(
          "`\(member.key)` is not a setting of `release`", member.keyRange,
          "the settings are time-minor, time-major")
      }
    }
    if let node = root["output"], node.string == nil {
      throw fail("`output` must be a folder's path", node.range)
    }
    return PipelineFile(
      path: path, courses: try list("courses"), sources: try list("sources"),
      output: FileSystem.resolve(root["output"]?.string ?? "dist", in: base),
      formats: try formats(root["formats"], fail: fail),
      scormPerLesson: try scormPerLesson(root["scorm"], fail: fail),
      brand: isWhole ? try brand(root["brand"], base: base, fail: fail) : nil,
      siteAddress: try siteAddress(root["site-address"], fail: fail), lessonLimit: limit,
      profiles: try RuleSettingsReader(fail: fail).profiles(root["profile"]),
      timeLimits: timeLimits,
      settings: try RuleSettingsReader(fail: fail).read(root),
      framework: try frameworkSource(root["framework"], fail: fail))
  }
}

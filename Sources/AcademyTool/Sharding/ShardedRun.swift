import CourseModel
import Digest
import Framework
import SourceCore

/// Which courses of an academy one part of a run checks and packages: whole ones, shared out by the
/// bytes of their pages.
struct ShardedRun {
  private let shard: ShardNumber
  private let session: AcademySession
  /// By course, the part that does it.
  private let parts: [Int]

  /// Shares the courses of an academy out.
  init(_ shard: ShardNumber, _ session: AcademySession) {
    self.shard = shard
    self.session = session
    let sizes = session.courses.map { loaded in
      loaded.course.pages.reduce(0) { $0 + (loaded.tree.view.size(of: $1.entry) ?? 0) }
    }
    parts = ShardPlan.parts(ofCourses: sizes, count: shard.count)
  }

  /// Whether this part does the course at a place of the list.
  func wants(_ index: Int) -> Bool { parts[index] == shard.number }

  /// The part's file.
  func bytes(_ run: PipelineRun, config: String?, locked: Bool) throws -> [UInt8] {
    var settings = FactWriter()
    let path = config ?? "pipeline.json"
    if FileSystem.exists(path) {
      settings.data(try FileSystem.read(path, limit: PipelineFile.sizeLimit))
    }
    settings.list(session.framework.documents ?? []) { $0.data($1) }
    settings.flag(locked)
    var files = FactWriter()
    files.list(session.courses + session.sources) { writer, loaded in
      writer.text(loaded.course.folder.string)
      writer.list(loaded.course.entries) { writer, entry in
        writer.text(entry.path.string)
        writer.text(entry.kind.rawValue)
      }
    }
    files.list(parts) { $0.integer($1) }
    let header = try PartHeader(
      .run, shard, commits: session.courses.map { $0.tree.head?.id.hex ?? "" },
      settings: SHA256.hash(settings.bytes), files: SHA256.hash(files.bytes))
    return PartFile.bytes(
      header,
      RunPart(
        names: run.courseNames, topics: RunReport.topics(session.framework),
        phases: RunReport.phases(session.framework),
        findings: shard.number == 1 ? run.treeFindings : [],
        courses: run.courses
      ).bytes)
  }
}

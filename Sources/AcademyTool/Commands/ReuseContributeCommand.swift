import ArgumentParser
import CourseReuse
import GitStore
import Identifiers
import SourceCore

/// `academy reuse contribute`: a patch of one's changes that upstream can apply.
struct ReuseContributeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contribute",
    abstract: "Writes this office's changes of a lesson as a patch for its upstream repository.",
    discussion: """
      Paths, links and front matter are those of upstream. Where the changes fit what is at the tip of \
      upstream's branch, the patch is made against that, else against the locked release. Upstream \
      applies it with `git apply`.
      """)

  @Argument(help: "The lesson's id here.")
  var lesson: String

  @Option(name: [.short, .long], help: "File to write; standard output, if absent.")
  var output: String?

  @OptionGroup var options: ReuseOptions

  func run() throws {
    let session = try options.open()
    let holders = try session.holders(of: lesson, options.course)
    guard holders.count == 1, let holder = holders.first,
      let name = holder.updater.lessons(named: lesson).first
    else {
      throw ToolFailure("several courses here have `\(lesson)`", help: "name one with --course")
    }
    let contribution = try ToolFailure.telling {
      try holder.updater.contribution(name, merge: ReuseSession.merge)
    }
    var patch: [UInt8] = []
    try ToolFailure.telling {
      for file in contribution.files {
        patch += try TextMerging.patch(file.path, from: file.before, to: file.after) ?? []
      }
    }
    for remark in contribution.remarks { Console.error("note: \(remark)\n") }
    guard !patch.isEmpty else {
      Console.error("nothing to give back: the copy is what upstream has\n")
      return
    }
    let state =
      contribution.version.map { "\(contribution.course) \($0)" }
      ?? "the tip of \(contribution.course)"
    Console.error(
      "patch      \(contribution.course)#\(contribution.lesson), against \(state)"
        + (contribution.sections.isEmpty
          ? "" : ": \(contribution.sections.joined(separator: ", "))") + "\n")
    if let output {
      try FileSystem.replace(FileSystem.resolve(output, in: FileSystem.current), with: patch)
    } else {
      Console.output(patch)
    }
  }
}

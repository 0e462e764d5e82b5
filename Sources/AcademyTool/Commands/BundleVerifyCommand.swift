import ArgumentParser
import CourseBundle
import SourceCore

/// `academy bundle verify`: checks packaged courses.
struct BundleVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks every file of a bundle against its manifest, and against the repository.",
    discussion: """
      Nothing is unpacked onto the disk. The exit status is 1 where something differs, is missing \
      or is extra.
      """)

  @Argument(help: "Archives of bundles: .zip, .epub, .imscc.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The course's repository; the files that the bundle was made of are compared with it.",
      valueName: "path"))
  var repository: String?

  func run() async throws {
    var isWhole = true
    for file in files {
      let archive = try FileSystem.read(file, limit: 4_000_000_000)
      let outcome = BundleVerifier().check(archive)
      var faults = outcome.faults
      if let repository, let manifest = outcome.manifest {
        do throws(SourceFault) {
          let check = try SourceCheck(
            manifest, repository: repository, limit: PipelineFile.defaultLessonLimit)
          faults += await check.faults(outcome)
        } catch {
          faults.append(error.fault)
        }
      }
      report(file, outcome, faults)
      if !faults.isEmpty { isWhole = false }
    }
    if !isWhole { throw ExitCode(1) }
  }

  private func report(
    _ file: String, _ outcome: BundleVerifier.Outcome, _ faults: [BundleFault]
  ) {
    var lines: [String] = []
    if let manifest = outcome.manifest {
      lines.append(
        "\(file): \(manifest.course) \(BundleLine.edition(manifest.mark)), \(manifest.format.title), \(manifest.entries.count + 1) files"
      )
    } else {
      lines.append("\(file): no bundle that can be checked")
    }
    lines += faults.map { "  \($0)" }
    if faults.isEmpty {
      lines.append(
        repository == nil
          ? "  whole: every file is as the manifest says"
          : "  whole: every file is as the manifest says, and made of what the repository holds")
    }
    Console.output(lines.joined(separator: "\n") + "\n")
  }
}

import ArgumentParser
import Identifiers

/// `academy reuse match`: which versions a range admits.
struct ReuseMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Prints the versions that are in a range.",
    discussion: """
      The range is written as npm writes it: ^1.2, ~1.2.3, 1.x, ">=1.2 <2", "1.2 - 1.4", "1.2 || 2". \
      A pre-release is in it only where the range names a pre-release of the same three numbers.

      Versions are printed as they were given and in that order. Exit status: 0 where one is in the \
      range, 1 where none is, 2 where something is no range or no version.
      """)

  enum Versioning: String, CaseIterable, ExpressibleByArgument {
    case semver, calver
  }

  @Option(help: "How versions count: semver or calver (2026.1, 2026.01.2), as in course.yml.")
  var versioning: Versioning = .semver

  @Argument(help: "The range; an empty one admits every release.")
  var range: String

  @Argument(help: "The versions.")
  var versions: [String]

  func run() throws {
    let wanted: VersionRange
    do throws(IdentifierError) {
      wanted = try VersionRange(parsing: range, isCalendar: versioning == .calver)
    } catch {
      throw ToolFailure(
        "`\(range)` is no version range: \(error.message)",
        help: error.help ?? "write a range as npm does, for example `^1.2`, `~1.2.3` or `1.x`")
    }
    var found = 0
    var failures: [ToolFailure] = []
    for text in versions {
      do throws(IdentifierError) {
        guard wanted.contains(try version(text)) else { continue }
        Console.output(text + "\n")
        found += 1
      } catch {
        failures.append(
          ToolFailure("`\(text)` is no version: \(error.message)", help: error.help))
      }
    }
    if let last = failures.popLast() {
      for failure in failures { Console.error(failure.rendered) }
      throw last
    }
    if found == 0 { throw ExitCode(1) }
  }

  /// Reads a version; the `v` of a tag may stand before it.
  private func version(_ written: String) throws(IdentifierError) -> SemVer {
    let text = written.hasPrefix("v") ? written.dropFirst() : written[...]
    if versioning == .calver, let version = SemVer(calver: text) { return version }
    return try SemVer(parsing: text)
  }
}

import CourseModel
import GitStore
import SourceCore
import TestSupport
import Testing

/// Real courses of three layouts: their lists of lessons, and what adopting them gives.
///
/// `ACADEMY_CORPUS` names a folder with clones of them; without it the tests are skipped.
@Suite(.enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"))
struct AdoptCorpusTests {
  static let courses: [(name: String, layout: CourseLayout, lessons: Int)] = [
    ("ModernStats_Git", .workbench, 13), ("ModernStats_Python", .workbench, 10),
    ("ModernStats_Python_CH", .workbench, 9), ("ModernStats_R", .workbench, 11),
    ("OSS", .quarto, 5), ("git-intro", .myst, 23),
  ]

  private func tree(_ name: String) throws -> any TreeView {
    let folder = try #require(SharedData.corpus)
    let repository = try #require(try Repository.discover(from: "\(folder)/\(name)"))
    return try repository.view(.revision("HEAD"))
  }

  private func lines(_ path: String, in tree: any TreeView) throws -> [Substring] {
    let entry = try #require(tree.entries.first { $0.path.string == path })
    let text = String(decoding: try tree.read(entry, limit: 1_000_000), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map { line in line.drop { $0 == " " } }
  }

  /// The list as a person reads it off the file, line by line.
  private func expected(_ layout: CourseLayout, in tree: any TreeView) throws -> [String] {
    switch layout {
    case .workbench:
      return try lines("config.yaml", in: tree).drop { !$0.hasPrefix("episodes:") }.dropFirst()
        .prefix { $0.hasPrefix("- ") }.map { "episodes/" + $0.dropFirst(2) }
    case .quarto:
      return try lines("_quarto.yml", in: tree).filter { $0.hasSuffix(".qmd") }
        .compactMap { $0.split(separator: " ").last.map(String.init) }.filter { $0 != "index.qmd" }
    default:
      var isInside = false
      var found: [String] = []
      for line in try lines("content/index.md", in: tree) {
        if line.hasPrefix("```") { isInside = line.contains("{toctree}") }
        guard isInside, !line.hasPrefix("`"), !line.hasPrefix(":"), !line.contains("<") else {
          continue
        }
        found.append("content/\(line).md")
      }
      return found
    }
  }

  @Test(arguments: courses)
  func theListOfLessonsIsRight(_ name: String, _ layout: CourseLayout, _ count: Int) throws {
    let tree = try tree(name)
    let found = CourseDiscovery.courses(in: tree.entries)
    #expect(found.map(\.layout) == [layout])
    let place = try #require(found.first)
    let course = CourseReader(limit: 1_000_000).read(place, among: found, in: tree)
    let lessons = course.lessons.map(\.path.string)
    #expect(lessons.count == count)
    #expect(lessons == (try expected(layout, in: tree)))
  }

  @Test(arguments: courses)
  func anAdoptedCourseLacksOnlyWhatIsMarked(
    _ name: String, _ layout: CourseLayout, _ count: Int
  ) throws {
    let tree = try tree(name)
    let copy = try TemporaryFolder()
    for entry in tree.entries where entry.isFile {
      try Files.write("\(copy.path)/\(entry.path)", try tree.read(entry, limit: 50_000_000))
    }
    let adopted = try Tool.run("adopt", in: copy.path)
    #expect(adopted.status == 0, "\(adopted)")
    #expect(adopted.errors.contains("with \(count) lessons"))
    let manifest = String(decoding: try Files.read("\(copy.path)/course.yml"), as: UTF8.self)
    let lint = try Tool.run("lint", "--format", "json", in: copy.path)
    for finding in try Tool.findings(lint) where finding.path == "course.yml" {
      // A web site that is no course has no objectives; else what it lacks is what it marks.
      if finding.rule == "objectives/none", layout == .quarto { continue }
      #expect(finding.rule == "framework/metadata", "\(finding)")
      for field in finding.message.split(separator: "`") where !field.contains(" ") {
        #expect(manifest.contains("\n# \(field): "), "\(field)")
      }
    }
  }
}

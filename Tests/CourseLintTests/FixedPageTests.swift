import CourseLint
import CourseModel
import Framework
import GitStore
import Markdown
import MarkdownLint
import SourceCore
import TestSupport
import Testing

/// Fixes of all rules together, in pages of every dialect and in real courses: they end, stay, keep
/// the file's kind, and leave what a reader sees but for what the rules are about.
struct FixedPageTests {
  static let samples =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Tests/Samples"
  static let corpus: [String] =
    SharedData.corpus.flatMap { try? Files.names(in: $0) }?.sorted() ?? []

  /// How a page is written before it is fixed.
  private enum Variant: CaseIterable {
    case asItIs, windows, marked, unended

    func written(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .asItIs: bytes
      case .windows:
        bytes.contains(0x0D) ? bytes : bytes.flatMap { $0 == 0x0A ? [0x0D, $0] : [$0] }
      case .marked: [0xEF, 0xBB, 0xBF] + bytes
      case .unended: Array(bytes.reversed().drop { $0 <= 0x20 }.reversed())
      }
    }
  }

  @Test(arguments: [
    "docusaurus", "github", "hugo", "jekyll", "mdbook", "myst", "quarto", "rmarkdown", "workbench",
  ])
  func samplesOfEveryDialect(_ name: String) throws {
    let tree = try FolderTree(path: "\(Self.samples)/\(name)")
    try check(tree, Variant.allCases, name)
  }

  @Test(
    .enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"),
    arguments: corpus)
  func realCourses(_ name: String) throws {
    let folder = try #require(SharedData.corpus)
    let repository = try #require(try Repository.discover(from: "\(folder)/\(name)"))
    try check(try repository.view(.revision("HEAD")), [.asItIs], name)
  }

  private func check(_ tree: any TreeView, _ variants: [Variant], _ name: String) throws {
    let places = CourseDiscovery.courses(in: tree.entries)
    for place in places {
      let course = CourseReader(limit: 5_000_000).read(place, among: places, in: tree)
      let linter = LessonLinter(
        course: course, framework: .builtin, rules: LintRules.all,
        selection: RuleSelection(profiles: [.all]))
      let parser = LessonParser(course)
      for page in course.pages {
        let bytes = try tree.read(page.entry, limit: 5_000_000)
        for variant in Notebook.isNotebook(page.path) ? [.asItIs] : variants {
          let text = variant.written(bytes)
          for fault in faults(text, page, linter, parser.dialect(of: page.path)) {
            Issue.record("\(name), \(page.path), \(variant): \(fault)")
          }
        }
      }
    }
  }

  private func faults(
    _ bytes: [UInt8], _ page: CoursePage, _ linter: LessonLinter, _ dialect: Dialect
  ) -> [String] {
    var rules: Set<String> = []
    func fix(_ bytes: [UInt8]) -> FixedText {
      FixLoop().run(bytes, watch: PageGuard(page.path, dialect: dialect)) { bytes in
        let input = PageInput(page: page, bytes: .success(bytes), limit: 5_000_000)
        let found = linter.lint(input).diagnostics
        rules.formUnion(found.filter { $0.fix?.applicability == .safe }.map(\.rule))
        return found.map { FixLoop.Found(rule: $0.rule, fix: $0.fix) }
      }
    }
    let outcome = fix(bytes)
    var faults: [String] = []
    if !outcome.isStable { faults.append("not stable after \(outcome.rounds) rounds: \(rules)") }
    if !outcome.leftOut.isEmpty { faults.append("leaves fixes of \(outcome.leftOut) out") }
    if fix(outcome.bytes).bytes != outcome.bytes { faults.append("changes when fixed again") }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) != outcome.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      faults.append("loses its byte-order mark")
    }
    let (before, after) = (newlines(bytes), newlines(outcome.bytes))
    if before.all == before.pairs, after.all != after.pairs { faults.append("mixes line endings") }
    if before.pairs == 0, after.pairs > 0 { faults.append("mixes line endings") }
    let own = rules.reduce(into: Set<FixDifference>()) { $0.formUnion(FixDifference.of($1)) }
    func rendered(_ file: [UInt8]) -> RenderedPage {
      let isNotebook = Notebook.isNotebook(page.path)
      let bytes = isNotebook ? (try? Notebook(file, path: page.path))?.text.bytes ?? [] : file
      return RenderedPage(Document(bytes, options: ParseOptions(dialect: dialect)).html()).without(
        own)
    }
    if let difference = rendered(bytes).firstDifference(rendered(outcome.bytes)) {
      faults.append("\(rules.sorted()) change what it shows: \(difference)")
    }
    return faults
  }

  private func newlines(_ bytes: [UInt8]) -> (all: Int, pairs: Int) {
    let all = bytes.count { $0 == 0x0A }
    return (all, zip(bytes, bytes.dropFirst()).count { $0 == 0x0D && $1 == 0x0A })
  }
}

import CourseLint
import CourseModel
import GitStore
import MarkdownLint
import SourceCore

/// Lints Markdown files wherever they are.
struct LooseOperation {
  /// Longest file that is parsed, in bytes.
  let limit: Int
  /// What the academy changes about rules.
  let settings: RuleSettings
  /// Which rules are on.
  let selection: RuleSelection
  /// How findings are fixed before they are reported; nil leaves the files alone.
  let fixing: FixLoop?
  /// What the report asks of findings.
  let needs: DiagnosticNeeds
  /// What was found so far, unsorted.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many files were checked.
  private(set) var filesChecked = 0
  /// What fixes made of files.
  private(set) var fixed = FixedFiles()

  private var seen: Set<String> = []

  /// Endings of files that a folder is searched for.
  static let endings: Set<String> = ["md", "markdown", "qmd", "rmd"]

  init(
    limit: Int, settings: RuleSettings, selection: RuleSelection, fixing: FixLoop?,
    needs: DiagnosticNeeds
  ) {
    self.needs = needs
    self.limit = limit
    self.settings = settings
    self.selection = selection
    self.fixing = fixing
  }

  /// Checks one target: a file, or all Markdown files in a folder.
  mutating func check(_ target: Target, prefix: String?) throws {
    let tree = target.tree
    let configurations = ConfigurationFiles(in: tree.view)
    var linter = linter(configurations)
    var entries = tree.view.entries.filter { entry in
      target.covers(entry.path.string) && entry.kind != .submodule
        && (entry.path == target.focus || Self.endings.contains(entry.path.fileExtension))
    }
    if entries.isEmpty, !target.focus.isRoot, let full = FileSystem.real(target.argument),
      !FileSystem.isFolder(full)
    {
      // A file that .gitignore leaves out is checked where it is named.
      entries = [TreeEntry(path: target.focus, kind: .file, blob: nil)]
    }
    guard !entries.isEmpty else {
      throw ToolFailure(
        "there is no Markdown file in \(target.argument)",
        help: "files that end in .md, .markdown, .qmd and .Rmd are looked for")
    }
    add(
      selection.apply(
        to: MarkdownlintFile.diagnostics(configurations), settings, rules: AllRules.byID
      ).filter { target.covers($0.path) }, prefix)
    let reader: EntryReader
    do {
      reader = try tree.source.open()
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    for entry in entries where !linter.ignores(entry.path) {
      guard seen.insert("\(tree.root)\u{0}\(entry.path)").inserted else { continue }
      let bytes: Result<[UInt8], ReadFailure>
      do throws(ReadFailure) {
        bytes = .success(try reader.read(entry, limit: limit))
      } catch {
        bytes = .failure(error)
      }
      check(entry, bytes, &linter, root: tree.root, prefix: prefix)
    }
  }

  /// Checks a text that has no file.
  mutating func check(_ bytes: [UInt8], name: String) {
    var linter = linter(.none)
    let entry = TreeEntry(path: RepoPath.root.appending(name), kind: .file, blob: nil)
    check(entry, .success(bytes), &linter, root: FileSystem.current, prefix: nil)
  }

  private func linter(_ configurations: ConfigurationFiles) -> LooseLinter {
    LooseLinter(
      selection: selection, settings: settings, configurations: configurations, limit: limit,
      needs: needs)
  }

  private mutating func check(
    _ entry: TreeEntry, _ bytes: Result<[UInt8], ReadFailure>, _ linter: inout LooseLinter,
    root: String, prefix: String?
  ) {
    filesChecked += 1
    var found: [Diagnostic] = []
    if let fixing, case .success(let before) = bytes {
      let text = fixing.run(before, watch: linter.watch(of: entry.path)) { bytes in
        found = linter.lint(entry, .success(bytes))
        return found.map { FixLoop.Found(rule: $0.rule, fix: $0.fix) }
      }
      fixed.add([FixedFiles.File(path: entry.path, root: root, text: text, prefix: prefix)])
    } else {
      found = linter.lint(entry, bytes)
    }
    add(found, prefix)
  }

  private mutating func add(_ found: [Diagnostic], _ prefix: String?) {
    diagnostics += prefix.map { Diagnostic.below($0, found) } ?? found
  }
}

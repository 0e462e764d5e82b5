import Identifiers
import SourceCore
import StructuredData

/// Reads configuration files, and gathers what is wrong with them.
struct ConfigurationFileReader {
  let view: any TreeView
  private(set) var problems: [ConfigurationFiles.Problem] = []
  /// The files that were read, those that others extend included, with what they hold.
  private(set) var texts: [(path: RepoPath, bytes: [UInt8])] = []

  /// Longest configuration file that is read, in bytes.
  private static let limit = 1_000_000
  /// How many files may extend one another.
  private static let depthLimit = 10
  /// Problems after which no more are told.
  private static let problemLimit = 100

  init(view: any TreeView) { self.view = view }

  /// A file that was read, for places in it.
  private struct File {
    let path: RepoPath
    let text: SourceText
    let lines: LineIndex
    let root: DataNode
  }

  /// The entries of a `.markdownlint.*` with those that it extends; nil where it cannot be used.
  mutating func configuration(_ entry: TreeEntry) -> [DataNode.Member]? {
    guard let file = read(entry) else { return nil }
    return extended(file.root, in: file, above: [entry.path])
  }

  /// What a `.markdownlint-cli2.*` says; nil where it cannot be used.
  mutating func options(_ entry: TreeEntry) -> ConfigurationFiles.Options? {
    guard let file = read(entry) else { return nil }
    var options = ConfigurationFiles.Options()
    var ignores: [GlobPattern] = []
    for member in file.root.object ?? [] {
      switch member.key {
      case "config":
        guard member.value.object != nil else {
          problem(file, member.value.range, "`config` is \(member.value.kindInWords), not a map")
          continue
        }
        options.configuration = extended(member.value, in: file, above: [entry.path])
      case "ignores", "globs":
        for item in strings(member, file) {
          let pattern = GlobPattern(item)
          // A glob adds files, and what is checked is asked for elsewhere; with `!` it takes away.
          guard member.key == "ignores" ? !pattern.isNegated : pattern.isNegated else { continue }
          ignores.append(pattern)
        }
      case "noInlineConfig":
        options.readsComments = !ConfigurationValue.isTrue(member.value)
      case "overrides": options.overrides = overrides(member, file, entry.path)
      case "customRules", "markdownItPlugins", "frontMatter", "outputFormatters":
        problem(
          file, member.keyRange, "`\(member.key)` is not read",
          help: "this tool runs no code of the files that it checks", isNote: true)
      case "$schema", "fix", "gitignore", "ignoreFiles", "modulePaths", "noBanner", "noProgress",
        "showFound":
        break
      default:
        problem(
          file, member.keyRange, "markdownlint-cli2 has no setting `\(member.key)`",
          help: "settings of rules stand under `config`", isNote: true)
      }
    }
    if !ignores.isEmpty {
      options.ignores = .init(folder: entry.path.parent, patterns: GlobIndex(ignores))
    }
    return options
  }

  private mutating func overrides(_ member: DataNode.Member, _ file: File, _ path: RepoPath)
    -> ConfigurationOverrides
  {
    var overrides: [ConfigurationOverrides.Entry] = []
    for item in member.value.array ?? [member.value] {
      guard let filter = item.member("filter"), let config = item["config"], config.object != nil,
        let combine = item["combine"]?.string, combine == "merge" || combine == "replace"
      else {
        problem(
          file, item.range, "an override needs `filter`, `config` and `combine`",
          help: "`filter` is a list of patterns, `combine` is `merge` or `replace`")
        continue
      }
      overrides.append(
        ConfigurationOverrides.Entry(
          filter: strings(filter, file).map(GlobPattern.init),
          members: extended(config, in: file, above: [path]), isMerged: combine == "merge"))
    }
    return ConfigurationOverrides(overrides, folder: path.parent)
  }

  // MARK: Reading

  private mutating func read(_ entry: TreeEntry) -> File? {
    let empty = File(
      path: entry.path, text: SourceText(path: entry.path, bytes: []), lines: LineIndex([]),
      root: DataNode(.null, range: ByteRange(0, 0), written: nil, isPlain: true))
    let name = entry.path.name
    if ConfigurationFile.isCode(name) {
      problem(
        empty, nil, "\(name) is a program, and is not read",
        help: "write what it says as a file in JSON or YAML",
        isNote: true)
      return nil
    }
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try view.read(entry, limit: Self.limit)
    } catch {
      let message = error.message
      problem(
        empty, nil, message.hasSuffix(".") ? String(message.dropLast()) : message,
        help: error.help ?? "the settings in it do not count")
      return nil
    }
    texts.append((entry.path, bytes))
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let parsed =
      isYAML
      ? YAMLParser.parse(bytes) : JSONParser.parse(bytes, range: 0..<bytes.count, isRelaxed: true)
    let text = SourceText(path: entry.path, bytes: bytes)
    let file = File(
      path: entry.path, text: text, lines: LineIndex(bytes),
      root: parsed.root ?? empty.root)
    let faults = parsed.problems.filter { $0.kind != .duplicateKey && $0.kind != .mergeKey }
    if let fault = faults.first {
      problem(
        file, fault.range, "\(fault.message), so the file does not count",
        help: fault.help ?? "mend it, or remove the file")
      return nil
    }
    if file.root.isNull { return file }
    guard file.root.object != nil else {
      problem(
        file, file.root.range, "the file holds \(file.root.kindInWords), not a map of settings")
      return nil
    }
    return file
  }

  /// The entries of a configuration and of those that it extends.
  private mutating func extended(_ node: DataNode, in file: File, above: [RepoPath])
    -> [DataNode.Member]
  {
    let written = (node.object ?? []).filter { $0.key != "extends" }
    judge(written, file)
    // What says nothing is not carried to each page.
    let members = written.filter { MarkdownNames.isSetting($0.key) }
    guard let extends = node["extends"], ConfigurationValue.isTrue(extends) else { return members }
    guard let base = base(extends, in: file, above: above), let read = read(base) else {
      return members
    }
    var merged = MarkdownConfiguration(
      base: .markdownlint, members: extended(read.root, in: read, above: above + [base.path]))
    merged.merge(members)
    return merged.members
  }

  private mutating func base(_ node: DataNode, in file: File, above: [RepoPath]) -> TreeEntry? {
    guard let written = node.string else {
      problem(file, node.range, "`extends` is \(node.kindInWords), not a path")
      return nil
    }
    let isOutside = written.hasPrefix("/") || written.hasPrefix("~")
    guard !isOutside, let path = file.path.parent.resolving(written) else {
      problem(
        file, node.range, "`\(written)` leads out of what is checked, and is not read",
        help: "copy the file into the repository")
      return nil
    }
    guard let entry = view.entry(at: path) else {
      problem(
        file, node.range, "there is no file `\(path)`",
        help: "`extends` takes a path in the repository; packages are not read")
      return nil
    }
    guard !above.contains(path), above.count < Self.depthLimit else {
      problem(
        file, node.range, "`\(written)` extends itself, by way of \(above.count) files",
        help: "remove one `extends`")
      return nil
    }
    return entry
  }

  private mutating func strings(_ member: DataNode.Member, _ file: File) -> [String] {
    guard let items = member.value.array else {
      problem(
        file, member.value.range,
        "`\(member.key)` is \(member.value.kindInWords), not a list of patterns")
      return []
    }
    return items.compactMap(\.string)
  }

  /// Names rules and options that there are not.
  private mutating func judge(_ members: [DataNode.Member], _ file: File) {
    for member in members where problems.count < Self.problemLimit {
      let key = member.key
      if key == "$schema" || MarkdownNames.capitals(key) == "DEFAULT" { continue }
      let named = MarkdownNames.rules(anyCase: key)
      guard named != 0 else {
        let near = NearMatch.best(for: key, among: MarkdownNames.known)
        problem(
          file, member.keyRange, "there is no rule or tag `\(key)`",
          help: near.map { "did you mean `\($0)`?" } ?? "remove it", isNote: true)
        continue
      }
      guard let fields = member.value.object else { continue }
      let options = MarkdownRules.all.filter {
        MarkdownNames.bit(alias: $0.info.alias).map { named & $0 != 0 } ?? false
      }.flatMap { type(of: $0).options.map(\.name) }
      for field in fields where !["enabled", "severity"].contains(field.key) {
        guard !options.contains(field.key) else { continue }
        let near = NearMatch.best(for: field.key, among: options)
        problem(
          file, field.keyRange, "`\(key)` has no option `\(field.key)`",
          help: near.map { "did you mean `\($0)`?" } ?? "remove it", isNote: true)
      }
    }
  }

  private mutating func problem(
    _ file: File, _ range: ByteRange?, _ message: String, help: String = "it does not count",
    isNote: Bool = false
  ) {
    let problem = ConfigurationFiles.Problem(
      path: file.path, place: range.map { Place($0, in: file.text, lines: file.lines) },
      finding: Finding(range, message, help: help), isNote: isNote)
    // A file that several others extend is read for each of them.
    if problems.count < Self.problemLimit, !problems.contains(problem) { problems.append(problem) }
  }
}

import SourceCore
import StructuredData

/// The configuration files of a tree: `.markdownlint.*` and `.markdownlint-cli2.*` without code.
///
/// As in markdownlint-cli2, the nearest `.markdownlint.*` holds for a folder, while the files of
/// markdownlint-cli2 in a folder and those above it are merged, the nearest winning; the former win
/// over the latter.
public struct ConfigurationFiles: Sendable {
  /// Something wrong with a file, or something in it that is not read.
  public struct Problem: Sendable, Hashable {
    /// The file, below the tree's root.
    public let path: RepoPath
    /// Where in it; nil for all of it.
    public let place: Place?
    /// What is wrong.
    public let finding: Finding
    /// Whether the file counts all the same.
    public let isNote: Bool
  }

  /// What the files of one folder say by themselves.
  struct Own: Sendable {
    var configuration: [DataNode.Member]?
    var options: Options?
  }

  /// What a file of markdownlint-cli2 says.
  struct Options: Sendable {
    var configuration: [DataNode.Member]?
    var readsComments: Bool?
    var ignores: FolderConfiguration.Ignores?
    var overrides: ConfigurationOverrides?
  }

  /// What is wrong with the files, in the order of their paths.
  public let problems: [Problem]
  private let folders: [RepoPath: FolderConfiguration]
  /// The files that were read, with what they hold: all that is said here follows from them.
  private let texts: [(path: RepoPath, bytes: [UInt8])]

  /// No files.
  public static let none = ConfigurationFiles()

  private init() {
    problems = []
    folders = [:]
    texts = []
  }

  /// Reads the files of a tree.
  public init(in view: any TreeView) {
    let names = Set(ConfigurationFile.names)
    var found: [RepoPath: [String: TreeEntry]] = [:]
    for entry in view.entries where entry.path.nameStarts(with: ".markdownlint") {
      let name = entry.path.name
      guard names.contains(name) else { continue }
      found[entry.path.parent, default: [:]][name] = entry
    }
    if found.isEmpty {
      self = .none
      return
    }
    var reader = ConfigurationFileReader(view: view)
    var own: [RepoPath: Own] = [:]
    for (folder, entries) in found.sorted(by: { $0.key < $1.key }) {
      own[folder] = Own(
        configuration: ConfigurationFile.configurations.lazy.compactMap { entries[$0] }.first
          .flatMap { reader.configuration($0) },
        options: ConfigurationFile.options.lazy.compactMap { entries[$0] }.first
          .flatMap { reader.options($0) })
    }
    problems = reader.problems
    texts = reader.texts
    folders = Dictionary(
      uniqueKeysWithValues: own.keys.map { ($0, Self.merged($0, own)) })
  }

  /// Writes all that the files say.
  public func write(to writer: inout FactWriter) {
    writer.list(texts) { writer, file in
      writer.text(file.path.string)
      writer.data(file.bytes)
    }
    // What keeps a file from being read is among these.
    writer.list(problems) { writer, problem in
      writer.text(problem.path.string)
      writer.text(problem.finding.message)
    }
  }

  /// What holds for the files in a folder.
  public func configuration(for folder: RepoPath) -> FolderConfiguration {
    var at = folder
    while true {
      if let found = folders[at] { return found }
      if at.isRoot { return FolderConfiguration() }
      at = at.parent
    }
  }

  /// What holds for a file.
  public func configuration(ofFile path: RepoPath) -> FolderConfiguration {
    configuration(for: path.parent).resolved(for: path)
  }

  private static func merged(_ folder: RepoPath, _ own: [RepoPath: Own]) -> FolderConfiguration {
    var configuration = own[folder]?.configuration
    var merged = MergedMembers()
    var chain: [Options] = []
    var hasOptionsConfiguration = false
    var at = folder
    while true {
      if let options = own[at]?.options {
        chain.append(options)
        hasOptionsConfiguration = hasOptionsConfiguration || options.configuration != nil
      }
      if at != folder, configuration == nil, !hasOptionsConfiguration {
        configuration = own[at]?.configuration
      }
      if at.isRoot { break }
      at = at.parent
    }
    var result = FolderConfiguration()
    for options in chain.reversed() {
      merged.merge(options.configuration ?? [])
      result.readsComments = options.readsComments ?? result.readsComments
      if let ignores = options.ignores { result.ignores.append(ignores) }
      result.overrides = options.overrides ?? result.overrides
    }
    result.shared = merged.members
    result.members = configuration ?? merged.members
    return result
  }
}

/// Names of configuration files, in the order in which the first that is there counts.
enum ConfigurationFile {
  static let options = [
    ".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", ".markdownlint-cli2.cjs",
    ".markdownlint-cli2.mjs",
  ]
  static let configurations = [
    ".markdownlint.jsonc", ".markdownlint.json", ".markdownlint.yaml", ".markdownlint.yml",
    ".markdownlint.cjs", ".markdownlint.mjs",
  ]
  static let names = options + configurations

  /// Whether a file is a program, which is not run.
  static func isCode(_ name: String) -> Bool {
    [".cjs", ".mjs", ".js"].contains { name.hasSuffix($0) }
  }
}

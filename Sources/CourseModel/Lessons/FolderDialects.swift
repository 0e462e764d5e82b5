import Markdown
import SourceCore
import StructuredData

/// The dialects of Markdown that the `pipeline.json` at the root of a tree sets for folders in it.
///
/// A release is read as its own repository says; what is wrong with the file is told by the command
/// that checks it.
public struct FolderDialects: Sendable {
  private struct Scope: Sendable {
    let folders: [RepoPath]
    let dialect: Dialect
  }

  private let scopes: [Scope]
  private let index: FolderIndex

  /// Longest file that is read, in bytes.
  private static let limit = 10_000_000

  /// No folder is set.
  public static let none = FolderDialects(scopes: [])

  private init(scopes: [Scope]) {
    self.scopes = scopes
    index = FolderIndex(scopes.lazy.map(\.folders))
  }

  /// Reads the file of a tree.
  public init(in view: any TreeView) {
    guard let entry = view.entry(at: RepoPath.root.appending("pipeline.json")), entry.isFile,
      let bytes = try? view.read(entry, limit: Self.limit),
      let overrides = JSONParser.parse(bytes, range: 0..<bytes.count).root?["overrides"]?.array
    else {
      self = .none
      return
    }
    let scopes = overrides.compactMap { item -> Scope? in
      guard let dialect = item["dialect"]?.string.flatMap(Dialect.init) else { return nil }
      let folders = (item["paths"]?.array ?? []).compactMap { $0.string.flatMap { RepoPath($0) } }
      return Scope(folders: folders, dialect: dialect)
    }
    self.init(scopes: scopes)
  }

  func write(to writer: inout FactWriter) {
    writer.list(scopes) { writer, scope in
      writer.list(scope.folders) { $0.text($1.string) }
      writer.text(scope.dialect.rawValue)
    }
  }

  /// The dialect that is set for a path; nil where none is.
  public func dialect(at path: RepoPath) -> Dialect? {
    index.covering(path).last.map { scopes[$0].dialect }
  }
}

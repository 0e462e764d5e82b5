import StructuredData

/// Where a framework document is, as a document or pipeline.json says it.
public struct FrameworkSource: Sendable, Hashable {
  /// Which state of a repository is meant.
  public enum Point: Sendable, Hashable {
    /// The commit that released this version.
    case release(String)
    /// A branch, a tag or an id.
    case revision(String)
  }

  /// Folder of the repository, as written; nil for a plain file beside what names it.
  public let repository: String?
  /// The document: below the repository's root, else seen from the folder of what names it.
  public let path: String
  /// Which state of the repository; nil for the files as they are.
  public let point: Point?

  /// Makes a source.
  public init(repository: String? = nil, path: String, point: Point? = nil) {
    self.repository = repository
    self.path = path
    self.point = point
  }

  /// Reads a path, or a map with `path`, `repository`, `release` and `rev`; nil where none is given.
  public init?(_ node: DataNode) {
    if let path = node.string {
      self.init(path: path)
      return
    }
    guard let path = node["path"]?.string else { return nil }
    let release = node["release"]?.stringValue.map { Point.release($0) }
    self.init(
      repository: node["repository"]?.string, path: path,
      point: release ?? node["rev"]?.stringValue.map { Point.revision($0) })
  }
}

import SourceCore
import StructuredData

/// A lesson's front matter: the fields that the tool knows, and the tree they were read from.
public struct FrontMatter: Sendable {
  /// The whole of it with its fences; nil where the page has none.
  public let range: ByteRange?
  /// What it holds.
  public let data: DataNode?
  /// What is wrong with its syntax.
  public let problems: [DataProblem]

  /// A page without front matter.
  public static let none = FrontMatter(range: nil, data: nil, problems: [])

  /// Makes a front matter.
  public init(range: ByteRange?, data: DataNode?, problems: [DataProblem]) {
    self.range = range
    self.data = data
    self.problems = problems
  }

  /// The value of a field.
  public subscript(_ key: String) -> DataNode? { data?[key] }

  /// `title`, as text.
  public var title: String? { self["title"]?.stringValue }
  /// `id`, as text.
  public var id: String? { self["id"]?.stringValue }
  /// `teaching`, in minutes.
  public var teaching: Int? { self["teaching"]?.intValue }
  /// `exercises`, in minutes.
  public var exercises: Int? { self["exercises"]?.intValue }
  /// `language`, else pandoc's `lang`, as written.
  public var language: String? { self["language"]?.stringValue ?? self["lang"]?.stringValue }
  /// `license`, as written.
  public var license: String? { self["license"]?.stringValue }
}

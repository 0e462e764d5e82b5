import CourseModel
import SourceCore

/// A page's file as it was read, before anything is parsed.
public struct PageInput: Sendable {
  /// The page.
  public let page: CoursePage
  /// Its bytes, or why there are none.
  public let bytes: Result<[UInt8], ReadFailure>
  /// Longest page that is parsed, in bytes.
  public let limit: Int

  /// Makes an input.
  public init(page: CoursePage, bytes: Result<[UInt8], ReadFailure>, limit: Int) {
    self.page = page
    self.bytes = bytes
    self.limit = limit
  }
}

/// A rule about a file that cannot be parsed; what it reports keeps the page from every other rule.
public protocol InputRule: Rule {
  /// Longest page, in bytes, that the rule's examples are read with.
  static var exampleLimit: Int { get }

  /// The finding that keeps the page from being parsed; nil where the file is fine.
  func check(_ input: PageInput) -> Finding?
}

extension InputRule {
  /// The limit that holds where nothing else is set.
  public static var exampleLimit: Int { 5_000_000 }
}

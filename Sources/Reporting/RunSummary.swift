/// What a run looked at, for the last lines of a report.
public struct RunSummary: Sendable, Hashable {
  /// Files that were read and checked.
  public var filesChecked: Int
  /// Names of the courses that were checked.
  public var courses: [String]

  /// Makes a summary.
  public init(filesChecked: Int, courses: [String] = []) {
    self.filesChecked = filesChecked
    self.courses = courses
  }
}

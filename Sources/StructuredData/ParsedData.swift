/// What was read from a YAML or JSON text.
public struct ParsedData: Sendable {
  /// The value; nil where the text holds none. After a syntax error, what could be read.
  public let root: DataNode?
  /// What is wrong, in the order of the file.
  public let problems: [DataProblem]
  /// Whether entries may be missing from `root`, because something could not be read.
  public let isPartial: Bool

  /// Makes a result; problems are put in the order of the file.
  public init(root: DataNode?, problems: [DataProblem], isPartial: Bool = false) {
    self.root = root
    self.problems = problems.count < 2 ? problems : problems.sorted { $0.range < $1.range }
    self.isPartial = isPartial
  }
}

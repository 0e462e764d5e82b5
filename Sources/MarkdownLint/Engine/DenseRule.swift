import SourceCore

/// A rule that may find something in every few bytes: it says where before it says what, so that what
/// is only counted need not be put into words.
public protocol DenseRule: MarkdownRule {
  /// Reports what the rule finds in a page, in any order, and nothing twice.
  func check(_ page: MarkdownPage, report: DenseReport)
}

extension DenseRule {
  /// The rule itself.
  public var dense: (any DenseRule)? { self }

  /// Reports all of it in words.
  public func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    withoutActuallyEscaping(report) { report in
      check(page, report: DenseReport(isTold: { _ in true }, report: report))
    }
  }
}

/// Where a `DenseRule` says what it finds.
public struct DenseReport {
  private let isTold: (ByteRange) -> Bool
  private let report: (Finding) -> Void

  /// Makes a report; where `isTold` says no, what was found is not put into words.
  init(isTold: @escaping (ByteRange) -> Bool, report: @escaping (Finding) -> Void) {
    self.isTold = isTold
    self.report = report
  }

  /// Takes what was found at a place.
  func callAsFunction(_ range: ByteRange, _ finding: @autoclosure () -> Finding) {
    if isTold(range) { report(finding()) }
  }
}

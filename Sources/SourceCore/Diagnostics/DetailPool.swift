import Synchronization

/// Keeps what findings say most often, so that thousands of files share it.
///
/// Who shares what depends on which thread came first; what is said does not.
final class DetailPool: Sendable {
  static let shared = DetailPool()

  /// The last few of each rule.
  private let known = Mutex<[String: [DiagnosticBlock.Detail]]>([:])
  private static let perRule = 4

  /// A detail that says the same, perhaps one that is used already.
  func one(like detail: DiagnosticBlock.Detail) -> DiagnosticBlock.Detail {
    known.withLock { known in
      var ofRule = known[detail.rule] ?? []
      if let same = ofRule.first(where: { $0.isSame(as: detail) }) { return same }
      if ofRule.count == Self.perRule { ofRule.removeFirst() }
      ofRule.append(detail)
      known[detail.rule] = ofRule
      return detail
    }
  }
}

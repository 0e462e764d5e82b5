import CourseModel

extension ReuseFacts {
  /// Whether the same will be found as long as courses and releases stay the same.
  ///
  /// Only what went smoothly counts: what is missing, moved or unlocked is looked at each time.
  var isLasting: Bool {
    guard case .read = lock.content, leftover.isEmpty else { return false }
    return reuses.allSatisfy { reuse in
      reuse.problem == nil && reuse.traces.isEmpty && reuse.lessons.allSatisfy(\.isLasting)
    }
  }
}

extension LessonOutcome {
  fileprivate var isLasting: Bool {
    guard entry != nil, release != nil, original != nil else { return false }
    return problems.allSatisfy { problem in
      switch problem {
      case .differs, .asset, .renamed: true
      case .notUpstream, .notHere, .moved, .unverified, .notLocked: false
      }
    }
  }
}

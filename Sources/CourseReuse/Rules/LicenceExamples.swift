import SourceCore

/// Examples about licences: a course under one that reuses a lesson under another.
enum LicenceExamples {
  /// A copy that nothing is wrong with.
  static func good(
    _ upstream: String, into own: String, kind: String = "verbatim", copy: String? = nil
  ) -> Example {
    .good(
      files: files(upstream, own, kind, copy, isBad: false), history: [release(upstream)])
  }

  /// A copy whose entry is flagged.
  static func bad(
    _ upstream: String?, into own: String, kind: String = "verbatim", copy: String? = nil
  ) -> Example {
    .bad(files: files(upstream, own, kind, copy, isBad: true), history: [release(upstream)])
  }

  private static func release(_ licence: String?) -> Example.Commit {
    Example.Commit([ExampleCourses.basics("1.0.0", license: licence), ExampleCourses.branching])
  }

  private static func files(
    _ upstream: String?, _ own: String, _ kind: String, _ copy: String?, isBad: Bool
  ) -> [Example.File] {
    [
      ExampleCourses.basics("1.0.0", license: upstream),
      ExampleCourses.north(
        course: isBad ? "⟦office-a/git-basics⟧" : "office-a/git-basics", kind: kind, license: own),
      copy.map { ExampleCourses.copy($0) } ?? ExampleCourses.copy(),
    ]
  }
}

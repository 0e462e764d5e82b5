import SourceCore

/// The rules under which making a bundle reports.
public enum BundleRules {
  /// All of them, in bytewise order of their ids.
  public static let all: [any Rule] = [
    ActiveContent(), MissingAsset(), UnusableCourseID(), RemoteImage(),
  ]
}

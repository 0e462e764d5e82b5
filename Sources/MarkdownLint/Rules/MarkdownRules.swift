import SourceCore

/// The rules that markdownlint has, under readable names; one file each.
public enum MarkdownRules {
  /// All of them, in the order of their ids.
  public static let all: [any MarkdownRule] = [
    BlanksAroundHeadings(),
    FirstLineHeading(),
    HeadingIncrement(),
    HeadingStartLeft(),
    HeadingStyle(),
    NoDuplicateHeading(),
    NoEmphasisAsHeading(),
    NoMissingSpaceAtx(),
    NoMissingSpaceClosedAtx(),
    NoMultipleBlanks(),
    NoMultipleSpaceAtx(),
    NoMultipleSpaceClosedAtx(),
    NoTrailingPunctuation(),
    RequiredHeadings(),
    SingleTitle(),
    SingleTrailingNewline(),
  ]
}

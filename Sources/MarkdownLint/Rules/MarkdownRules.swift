import SourceCore

/// The rules that markdownlint has, under readable names; one file each.
public enum MarkdownRules {
  /// All of them, in the order of their ids.
  public static let all: [any MarkdownRule] = [
    BlanksAroundHeadings(),
    CommandsShowOutput(),
    FirstLineHeading(),
    HeadingIncrement(),
    HeadingStartLeft(),
    HeadingStyle(),
    LineLength(),
    NoDuplicateHeading(),
    NoEmphasisAsHeading(),
    NoHardTabs(),
    NoMissingSpaceAtx(),
    NoMissingSpaceClosedAtx(),
    NoMultipleBlanks(),
    NoMultipleSpaceAtx(),
    NoMultipleSpaceClosedAtx(),
    NoTrailingPunctuation(),
    NoTrailingSpaces(),
    RequiredHeadings(),
    SingleTitle(),
    SingleTrailingNewline(),
  ]
}

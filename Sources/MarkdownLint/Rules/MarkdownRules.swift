import SourceCore

/// The rules that markdownlint has, under readable names; one file each.
public enum MarkdownRules {
  /// All of them, in the order of their ids.
  public static let all: [any MarkdownRule] = [
    BlanksAroundFences(),
    BlanksAroundHeadings(),
    BlanksAroundLists(),
    CodeBlockStyle(),
    CodeFenceStyle(),
    CommandsShowOutput(),
    FencedCodeLanguage(),
    FirstLineHeading(),
    HeadingIncrement(),
    HeadingStartLeft(),
    HeadingStyle(),
    HrStyle(),
    LineLength(),
    ListIndent(),
    ListMarkerSpace(),
    NoBlanksBlockquote(),
    NoDuplicateHeading(),
    NoEmphasisAsHeading(),
    NoHardTabs(),
    NoMissingSpaceAtx(),
    NoMissingSpaceClosedAtx(),
    NoMultipleBlanks(),
    NoMultipleSpaceAtx(),
    NoMultipleSpaceBlockquote(),
    NoMultipleSpaceClosedAtx(),
    NoTrailingPunctuation(),
    NoTrailingSpaces(),
    OlPrefix(),
    RequiredHeadings(),
    SingleTitle(),
    SingleTrailingNewline(),
    UlIndent(),
    UlStyle(),
  ]
}

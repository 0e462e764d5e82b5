import SourceCore

/// Where a copy first differs from its original.
struct Difference: Hashable {
  /// What differs.
  enum Kind: Hashable {
    /// The text of a line.
    case text
    /// A field of the front matter.
    case field(String)
    /// A link that leads to something else than the original's; what that is, and how to write it
    /// where there is one way.
    case link(wanted: String, replacement: String?)
  }

  let kind: Kind
  /// The bytes to flag in the copy; empty at its end where lines are missing.
  let range: ByteRange
  /// The copy's line, from 1.
  let line: Int
  /// That line; nil where the copy ends before it.
  let text: String?
  /// The original's line, from 1; nil where it has none.
  let upstreamLine: Int?
  /// That line; nil where the original ends before it.
  let upstreamText: String?
}

/// A picture or file that a copy shows in another state than its original does.
struct AssetDifference: Hashable {
  /// Where the copy names it; nil where it could only be told from the lock.
  let range: ByteRange?
  /// The file here; nil where there is none.
  let path: RepoPath?
  /// The file upstream.
  let upstreamPath: RepoPath
}

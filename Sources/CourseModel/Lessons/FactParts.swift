import SourceCore

/// Parts of what the rest of a course needs to know of a page: which ones a rule reads, and which
/// ones a change of the page changes.
public struct FactParts: OptionSet, Sendable, Hashable {
  /// One bit for each part.
  public let rawValue: UInt16

  /// Makes a set of parts.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The id, and where it is given.
  public static let identity = FactParts(rawValue: 1 << 0)
  /// Title, times and licence.
  public static let description = FactParts(rawValue: 1 << 1)
  /// Anchors that a link may name.
  public static let anchors = FactParts(rawValue: 1 << 2)
  /// Links and images to local things.
  public static let links = FactParts(rawValue: 1 << 3)
  /// References to labels and pages.
  public static let references = FactParts(rawValue: 1 << 4)
  /// Acronyms, used and explained.
  public static let acronyms = FactParts(rawValue: 1 << 5)
  /// Objectives, and those that challenges assess.
  public static let objectives = FactParts(rawValue: 1 << 6)
  /// The language, as the files say and as the words do.
  public static let language = FactParts(rawValue: 1 << 7)
  /// Names of pictures, recordings, documents and data.
  public static let assets = FactParts(rawValue: 1 << 8)

  /// Each part, in the order in which they are kept.
  static let list = (0..<9).map { FactParts(rawValue: 1 << $0) }
  /// Everything.
  public static let all = FactParts(rawValue: 1 << 9 - 1)

  /// The parts in which two pages differ, as `LessonFacts.write` has kept them.
  public static func changes(
    from old: FactReader, to new: FactReader
  ) throws(FactReader.Malformed) -> FactParts {
    var (old, new) = (old, new)
    var changed: FactParts = []
    for part in list where try old.nested().rest != new.nested().rest { changed.insert(part) }
    return changed
  }
}

import CourseModel
import Identifiers
import SourceCore

/// Two lessons that share their text without saying so.
public struct CopySuggestion: Sendable {
  /// Why one of the lessons is taken for the original.
  public enum Evidence: String, Sendable, Hashable {
    /// It has stood where it is for longer.
    case older
    /// It has stood there for as long, but other lessons of its course for longer.
    case olderCourse = "older-course"
    /// Others declare lessons of its course already, more than they do of the copy's.
    case upstream
    /// Its course has releases, and the copy's has none.
    case released
    /// Nothing else is known, and its course is one that is only reused from.
    case source
    /// Nothing is known: it comes first in the list of courses.
    case order
  }

  /// One of the lessons.
  public struct Side: Sendable {
    /// Its course, as a place in the list of members and sources.
    public let member: Int
    /// The course's id; nil where it has no manifest.
    public let courseID: String?
    /// The lesson's id.
    public let lesson: String
    /// Its file, below the root of the repository.
    public let path: RepoPath
    /// When it came to where it is, in seconds since 1970; nil where that is not known.
    public let since: Int64?
    /// Its words, without boilerplate.
    public let words: Int
    /// Those of them that stand in the other lesson.
    public let shared: Int
    /// Its sections of which much stands in the other lesson.
    public let sections: [SharedSection]

    /// The share of it that stands in the other lesson, 0 to 1.
    public var containment: Double { words == 0 ? 0 : Double(shared) / Double(words) }
  }

  /// The lesson that was likely there first.
  public let original: Side
  /// The other one.
  public let copy: Side
  /// What the copy would be declared as.
  public let kind: ReuseDeclaration.Kind
  /// Why the original is taken for it.
  public let evidence: Evidence
  /// The newest release of the original's course, where it holds the lesson.
  public let release: SemVer?
  /// The lesson through which the copy has what it shares, `COURSE#LESSON`; nil where it is the
  /// original.
  public let through: String?
}

/// What looking for copies gives.
public struct CopySuggestionReport: Sendable {
  /// The suggestions: by the copy's course and place in it, then by the original's.
  public let suggestions: [CopySuggestion]
  /// How many more pairs are declared already, or explained by what is declared.
  public let declared: Int
  /// How many lessons were looked at.
  public let lessons: Int
  /// How many of them were too short to be compared.
  public let short: Int
  /// How many of them could not be read.
  public let unreadable: Int
}

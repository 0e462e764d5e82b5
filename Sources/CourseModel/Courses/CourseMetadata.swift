import Framework
import Identifiers
import SourceCore
import StructuredData

/// What a course's files say of it, each fact from the first place that has it:
/// `course.yml`, the site generator's configuration, `CITATION.cff`.
public struct CourseMetadata: Sendable {
  /// How a course says which commits are releases.
  public enum ReleaseMode: String, Sendable, Hashable {
    /// Tags whose tree holds the manifest with that version.
    case tags
    /// The first commit whose manifest declares the version.
    case declared
  }

  /// `office/slug`.
  public var id: Field<String>?
  /// The version as a semantic version (a calendar version is read as one).
  public var version: Field<SemVer>?
  /// How releases are found.
  public var releases: ReleaseMode = .tags
  /// Titles by language; the key is empty where no language is given.
  public var titles: [(language: String, text: String)] = []
  /// Descriptions by language.
  public var descriptions: [(language: String, text: String)] = []
  /// Keywords.
  public var keywords: [String] = []
  /// Topics of the framework's list.
  public var topics: [String] = []
  /// BCP 47; nil where nothing says it.
  public var language: Field<String>?
  /// Licence of texts and pictures, as written.
  public var license: Field<String>?
  /// Licence of code, as written.
  public var codeLicense: Field<String>?
  /// Who wrote it.
  public var authors: [Author] = []
  /// E-mail or URL.
  public var contact: Field<String>?
  /// The office that provides it.
  public var provider: Provider?
  /// basic, intermediate or advanced.
  public var level: String?
  /// Whom it is for.
  public var audience: [String] = []
  /// As written; see `effectiveLifecycle`.
  public var lifecycle: Field<Lifecycle>?
  /// Objectives that the manifest declares.
  public var objectives: [DeclaredObjective] = []
  /// GSBPM and GAMSO codes with the version of their scheme.
  public var activities: [ActivityCode] = []
  /// What a learner needs before.
  public var prerequisites: [Prerequisite] = []
  /// Lessons taken from other courses.
  public var reuses: [ReuseDeclaration] = []
  /// Names of manifest fields that have a value somewhere, for what is still missing.
  public var present: Set<String> = []
  /// The file that each field was read from, by the manifest's name for it, where it is not the
  /// manifest.
  public var sources: [String: RepoPath] = [:]

  /// Metadata of a course that says nothing.
  public init() {}

  /// The title in the course's language, else the first.
  public var title: String? { Self.text(titles, language: language?.value) }
  /// The description in the course's language, else the first.
  public var summary: String? { Self.text(descriptions, language: language?.value) }
  /// The language, English where nothing says it.
  public var effectiveLanguage: String { language?.value ?? "en" }

  /// The lifecycle that severities follow: as written; else beta below 1.0.0 and stable from there
  /// on; else, where there is no version either, alpha.
  public var effectiveLifecycle: Lifecycle {
    if let lifecycle { return lifecycle.value }
    guard let version else { return .alpha }
    return version.value.major == 0 ? .beta : .stable
  }

  private static func text(_ texts: [(language: String, text: String)], language: String?)
    -> String?
  {
    (texts.first { $0.language == language } ?? texts.first)?.text
  }
}

/// An author.
public struct Author: Sendable, Hashable {
  /// Full name.
  public let name: String
  /// ORCID iD, as written.
  public let orcid: String?
  /// Where the author works.
  public let affiliation: String?
}

/// The office that provides a course.
public struct Provider: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Its country, as written.
  public let country: String?
  /// Its web site.
  public let url: String?
  /// Its ROR id, as written.
  public let ror: String?
}

/// An objective that the manifest declares.
public struct DeclaredObjective: Sendable, Hashable {
  /// Its id.
  public let id: String?
  /// Its text; of several languages, the first.
  public let text: String
  /// Its text in every language it is given in.
  public let texts: [String]
  /// Its Bloom level, where given.
  public let bloom: String?
  /// Where the manifest gives the id; the whole entry where it gives none.
  public let range: ByteRange
}

/// What a learner needs before: another course, or something that is only described.
public struct Prerequisite: Sendable {
  /// Id of the course; nil where it is described.
  public let course: Field<String>?
  /// Range of that course's versions, as written; nil where any will do.
  public let version: Field<String>?
  /// The description in the first language it is given in; nil where it is a course.
  public let text: String?
}

/// A code of GSBPM or GAMSO.
public struct ActivityCode: Sendable, Hashable {
  /// `gsbpm` or `gamso`.
  public let model: String
  /// Version of the model (`5.1`).
  public let scheme: String
  /// The code (`7.2`).
  public let code: String
}

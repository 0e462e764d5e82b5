import Identifiers
import SourceCore

/// What a text must be, by the keyword `format`; unlike elsewhere, it is always checked.
enum ValueFormat: String, Sendable, CaseIterable {
  case semver, calver, email, uri, orcid, ror, date, bcp47
  case npmRange = "npm-range"
  case spdxExpression = "spdx-expression"
  case repoPath = "repo-path"
  case courseID = "course-id"
  case lessonID = "lesson-id"

  /// Why a text is not what it must be.
  struct Failure {
    /// What is wrong with it; nil where the message need not say more than that it is wrong.
    let reason: String?
    /// What to do about it.
    let help: String?
    /// What was meant.
    var meant: String?
    /// Whether nothing else can have been meant.
    var isCertain = false
  }

  /// What an author calls such a text.
  var noun: String {
    switch self {
    case .semver: "a semantic version"
    case .calver: "a calendar version"
    case .email: "an e-mail address"
    case .uri: "a URL"
    case .orcid: "an ORCID iD"
    case .ror: "a ROR id"
    case .date: "a date"
    case .bcp47: "a language tag"
    case .npmRange: "a range of versions"
    case .spdxExpression: "an SPDX licence expression"
    case .repoPath: "a path in the course's folder"
    case .courseID: "a course id"
    case .lessonID: "an id"
    }
  }

  /// Why a text is not what it must be; nil where it is.
  func failure(of text: String) -> Failure? {
    switch self {
    case .semver: VersionCheck.semantic(text)
    case .calver: VersionCheck.calendar(text)
    case .npmRange: failure { () throws(IdentifierError) in _ = try VersionRange(parsing: text) }
    case .orcid: failure { () throws(IdentifierError) in _ = try ORCID(parsing: text) }
    case .ror: failure { () throws(IdentifierError) in _ = try ROR(parsing: text) }
    case .spdxExpression: licence(text)
    case .bcp47: language(text)
    case .email: AddressCheck.email(text)
    case .uri: AddressCheck.uri(text)
    case .date: DateCheck.date(text)
    case .repoPath: NameCheck.repoPath(text)
    case .courseID: NameCheck.courseID(text)
    case .lessonID: NameCheck.lessonID(text)
    }
  }

  private func failure(_ parse: () throws(IdentifierError) -> Void) -> Failure? {
    do {
      try parse()
      return nil
    } catch {
      return Failure(reason: error.message, help: error.help)
    }
  }

  private func licence(_ text: String) -> Failure? {
    do {
      _ = try SPDXExpression(parsing: text)
      return nil
    } catch {
      let meant = SPDXSuggestion(for: text)
      return Failure(
        reason: error.message, help: error.help, meant: meant?.id,
        isCertain: meant?.isCertain ?? false)
    }
  }

  private func language(_ text: String) -> Failure? {
    do {
      let tag = try LanguageTag(parsing: text)
      guard !tag.isKnown else { return nil }
      return Failure(
        reason: "`\(tag.primary)` is no language of ISO 639",
        help: "write a code such as en, fr or es",
        meant: LanguageTag.suggestion(for: text)?.description)
    } catch {
      return Failure(
        reason: error.message, help: error.help,
        meant: LanguageTag.suggestion(for: text)?.description, isCertain: true)
    }
  }
}

import Identifiers
import SourceCore

/// What a text must be, by the keyword `format`: those of JSON Schema and those of our field.
enum ValueFormat: String, Sendable, CaseIterable {
  case email, uri, iri, hostname, ipv4, ipv6, date, time, duration, uuid, regex
  case uriReference = "uri-reference"
  case iriReference = "iri-reference"
  case dateTime = "date-time"
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"

  case semver, calver, orcid, ror, bcp47
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
    case .uri, .iri: "a URL"
    case .uriReference, .iriReference: "an address or a path"
    case .hostname: "a host name"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    case .time: "a time of the day"
    case .dateTime: "a date and time"
    case .duration: "a duration"
    case .uuid: "a UUID"
    case .regex: "a regular expression"
    case .jsonPointer: "a JSON pointer"
    case .relativeJSONPointer: "a relative JSON pointer"
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
    case .email: EmailCheck.email(text)
    case .uri: URICheck.uri(text, isIRI: false)
    case .iri: URICheck.uri(text, isIRI: true)
    case .uriReference: URICheck.reference(text, isIRI: false)
    case .iriReference: URICheck.reference(text, isIRI: true)
    case .hostname: failure(unless: NetworkCheck.isHostname(text[...]), "data.example.org")
    case .ipv4: failure(unless: NetworkCheck.isIPv4(text[...]), "192.0.2.1")
    case .ipv6: failure(unless: NetworkCheck.isIPv6(text[...]), "2001:db8::1")
    case .date: DateCheck.date(text)
    case .time: TimeCheck.time(text)
    case .dateTime: TimeCheck.dateTime(text)
    case .duration: TimeCheck.duration(text)
    case .uuid:
      failure(unless: SyntaxCheck.uuid(text), "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
    case .regex: SyntaxCheck.regex(text)
    case .jsonPointer: failure(unless: JSONPointer.parts(text) != nil, "/authors/0/name")
    case .relativeJSONPointer: failure(unless: SyntaxCheck.relativePointer(text), "1/name")
    case .repoPath: NameCheck.repoPath(text)
    case .courseID: NameCheck.courseID(text)
    case .lessonID: NameCheck.lessonID(text)
    }
  }

  private func failure(unless isGood: Bool, _ example: String) -> Failure? {
    isGood ? nil : Failure(reason: nil, help: "write it as in \(example)")
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

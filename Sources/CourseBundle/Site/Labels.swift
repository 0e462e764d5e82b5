import SourceCore

/// The texts of the site itself, in one language.
struct Labels: Sendable, Hashable {
  let language: String
  let colon, skip, contents, lessons, inThisCourse, moreForYou, onThisPage: String
  let lessonsCounted, lesson, of: String
  let previous, next, start, footerLicense: String
  let overview, questions, objectives, keyPoints, teaching, exercises: String
  let callout, prerequisites, discussion, checklist, testimonial, challenge, caution: String
  let solution, hint, details: String
  let output, error, warning, table, footnotes, backToText, option: String
  let about, authors, contact, provider, license, codeLicense, level, audience: String
  let version, commit, keywords: String
  let worktree, worktreeLong, revision: String
  let credit, creditVerbatim, creditAdapted, creditTranslated, creditBy, changes, source: String
  let levels: [String: String]
  let audiences: [String: String]

  /// The labels of a BCP 47 language; English ones where there are none in it.
  static func of(_ language: String) -> Labels {
    let primary = Self.primary(language)
    return [english, french, spanish].first { $0.language == primary } ?? english
  }

  /// The first part of a language tag, in lower case.
  static func primary(_ language: String) -> String {
    asciiLowercased(language.prefix { $0 != "-" && $0 != "_" })
  }

  /// A stretch of time in hours and minutes, which the three languages write alike.
  static func time(_ minutes: Int) -> String {
    // No line break inside a time.
    let space = "\u{A0}"
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest)\(space)min" }
    return rest == 0 ? "\(hours)\(space)h" : "\(hours)\(space)h \(rest)\(space)min"
  }
}

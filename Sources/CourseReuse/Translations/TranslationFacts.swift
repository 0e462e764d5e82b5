import Identifiers
import SourceCore

/// How a translation stands to its source.
struct TranslationFacts {
  /// A paragraph that the source has changed since it was checked.
  struct Stale {
    let paragraph: PendingParagraph
    /// The version that it was checked against; nil where no release holds that state.
    let version: SemVer?
  }

  /// The language that both are in, and how that is known.
  var language: TranslationLanguageCheck.Problem?
  var structure: [TranslationStructure.Problem]
  var stale: [Stale] = []
  /// States of the source that it was checked against and that cannot be read.
  var unread: [ObjectID] = []
}

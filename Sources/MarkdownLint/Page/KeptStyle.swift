import SourceCore

/// One style throughout a page: what the option `style` names, or with `consistent` what the first
/// block is written in.
struct KeptStyle: Sendable {
  /// Whether the first block decides.
  let isConsistent: Bool
  private var wanted: String?

  /// Reads the option; of a word that it does not know, the word itself is asked for.
  init(_ options: RuleOptionValues) {
    let written = options.written("style") ?? ""
    let style = written.isEmpty ? options.text("style") : written
    isConsistent = style == "consistent"
    wanted = isConsistent ? nil : style
  }

  /// What the next block is to be written in where it is written otherwise.
  mutating func other(than actual: String) -> String? {
    let wanted = wanted ?? actual
    self.wanted = wanted
    return wanted == actual ? nil : wanted
  }
}

/// One kind of difference that a rule is about, and that its fix may so make in the rendered page.
///
/// The order is that in which several are taken away: what needs the structure of lists comes first, then what needs links.
public enum FixDifference: String, Sendable, Hashable, CaseIterable {
  /// Items of a list are paragraphs or not.
  case looseness
  /// Lists that follow one another are one.
  case joinedLists
  /// How deep items stand, and in which list.
  case nesting
  /// The number that a list starts from.
  case numbers
  /// Line breaks, and blanks at the ends of lines of code.
  case lineBreaks
  /// Blank lines at the end of a block of code, which the end of the page may be.
  case codeEnd
  /// Blanks stand for tabs in code.
  case tabs
  /// The `$ ` in front of commands.
  case prompts
  /// The mark at the end of a heading.
  case headingEnd
  /// Blanks at the ends of a link's text.
  case linkEnds
  /// An address that is text is a link.
  case bareAddresses
  /// Where a link leads or an image lies.
  case destinations
  /// Where in the page a link leads.
  case fragments
  /// `(text)[address]` is a link.
  case reversedLinks
  /// Text between markers and blanks is emphasis.
  case emphasis
  /// Blanks at the ends of code in a line.
  case codeSpanEnds
  /// Quotes in which only definitions stood.
  case emptyQuotes
  /// Capital letters.
  case letterCase
  /// A line that begins with `#` is a heading, and ends what it stood in.
  case hashLines

  /// What the fixes of a rule may change; for the others nothing.
  public static func of(_ rule: String) -> Set<FixDifference> { byRule[rule] ?? [] }

  /// The rules whose fixes change what readers see, each with what it is about.
  public static let byRule: [String: Set<FixDifference>] = [
    "markdown/ul-style": [.joinedLists, .looseness],
    "markdown/list-indent": [.nesting, .looseness],
    "markdown/ul-indent": [.nesting, .looseness],
    "markdown/no-trailing-spaces": [.lineBreaks, .codeEnd],
    "markdown/no-multiple-blanks": [.codeEnd],
    "markdown/single-trailing-newline": [.codeEnd],
    "markdown/no-hard-tabs": [.tabs],
    "markdown/no-reversed-links": [.reversedLinks, .bareAddresses],
    "markdown/commands-show-output": [.prompts],
    "markdown/no-missing-space-atx": [.hashLines],
    "markdown/no-missing-space-closed-atx": [.hashLines],
    "markdown/no-trailing-punctuation": [.headingEnd],
    "markdown/ol-prefix": [.numbers],
    "markdown/blanks-around-fences": [.looseness, .codeEnd],
    "markdown/blanks-around-headings": [.looseness],
    "markdown/blanks-around-lists": [.looseness, .codeEnd],
    "markdown/blanks-around-tables": [.looseness],
    "markdown/pandoc-differs": [.looseness],
    "markdown/no-bare-urls": [.bareAddresses],
    "markdown/no-space-in-emphasis": [.emphasis],
    "markdown/no-space-in-code": [.codeSpanEnds],
    "markdown/no-space-in-links": [.linkEnds],
    "markdown/proper-names": [.letterCase],
    "markdown/link-image-reference-definitions": [.emptyQuotes],
    "markdown/link-fragments": [.fragments],
    "links/anchor": [.fragments],
    "links/absolute-path": [.destinations],
    "links/case": [.destinations],
  ]
}

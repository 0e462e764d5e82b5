/// Turns what ECMA-262 writes inside `\p{…}` into what PCRE2 reads there.
enum UnicodeProperty {
  /// PCRE2's text for a property, with its braces; nil where there is none of that name.
  static func text(_ body: String, negated: Bool) -> String? {
    let letter = negated ? "P" : "p"
    let parts = body.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }) else { return nil }
    if parts.count == 2 {
      let value = String(parts[1])
      switch parts[0] {
      case "General_Category", "gc": return category(value).map { "\\\(letter){\($0)}" }
      case "Script", "sc": return "\\\(letter){sc:\(value)}"
      case "Script_Extensions", "scx": return "\\\(letter){scx:\(value)}"
      default: return nil
      }
    }
    guard parts.count == 1 else { return nil }
    if body == "Assigned" { return negated ? "\\p{Cn}" : "\\P{Cn}" }
    if let category = category(body) { return "\\\(letter){\(category)}" }
    // PCRE2 knows the binary properties by the same names; it refuses what it does not know. A bare
    // script is no property in ECMA-262.
    return isBinary(body) ? "\\\(letter){\(body)}" : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      || byte == UInt8(ascii: "_")
  }

  /// The short name of a general category.
  private static func category(_ name: String) -> String? {
    if let short = categories[name] { return short }
    return shortCategories.contains(name) ? name : name == "LC" ? "L&" : nil
  }

  private static let shortCategories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C",
    "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static let categories: [String: String] = [
    "Letter": "L", "Cased_Letter": "L&", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
    "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M",
    "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me",
    "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl",
    "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe",
    "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po",
    "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk",
    "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf",
    "Surrogate": "Cs", "Private_Use": "Co", "Unassigned": "Cn",
  ]

  private static func isBinary(_ name: String) -> Bool { binary.contains(name) }

  /// The binary properties of ECMA-262's table 69 that PCRE2 has.
  private static let binary = Set(
    """
    Any ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Bidi_Control Bidi_C Bidi_Mirrored Bidi_M \
    Case_Ignorable CI Cased Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM \
    Changes_When_Lowercased CWL Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash \
    Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji Emoji_Component EComp \
    Emoji_Modifier EMod Emoji_Modifier_Base EBase Emoji_Presentation EPres Extended_Pictographic \
    ExtPict Extender Ext Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex \
    IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC ID_Start IDS Ideographic \
    Ideo Join_Control Join_C Logical_Order_Exception LOE Lowercase Lower Math \
    Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS \
    Quotation_Mark QMark Radical Regional_Indicator RI Sentence_Terminal STerm Soft_Dotted SD \
    Terminal_Punctuation Term Unified_Ideograph UIdeo Uppercase Upper Variation_Selector VS \
    White_Space space XID_Continue XIDC XID_Start XIDS
    """.split(separator: " ").map { String($0) })
}

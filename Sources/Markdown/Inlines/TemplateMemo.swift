/// Remembers which searches for the end of a template failed in a leaf: none that starts later can
/// succeed.
struct TemplateMemo {
  private var unclosed: UInt8 = 0
  private var unended: UInt32 = 0
  /// No brace or angle bracket ends an expression or tag of JSX any more.
  var noExpression = false
  var noTag = false

  /// The offset after the template whose opening ends at `inside`.
  mutating func end(
    _ view: ByteView, from inside: Int, _ delimiters: Template.Delimiters
  ) -> Int? {
    let bit = UInt8(1) << delimiters.rawValue
    guard unclosed & bit == 0 else { return nil }
    let end = TemplateScanner.end(view, from: inside, limit: view.count, delimiters)
    if end == nil { unclosed |= bit }
    return end
  }

  /// The offset after the template that ends the verbatim one named in `name`.
  mutating func verbatimEnd(
    _ view: ByteView, of name: Range<Int>, from start: Int, _ delimiters: Template.Delimiters
  ) -> Int? {
    guard let number = Verbatim.number(ByteView(rebasing: view[name]), delimiters),
      unended & 1 << UInt32(number) == 0
    else { return nil }
    let found = Verbatim.closing(view, of: name, from: start, delimiters)
    if found == nil { unended |= 1 << UInt32(number) }
    return found?.upperBound
  }

  /// What is left of a grammar without the templates that cannot end any more.
  func possible(_ grammar: Grammar) -> Grammar {
    guard unclosed != 0 else { return grammar }
    var left = grammar
    func drop(_ delimiters: Template.Delimiters, _ feature: Grammar) {
      if unclosed & 1 << delimiters.rawValue != 0 { left.remove(feature) }
    }
    drop(.tag, .liquid)
    drop(.output, .substitutions)
    drop(.shortcode, .shortcodes)
    drop(.markdownShortcode, .percentShortcodes)
    drop(.include, .includes)
    return left
  }
}

import Markdown
import SourceCore

/// Holds a page's fixes to what readers see: it stays, but for what the rules are about.
public struct PageGuard: FixGuard {
  private let options: ParseOptions
  private let text: @Sendable ([UInt8]) -> [UInt8]?

  /// Makes a guard of one page.
  ///
  /// - Parameters:
  ///   - options: how the page is parsed.
  ///   - text: gives the page's Markdown where the file is something else; nil where it has none.
  public init(
    _ options: ParseOptions, text: @escaping @Sendable ([UInt8]) -> [UInt8]? = { $0 }
  ) {
    self.options = options
    self.text = text
  }

  /// Rules by which text becomes a heading: it ends what it stands in, be that a table, and what
  /// follows begins anew.
  private static let madeHeadings: Set = [
    "markdown/no-missing-space-atx", "markdown/no-missing-space-closed-atx",
  ]

  /// Whether a rule's fixes are meant to change what readers see, as a link that leads elsewhere:
  /// only those of `markdown/` are about how a page is written.
  public func trusts(_ rule: String) -> Bool {
    !rule.hasPrefix("markdown/") || Self.madeHeadings.contains(rule)
  }

  /// Whether a page shows what it showed, but for what some rules are about.
  public func keeps(_ before: [UInt8], _ after: [UInt8], rules: Set<String>) -> Bool {
    let (before, after) = (html(before), html(after))
    if before == after { return true }
    guard let before, let after else { return false }
    let own = rules.reduce(into: Set<FixDifference>()) { $0.formUnion(FixDifference.of($1)) }
    return RenderedPage(before).without(own) == RenderedPage(after).without(own)
  }

  private func html(_ file: [UInt8]) -> [UInt8]? {
    guard let text = text(file) else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count * 5 / 4)
    var renderer = HTMLRenderer(policy: StandardHTMLPolicy())
    renderer.render(Document(text, options: options), to: &out)
    return out
  }
}

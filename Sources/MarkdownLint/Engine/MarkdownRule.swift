import SourceCore

/// A rule about Markdown itself, as any office writes it: it sees one page and its own options.
///
/// `check` is a pure function of the page and the options: no state, no clock, no files.
public protocol MarkdownRule: Rule {
  /// Makes the rule with what its options are set to.
  init(_ options: RuleOptionValues)

  /// Whether what stands in front of an example changes what the rule finds in it.
  static var looksAtTheStart: Bool { get }

  /// The rule as one that says where before it says what; nil where it is none. To ask the type for
  /// the conformance would take the start of each run longer.
  var dense: (any DenseRule)? { get }

  /// Reports what the rule finds in a page, in any order.
  func check(_ page: MarkdownPage, report: (Finding) -> Void)
}

extension MarkdownRule {
  /// Makes the rule as it is where nothing is set.
  public init() { self.init(RuleOptionValues(of: Self.self)) }
  /// Most rules look at places, wherever they are.
  public static var looksAtTheStart: Bool { false }
  /// Most rules find little.
  public var dense: (any DenseRule)? { nil }
}

/// An open container that each line must continue; lists and divs ask nothing of a line.
struct Matcher {
  enum Kind: UInt8 { case quote, item, footnote, directive }

  var kind: Kind
  /// Position of the container in the stack of open containers.
  var depth: Int
  /// Columns of indentation an item's or footnote's content needs; those a directive's may have.
  var indent: Int
  /// Quotes and footnotes up to and including this one: no div is closed across them.
  var barriers: Int
  /// Directives up to and including this one: no paragraph goes on beyond them.
  var directives: Int
  /// Directive: the marker that ends it, and how many of them.
  var marker: UInt8
  var length: Int
  /// One more than the position of the innermost other container up to and including this one.
  var lastOther: Int
  /// One more than the position of the innermost quote up to and including this one.
  var lastQuote: Int
}

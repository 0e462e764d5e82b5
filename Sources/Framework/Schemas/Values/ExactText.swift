/// A text that equals another one only where both have the same code points.
///
/// Swift takes `é` and `e` with an accent for the same; JSON does not.
struct ExactText: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactText, b: ExactText) -> Bool { areSame(a.text, b.text) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Whether two texts have the same code points.
  static func areSame(_ a: String, _ b: String) -> Bool {
    // Most different texts are told apart by the first comparison, most equal ones are short.
    a == b && a.utf8.elementsEqual(b.utf8)
  }
}

/// Takes well-formed XML apart without the code under test; nil where it is not well formed.
struct XMLProbe {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// Text directly in it.
    fileprivate(set) var text = ""
    /// Names of the elements around it.
    let path: [String]
  }

  private(set) var elements: [Element] = []

  init?(_ text: String) {
    var open: [Int] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      if let last = open.last { elements[last].text += rest[..<start] }
      rest = rest[start...].dropFirst()
      guard let end = rest.firstIndex(of: ">") else { return nil }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.hasPrefix("?") || tag.hasPrefix("!DOCTYPE") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == tag.dropFirst() else { return nil }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      guard
        let element = Self.element(isEmpty ? tag.dropLast() : tag, open.map { elements[$0].name })
      else { return nil }
      elements.append(element)
      if !isEmpty { open.append(elements.count - 1) }
    }
    guard open.isEmpty, !rest.contains("&") else { return nil }
  }

  private static func element(_ tag: Substring, _ path: [String]) -> Element? {
    let name = tag.prefix { !$0.isWhitespace }
    var rest = tag.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.isEmpty { break }
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let key = String(rest[..<equals])
      rest = rest[equals...].dropFirst()
      guard rest.first == "\"" else { return nil }
      let value = rest.dropFirst().prefix { $0 != "\"" }
      guard attributes.updateValue(String(value), forKey: key) == nil else { return nil }
      rest = rest.dropFirst(value.count + 2)
    }
    return Element(name: String(name), attributes: attributes, path: path)
  }

  /// Elements of a name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The text of the first element of a name.
  func text(_ name: String) -> String? { all(name).first?.text }
}

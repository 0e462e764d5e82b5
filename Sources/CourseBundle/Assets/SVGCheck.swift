import Markdown
import SourceCore

/// Looks for what makes an SVG more than a picture: script, handlers, references to elsewhere.
///
/// It allows what pictures need and refuses all else: an SVG that is opened by itself runs in the
/// site's name, and a cleaned one would no longer be the author's file.
struct SVGCheck {
  /// Elements that run, embed or change what other elements refer to.
  private static let refusedElements: Set<String> = [
    "audio", "canvas", "discard", "embed", "foreignobject", "handler", "iframe", "image-set",
    "listener", "object", "script", "video",
  ]

  /// Elements that change attributes over time.
  private static let animations: Set<String> = [
    "animate", "animatemotion", "animatetransform", "set",
  ]

  /// Why the file is refused, as the end of a sentence that starts with it; nil for a plain picture.
  static func problem(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return "is not UTF-8, so what it holds cannot be checked"
    }
    let lower = asciiLowercased(text)
    if lower.contains("<!entity") { return "declares entities" }
    if lower.contains("<?xml-stylesheet") { return "loads a stylesheet" }
    guard lower.contains("<svg") || lower.contains(":svg") else { return "is no SVG" }
    var tokens = HTMLTokens(bytes, isXML: true)
    var isStyle = false
    while let token = tokens.next() {
      switch token {
      case .text(let content):
        if isStyle, let problem = styleProblem(String(decoding: content, as: UTF8.self)) {
          return problem
        }
      case .close: isStyle = false
      case .open(let name, let attributes, let isSelfClosing):
        let element = localName(name)
        isStyle = element == "style" && !isSelfClosing
        if refusedElements.contains(element) { return "holds a <\(element)> element" }
        for attribute in attributes {
          if let problem = problem(attribute, of: element) { return problem }
        }
      }
    }
    return nil
  }

  private static func localName(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "")
  }

  private static func problem(_ attribute: HTMLToken.Attribute, of element: String) -> String? {
    let name = localName(attribute.name)
    let value = asciiLowercased(visible(AttributeText.decode(attribute.value)))
    // Handlers are letters only and in no namespace; editors leave attributes such as
    // `inkscape:only_selected`.
    if !attribute.name.contains(":"), name.hasPrefix("on"), name.utf8.allSatisfy(isLetter) {
      return "has the event handler \(attribute.name)"
    }
    if animations.contains(element), name == "attributename",
      localName(value).hasSuffix("href") || value.hasPrefix("on")
    {
      return "animates a link or handler"
    }
    if name == "href" || name == "src" { return reference(value, of: element) }
    if name == "base" { return "sets the base of its links" }
    if name == "xmlns" || attribute.name.hasPrefix("xmlns:") { return nil }
    // Presentation attributes take URLs too (`fill="url(#a)"`).
    return name == "style" ? styleProblem(value) : urlProblem(value)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  /// Only what is in the file itself, pictures inside `data:`, and links to read further.
  private static func reference(_ value: String, of element: String) -> String? {
    if value.isEmpty || value.hasPrefix("#") { return nil }
    let pictures = ["gif", "jpeg", "jpg", "png", "webp"].map { "data:image/\($0)" }
    if pictures.contains(where: value.hasPrefix) { return nil }
    if element == "a", ["https://", "http://", "mailto:"].contains(where: value.hasPrefix) {
      return nil
    }
    return "refers to something outside it (\(value.prefix(60)))"
  }

  private static func styleProblem(_ text: String) -> String? {
    let value = asciiLowercased(visible(text))
    if value.contains("\\") { return "hides its style behind escapes" }
    if value.contains("@import") { return "imports a stylesheet" }
    if value.contains("javascript:") || value.contains("expression(") { return "holds script" }
    return urlProblem(value)
  }

  private static func urlProblem(_ text: String) -> String? {
    var value = text
    while let start = range(of: "url(", in: value) {
      value = String(value[start...].dropFirst(4))
      let target = value.drop { $0 == " " || $0 == "\"" || $0 == "'" }
      if target.hasPrefix("#") || target.hasPrefix("data:image/png")
        || target.hasPrefix("data:image/jpeg") || target.hasPrefix("data:font/")
        || target.hasPrefix("data:application/font")
      {
        continue
      }
      return "refers to something outside it (\(target.prefix { $0 != ")" }.prefix(60)))"
    }
    return nil
  }

  private static func range(of text: String, in value: String) -> String.Index? {
    value.firstRange(of: text)?.lowerBound
  }

  /// A value without the white space and control characters that browsers skip in URLs.
  private static func visible(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(scalars))
  }
}

import SourceCore

/// An image as an author wrote it, in Markdown or HTML.
struct Picture {
  let destination: String
  let alternative: String
  let title: String?
  let width: String?
  let height: String?

  /// Writes the image; one on another server becomes a link, one that cannot be shown its text.
  func write(links: PageLinks, isInsideLink: Bool, to out: inout HTMLWriter) {
    switch links.image(destination) {
    case .local(let source):
      let (width, height) = (Length(width), Length(height))
      let style = [width.style("width"), height.style("height")].compactMap { $0 }
      out.open(
        "img",
        [
          "src": source, "alt": alternative, "title": title, "width": width.pixels,
          "height": height.pixels, "style": style.isEmpty ? nil : style.joined(separator: ";"),
        ])
    case .remote(let url):
      let text = alternative.isEmpty ? url : alternative
      if isInsideLink {
        out.text(text)
      } else {
        out.element("a", ["href": url], text: text)
      }
    case .none: out.element("span", ["class": "no-image"], text: alternative)
    }
  }

  /// A length as pandoc and HTML know it: pixels or a percentage; anything else is ignored.
  private struct Length {
    let pixels: String?
    private let percentage: Int?

    init(_ text: String?) {
      let text = text ?? ""
      let isPercentage = text.hasSuffix("%")
      let digits =
        isPercentage ? text.dropLast() : text.hasSuffix("px") ? text.dropLast(2) : text[...]
      let number = Int(digits).flatMap { (1...(isPercentage ? 100 : 9999)).contains($0) ? $0 : nil }
      pixels = isPercentage ? nil : number.map { String($0) }
      percentage = isPercentage ? number : nil
    }

    func style(_ property: String) -> String? { percentage.map { "\(property):\($0)%" } }
  }
}

import SourceCore

/// A page without the site's frame, for platforms and readers that have their own.
struct PlainPage {
  /// Path inside the bundle.
  let path: String
  let title: String
  let language: String
  /// The stylesheet's path inside the bundle, where there is one.
  var stylesheet: String?
  /// The script's path inside the bundle, where there is one.
  var script: String?
  /// Id of the lesson that it shows, for the script.
  var lesson: String?
  /// Whether it is written as XML.
  var isXML = false

  /// The page around what `content` writes into its body.
  func bytes(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var html = HTMLWriter()
    html.literal("<!DOCTYPE html>\n")
    html.open(
      "html",
      [
        "xmlns": isXML ? "http://www.w3.org/1999/xhtml" : nil, "lang": language,
        "xml:lang": isXML ? language : nil, "dir": SiteContext.direction(language),
      ])
    html.literal("\n<head>\n")
    html.literal(isXML ? "<meta charset=\"utf-8\"/>\n" : "<meta charset=\"utf-8\">\n")
    if !isXML {
      html.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    }
    html.element("title", text: title)
    html.newline()
    if let stylesheet {
      let link = URLText.relative(stylesheet, from: path)
      html.open("link", ["rel": "stylesheet", "href": link])
      if isXML { _ = html.reopen(">") }
      html.literal(isXML ? "/>\n" : "\n")
    }
    if let script {
      html.element(
        "script", ["defer": "", "src": URLText.relative(script, from: path)], text: "")
      html.newline()
    }
    html.literal("</head>\n")
    html.open("body", ["class": script == nil ? nil : "plain", "data-lesson": lesson])
    html.newline()
    var inner = HTMLWriter()
    content(&inner)
    html.raw(isXML ? XMLSyntax.bytes(inner.bytes) : inner.bytes)
    html.newline()
    html.literal("</body>\n</html>\n")
    return isXML
      ? Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + html.bytes : html.bytes
  }
}

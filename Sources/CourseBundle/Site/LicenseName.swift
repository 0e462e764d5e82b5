import SourceCore

/// How a licence is named and where its text is.
struct LicenseName: Hashable {
  let text: String
  let url: String?

  /// Reads an SPDX id or expression, or whatever the author wrote.
  init(_ written: String) {
    let parts = written.split(separator: "-").map(String.init)
    if written == "CC0-1.0" {
      text = "CC0 1.0"
      url = "https://creativecommons.org/publicdomain/zero/1.0/"
    } else if parts.count > 2, parts[0] == "CC", parts[1] == "BY", let version = parts.last,
      ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(version),
      parts.dropLast().dropFirst(2).allSatisfy(["NC", "ND", "SA"].contains)
    {
      let terms = parts.dropFirst().dropLast().joined(separator: "-")
      text = "CC \(terms) \(version)"
      url = "https://creativecommons.org/licenses/\(asciiLowercased(terms))/\(version)/"
    } else {
      text = written
      let isID =
        written.utf8.contains(UInt8(ascii: "-"))
        && written.utf8.allSatisfy { byte in
          byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
            || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
        }
      url = isID ? "https://spdx.org/licenses/\(written).html" : nil
    }
  }

  /// Writes the name, as a link where there is one.
  func write(to html: inout HTMLWriter) {
    if let url {
      html.element("a", ["href": url, "rel": "license"], text: text)
    } else {
      html.text(text)
    }
  }
}

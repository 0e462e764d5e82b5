import SourceCore

/// An office's name, logo and two colours.
public struct Brand: Sendable, Hashable {
  /// A colour as web pages write it.
  public struct Colour: Sendable, Hashable {
    /// `#12324f`.
    public let hex: String
    private let red, green, blue: Double

    /// Reads `#rgb` or `#rrggbb`.
    public init?(_ text: String) {
      var digits = Array(asciiLowercased(text).utf8)
      guard digits.first == UInt8(ascii: "#") else { return nil }
      digits.removeFirst()
      if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
      let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      guard digits.count == 6, values.count == 6 else { return nil }
      hex = "#" + String(decoding: digits, as: UTF8.self)
      (red, green, blue) = (
        Self.linear(values[0] * 16 + values[1]), Self.linear(values[2] * 16 + values[3]),
        Self.linear(values[4] * 16 + values[5])
      )
    }

    /// The curve of sRGB, near enough to tell 4.4 from 4.5: WCAG's power of 2.4 by square roots.
    private static func linear(_ value: Int) -> Double {
      let part = Double(value) / 255
      if part <= 0.04045 { return part / 12.92 }
      let base = (part + 0.055) / 1.055
      // x^2.4 = x² · (x²)^(1/5); the fifth root by Newton's method.
      let square = base * base
      var root = 1.0
      for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
      return square * root
    }

    /// WCAG's relative luminance.
    private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// WCAG's contrast with another colour, from 1 to 21.
    public func contrast(with other: Colour) -> Double {
      let (a, b) = (luminance, other.luminance)
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
  }

  /// The name in the header.
  public let name: String?
  /// The logo as a file of the bundle.
  public let logo: BundleFile?
  /// The header's colour.
  public let colour: Colour?
  /// The links' colour.
  public let accent: Colour?

  /// Makes a brand.
  public init(name: String?, logo: BundleFile?, colour: Colour?, accent: Colour?) {
    self.name = name
    self.logo = logo
    self.colour = colour
    self.accent = accent
  }

  /// The darkest background that links stand on.
  private static let paper = Colour("#e7f4f2")!
  private static let dark = Colour("#12171d")!
  private static let white = Colour("#ffffff")!

  /// What is wrong with the logo or the colours, in one sentence without a full stop.
  public var problem: String? {
    if let accent {
      let contrast = accent.contrast(with: Self.paper)
      if contrast < 4.5 {
        let shown = Double(Int(contrast * 10)) / 10
        return
          "the accent \(accent.hex) has a contrast of \(shown) : 1 with the page, and text needs 4.5 : 1"
      }
    }
    if let logo, logo.path.hasSuffix(".svg"), let problem = SVGCheck.problem(logo.bytes) {
      return "the logo \(problem)"
    }
    return nil
  }

  /// What the colours change in the stylesheet.
  var stylesheet: String {
    var light: [String] = []
    var dark: [String] = []
    if let colour {
      let isLight = colour.contrast(with: Self.white) < 4.5
      let text = isLight ? Self.dark.hex : "#ffffff"
      let own = [
        "--band: \(colour.hex);", "--on-band: \(text);", "--on-band-muted: \(text);",
        "--button: \(colour.hex);", "--on-button: \(text);",
      ]
      light += own
      dark += own
    }
    if let accent {
      light += ["--link: \(accent.hex);", "--blue: \(accent.hex);"]
      if accent.contrast(with: Self.dark) >= 4.5 { dark.append("--link: \(accent.hex);") }
    }
    if light.isEmpty { return "" }
    return ":root { \(light.joined(separator: " ")) }\n"
      + "@media (prefers-color-scheme: dark) { :root { --link: #8fc3f7; --blue: #93c4f5; \(dark.joined(separator: " ")) } }\n"
  }
}

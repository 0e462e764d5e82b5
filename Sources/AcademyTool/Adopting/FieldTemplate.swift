import Framework

/// What stands in a new manifest in place of a field that nothing says.
enum FieldTemplate {
  /// What to fill in, in one sentence, and a line that would be right.
  static func text(_ field: String, _ framework: Framework) -> (what: String, example: String) {
    switch field {
    case "title": ("the course's title.", "Price indices for beginners")
    case "description":
      (
        "what the course is about, in two or three sentences.",
        "How a price index is made and read."
      )
    case "keywords": ("words that a person might search for.", "[price index, inflation]")
    case "topics": (choice("topics", framework), "[quality]")
    case "language": ("the language of the lessons, as a BCP 47 tag.", "en")
    case "license":
      ("the licence of texts and pictures, as an id of https://spdx.org/licenses.", "CC-BY-4.0")
    case "code_license": ("the licence of the code in the lessons, in the same way.", "MIT")
    case "authors":
      (
        "who wrote the course; the ORCID iD and the affiliation may be left out.",
        "[{name: Ana Novak, orcid: \"0000-0002-1825-0097\", affiliation: Your Office}]"
      )
    case "contact": ("whom to ask, an e-mail address or a page.", "courses@your-office.example")
    case "provider":
      (
        "the office that offers the course; the country as its code, and its web site.",
        "{name: Your Office, country: CH, url: \"https://your-office.example\"}"
      )
    case "level": (choice("level", framework), "basic")
    case "audience": (choice("audience", framework), "[statistician]")
    default: ("asked for by the framework.", "…")
    }
  }

  private static func choice(_ vocabulary: String, _ framework: Framework) -> String {
    let codes = framework.vocabulary(vocabulary)?.terms.map(\.code) ?? []
    let what =
      switch vocabulary {
      case "topics": "what it is about, one or more of the network's topics"
      case "audience": "whom it is for, one or more of"
      default: "how much a learner must know already, one of"
      }
    return codes.isEmpty ? "\(what)." : "\(what): \(codes.joined(separator: ", "))."
  }
}

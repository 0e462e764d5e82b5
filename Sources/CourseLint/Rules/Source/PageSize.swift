import CourseModel
import SourceCore

/// Flags a page too large to be parsed.
struct PageSize: InputRule {
  static let exampleLimit = 64

  static let info = RuleInfo(
    id: "source/size",
    summary: "A page is larger than `max-lesson-bytes` and is not checked.",
    why: """
      A page of megabytes is nearly always a picture or a data set pasted into the text. It opens \
      slowly on a phone and in an LMS, and it could be used to keep a build server busy.
      """,
    severity: .error, source: "pipeline.json, `max-lesson-bytes` (5 MB unless it says otherwise)")

  static let examples: [Example] = [
    .good("## Weights\n\nA page of a few lines.\n"),
    .good("## Poids\n\n![Carte](data:image/png;base64,iVBOR)\n", language: "fr"),
    .good(""),
    .bad(
      "## Weights\n\n![Map](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAF)\n",
      wholeFile: true),
    .bad(
      "## Poids\n\n```\n1;2\n2;4\n3;6\n4;8\n5;10\n6;12\n7;14\n8;16\n9;18\n10;20\n11;22\n```\n",
      wholeFile: true, language: "fr"),
    .bad(
      "## Pesos\n\nUna página con más texto del que cabe en el límite de este ejemplo.\n",
      wholeFile: true, language: "es"),
  ]

  func check(_ input: PageInput) -> Finding? {
    switch input.bytes {
    case .success(let bytes) where bytes.count > input.limit:
      finding("the page has \(Wording.size(bytes.count)), more than \(Wording.size(input.limit))")
    case .failure(let failure) where failure.reason == .tooLarge:
      finding("the page has more than \(Wording.size(input.limit))")
    default: nil
    }
  }

  private func finding(_ message: String) -> Finding {
    Finding(
      nil, message + ", and is not checked",
      help: "move data and pictures into files of their own, or split the lesson")
  }
}

import SourceCore

/// The quiz of a lesson as QTI 1.2, in the profile of Common Cartridge.
struct QuizDocument {
  /// The lesson's id.
  let id: String
  let title: String
  let questions: [Question]
  let version: CartridgeVersion

  /// The quiz as a resource; its file is named after the lesson's page.
  func resource(at page: String) -> CartridgeResource {
    let stem = page.split(separator: "/").last?.dropLast(".html".count) ?? "quiz"
    return CartridgeResource(
      id: StableID.name("quiz", id), type: version.assessmentType,
      file: BundleFile(path: "quizzes/\(stem).xml", bytes: bytes), isPage: false)
  }

  private var bytes: [UInt8] {
    var xml = HTMLWriter()
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "questestinterop", ["xmlns": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"])
    xml.newline()
    xml.open("assessment", ["ident": StableID.name("quiz", id), "title": title])
    xml.newline()
    xml.literal("<qtimetadata>\n")
    field("cc_profile", "cc.exam.v0p1", &xml)
    field("qmd_assessmenttype", "Examination", &xml)
    field("qmd_scoretype", "Percentage", &xml)
    xml.literal("</qtimetadata>\n<section ident=\"questions\">\n")
    for (index, question) in questions.enumerated() { item(question, index, &xml) }
    xml.literal("</section>\n</assessment>\n</questestinterop>\n")
    return XMLSyntax.bytes(xml.bytes)
  }

  private func field(_ label: String, _ entry: String, _ xml: inout HTMLWriter) {
    xml.element("qtimetadatafield") { xml in
      xml.element("fieldlabel", text: label)
      xml.element("fieldentry", text: entry)
    }
    xml.newline()
  }

  private func item(_ question: Question, _ index: Int, _ xml: inout HTMLWriter) {
    // One right answer of two goes as several of two, since the profile wants three options or the
    // words true and false.
    let isMultiple = question.isMultiple || question.options.count < version.fewestOptions
    let title = question.title.isEmpty ? "\(self.title) (\(index + 1))" : question.title
    xml.open("item", ["ident": StableID.name("question", id, question.id), "title": title])
    xml.literal("\n<itemmetadata>\n<qtimetadata>\n")
    field(
      "cc_profile", isMultiple ? "cc.multiple_response.v0p1" : "cc.multiple_choice.v0p1", &xml)
    xml.literal("</qtimetadata>\n</itemmetadata>\n<presentation>\n")
    material(question.stem.isEmpty ? InlineTitle(plain: title).html : question.stem, &xml)
    xml.open(
      "response_lid", ["ident": "answer", "rcardinality": isMultiple ? "Multiple" : "Single"])
    xml.literal("\n<render_choice shuffle=\"No\">\n")
    for (index, option) in question.options.enumerated() {
      xml.open("response_label", ["ident": PageRenderer.letter(index)])
      xml.newline()
      material(option, &xml)
      xml.literal("</response_label>\n")
    }
    xml.literal("</render_choice>\n</response_lid>\n</presentation>\n<resprocessing>\n")
    xml.literal("<outcomes><decvar maxvalue=\"100\" minvalue=\"0\" varname=\"SCORE\"")
    xml.literal(" vartype=\"Decimal\"/></outcomes>\n")
    if !question.feedback.isEmpty {
      xml.literal("<respcondition continue=\"Yes\"><conditionvar><other/></conditionvar>")
      xml.literal("<displayfeedback feedbacktype=\"Response\" linkrefid=\"feedback\"/>")
      xml.literal("</respcondition>\n")
    }
    xml.literal("<respcondition continue=\"No\"><conditionvar>")
    key(question, isMultiple, &xml)
    xml.literal("</conditionvar><setvar action=\"Set\" varname=\"SCORE\">100</setvar>")
    xml.literal("</respcondition>\n</resprocessing>\n")
    if !question.feedback.isEmpty {
      xml.literal("<itemfeedback ident=\"feedback\"><flow_mat>\n")
      material(question.feedback, &xml)
      xml.literal("</flow_mat></itemfeedback>\n")
    }
    xml.literal("</item>\n")
  }

  /// Moodle takes an answer of a multiple response as right only where `case` says Yes.
  private func key(_ question: Question, _ isMultiple: Bool, _ xml: inout HTMLWriter) {
    if isMultiple { xml.open("and") }
    for index in question.options.indices {
      let isRight = question.right.contains(index)
      if !isMultiple && !isRight { continue }
      if !isRight { xml.open("not") }
      xml.element(
        "varequal", ["respident": "answer", "case": isMultiple ? "Yes" : nil],
        text: PageRenderer.letter(index))
      if !isRight { xml.close("not") }
    }
    if isMultiple { xml.close("and") }
  }

  private func material(_ html: [UInt8], _ xml: inout HTMLWriter) {
    xml.element("material") { xml in
      xml.element(
        "mattext", ["texttype": "text/html"], text: String(decoding: html, as: UTF8.self))
    }
    xml.newline()
  }
}

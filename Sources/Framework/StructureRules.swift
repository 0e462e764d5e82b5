/// Which sections the lessons of a layout must and should have.
public struct StructureRules: Sendable, Hashable {
  /// A fenced div that the layout knows.
  public struct Div: Sendable, Hashable {
    /// Its name (`keypoints`).
    public let name: String
    /// What it is for, in one sentence.
    public let description: String
    /// Names that authors write when they mean this one (`keypoint`).
    public let mistakenNames: [String]
  }

  /// A div that a lesson should have at least once, with another inside it.
  public struct Recommendation: Sendable, Hashable {
    /// The div's name (`challenge`).
    public let div: String
    /// The div that belongs inside it (`solution`), where one does.
    public let containing: String?
    /// Why a learner needs it.
    public let why: String
  }

  /// The layout's name (`workbench`).
  public let layout: String
  /// Names of the divs that every lesson needs, in their usual order.
  public let requiredDivs: [String]
  /// What a lesson should have.
  public let recommended: [Recommendation]
  /// All divs that the layout knows, in order of their names.
  public let knownDivs: [Div]

  /// The known div with this name; nil where there is none.
  public func div(_ name: String) -> Div? { knownDivs.first { $0.name == name } }

  /// The known name that a person means who writes this one; nil where no mistake is on the list.
  public func intendedDiv(for name: String) -> String? {
    knownDivs.first { $0.mistakenNames.contains(name) }?.name
  }
}

extension StructureRules {
  /// Reads a layout's entry of a framework document.
  init(_ document: DocumentReader, layout: String) throws(DocumentProblem) {
    var recommended: [Recommendation] = []
    for entry in try document.part("recommended").elements() {
      recommended.append(
        Recommendation(
          div: try entry.part("div").text(),
          containing: try entry.optionalPart("containing")?.text(),
          why: try entry.part("why").text()))
    }
    var divs: [Div] = []
    for (name, entry) in try document.part("divs").members() {
      divs.append(
        Div(
          name: name, description: try entry.part("description").text(),
          mistakenNames: try entry.optionalPart("mistaken")?.texts() ?? []))
    }
    self.init(
      layout: layout, requiredDivs: try document.part("required").texts(),
      recommended: recommended, knownDivs: divs.sorted { $0.name < $1.name })
  }
}

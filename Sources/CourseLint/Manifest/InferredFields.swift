import CourseModel
import SourceCore
import StructuredData

/// Fields of a manifest that another file gives in its place, as the manifest would write them.
struct InferredFields {
  /// The file that gives them.
  let file: CourseFile
  /// The fields, with their places in that file.
  let fields: DataNode

  /// What `config.yaml` and `CITATION.cff` say that no file before them says.
  static func all(of course: Course) -> [InferredFields] {
    var known = Set((course.manifest?.data.root?.object ?? []).map(\.key))
    var found: [InferredFields] = []
    for (file, names) in [(course.config, configNames), (course.citation, citationNames)] {
      guard let file else { continue }
      let members = names.compactMap { own, name -> DataNode.Member? in
        guard !known.contains(name), let member = file.data.root?.member(own),
          !member.value.isNull
        else { return nil }
        known.insert(name)
        let isCitedAuthors = name == "authors"
        return DataNode.Member(
          key: name, keyRange: member.keyRange,
          value: isCitedAuthors ? authors(member.value) : member.value)
      }
      if members.isEmpty { continue }
      found.append(InferredFields(file: file, fields: map(members, file.text.fullRange)))
    }
    return found
  }

  private static let configNames = [
    ("title", "title"), ("keywords", "keywords"), ("lang", "language"), ("license", "license"),
    ("contact", "contact"), ("life_cycle", "lifecycle"),
  ]
  private static let citationNames = [
    ("title", "title"), ("abstract", "description"), ("keywords", "keywords"),
    ("license", "license"), ("authors", "authors"),
  ]

  private static func map(_ members: [DataNode.Member], _ range: ByteRange) -> DataNode {
    DataNode(.object(members), range: range, written: nil, isPlain: false)
  }

  /// The authors of a citation file, which writes given and family names apart.
  private static func authors(_ node: DataNode) -> DataNode {
    guard let people = node.array else { return node }
    let authors = people.map { person -> DataNode in
      var members: [DataNode.Member] = []
      let parts = ["given-names", "family-names"].compactMap { person.member($0) }
      if let first = parts.first, person["name"] == nil {
        let name = parts.compactMap(\.value.stringValue).joined(separator: " ")
        members.append(
          .init(
            key: "name", keyRange: first.keyRange,
            value: DataNode(
              .string(name), range: first.value.range, written: name, isPlain: false)))
      }
      for (own, name) in [
        ("name", "name"), ("orcid", "orcid"), ("affiliation", "affiliation"), ("email", "email"),
        ("website", "url"),
      ] {
        guard let member = person.member(own) else { continue }
        members.append(.init(key: name, keyRange: member.keyRange, value: member.value))
      }
      return map(members, person.range)
    }
    return DataNode(.array(authors), range: node.range, written: nil, isPlain: false)
  }
}

import CourseModel
import Identifiers
import SourceCore

/// `CITATION.cff` of a course as packaged.
struct CitationFile {
  let content: CourseContent

  /// The file; strings are written as JSON writes them, which YAML reads alike.
  var bytes: [UInt8] {
    let metadata = content.context.metadata
    var lines = [
      "cff-version: 1.2.0",
      "message: \(quoted("If you use this course, please cite it as below."))",
      "type: dataset", "title: \(quoted(content.context.title))",
    ]
    let authors = metadata.authors.map(\.name)
    lines.append("authors:")
    let names = authors.isEmpty ? [metadata.provider?.name ?? content.courseID] : authors
    for (index, name) in names.enumerated() {
      lines.append("  - name: \(quoted(name))")
      if index < metadata.authors.count, let orcid = metadata.authors[index].orcid,
        let digits = orcid.split(separator: "/").last
      {
        lines.append("    orcid: \(quoted("https://orcid.org/\(digits)"))")
      }
    }
    if let summary = metadata.summary { lines.append("abstract: \(quoted(summary))") }
    if !metadata.keywords.isEmpty {
      lines.append("keywords:")
      lines += metadata.keywords.map { "  - \(quoted($0))" }
    }
    if let version = content.version { lines.append("version: \(quoted(version))") }
    if let time = content.request.mark.time {
      lines.append("date-released: \(quoted(String(UTCTime.text(time).prefix(10))))")
    }
    if let commit = content.request.mark.commit { lines.append("commit: \(commit.hex)") }
    if let license = metadata.license?.value, let expression = SPDXExpression(license),
      let single = expression.single, !single.isReference
    {
      lines.append("license: \(quoted(single.id))")
    }
    if let url = metadata.provider?.url.flatMap(URLText.external) {
      lines.append("url: \(quoted(url))")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func quoted(_ text: String) -> String {
    var json = JSONWriter(pretty: false)
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

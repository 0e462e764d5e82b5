import CourseModel
import SourceCore

/// Where a bundle comes from, as its own files and the documents beside it say.
struct Provenance: Sendable {
  /// A lesson that was taken from another course.
  struct Reuse: Sendable, Hashable {
    /// The lesson's page in the bundle.
    let path: String
    let title: String
    let credit: ReuseCredit
  }

  let course: String
  let title: String
  let summary: String
  let language: String
  let version: String?
  let mark: BundleMark
  let format: BundleFormat
  let path: String?
  let edition: BundleEdition
  let license: String?
  let authors: [Author]
  let provider: Provider?
  let keywords: [String]
  let reuses: [Reuse]
  /// The framework that the course was held against, with its version.
  let framework: String?

  init(_ content: CourseContent, format: BundleFormat, style: PageStyle) {
    let context = content.context
    let metadata = context.metadata
    course = content.courseID
    title = context.title
    summary = metadata.summary ?? context.title
    language = context.language
    version = content.version
    mark = content.request.mark
    self.format = format
    path = content.request.path?.id
    edition = content.request.edition
    license = metadata.license?.value
    authors = metadata.authors
    provider = metadata.provider
    keywords = metadata.keywords
    framework = content.request.framework
    let entries = context.entriesByPath
    reuses = content.pages.compactMap { member in
      guard let credit = content.credit(of: member) else { return nil }
      return Reuse(
        path: style.place(member.path), title: entries[member.path]?.title.text ?? member.id,
        credit: credit)
    }
  }

  /// Format, route and edition in one.
  static func type(_ format: BundleFormat, path: String?, edition: BundleEdition) -> String {
    "urn:academy:format:\(format.rawValue)" + (path.map { ":path:\($0)" } ?? "")
      + (edition == .learner ? "" : ":edition:\(edition.rawValue)")
  }

  /// The commit as archives of software name it.
  var revisionID: String? { mark.commit.map { "swh:1:rev:\($0.hex)" } }
  /// The course's folder as archives of software name it.
  var directoryID: String? { mark.tree.map { "swh:1:dir:\($0.hex)" } }

  /// The file that a bundle's file was made from, as archives of software name it.
  static func sourceID(_ source: BundleFile.Source) -> String? {
    source.blob.map { "swh:1:cnt:\($0.hex);path=/\(escaped(source.path.string))" }
  }

  /// Semicolons and per cent signs mean something in these names.
  private static func escaped(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"): out.append(contentsOf: "%25".utf8)
      case UInt8(ascii: ";"): out.append(contentsOf: "%3B".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

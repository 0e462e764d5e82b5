import CourseModel
import SourceCore

/// What names a bundle's folder and files: made from ids that nobody has checked.
public struct BundleName: Sendable, Hashable {
  /// The office's folder.
  public let office: String
  /// The course's folder, and the first word of its files' names.
  public let slug: String
  /// What follows the slug: the version, a short commit id or `worktree`.
  public let edition: String
  /// What follows the edition for a part of the course, or one not for learners; else empty.
  public let variant: String

  /// Names the bundle of a course; one without a usable id is named after its folder or title, under
  /// the office `local`.
  public init(_ course: Course, mark: BundleMark, variant: String = "") {
    self.variant = variant
    if let id = course.metadata.id?.value, let (office, slug) = Self.parts(of: id) {
      self.office = office
      self.slug = slug
    } else {
      office = "local"
      let written = course.folder.isRoot ? course.metadata.title ?? "" : course.folder.name
      slug = Self.slug(written)
    }
    edition =
      switch mark {
      case .release(let version, _, _, _): Self.slug(version, keeping: ".+")
      case .revision(let commit, _, _): commit.short
      case .worktree: "worktree"
      }
  }

  /// What the archive of a format is called, without its ending.
  public func file(_ format: BundleFormat) -> String {
    "\(slug)-\(edition)\(variant)-\(format.rawValue)"
  }

  /// The two parts of `office/slug`; nil for anything else, so that an id never leads elsewhere.
  static func parts(of id: String) -> (office: String, slug: String)? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isPlain) else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  private static func isPlain(_ part: Substring) -> Bool {
    guard let first = part.utf8.first, part.utf8.count <= 100, !SafeName.isReserved(part) else {
      return false
    }
    return first != UInt8(ascii: "-") && part.utf8.allSatisfy { isPlain($0) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A text as a name of lower-case letters, digits, `-` and what `keeping` allows inside it.
  private static func slug(_ text: String, keeping: String = "") -> String {
    let kept = Array(keeping.utf8)
    var out: [UInt8] = []
    for byte in asciiLowercased(text).utf8.prefix(100) {
      if isPlain(byte) || (kept.contains(byte) && !out.isEmpty) {
        out.append(byte)
      } else if let last = out.last, last != UInt8(ascii: "-") {
        out.append(UInt8(ascii: "-"))
      }
    }
    while let last = out.last, !isPlain(last) || last == UInt8(ascii: "-") { out.removeLast() }
    let name = String(decoding: out, as: UTF8.self)
    return name.isEmpty || SafeName.isReserved(name) ? "course" : name
  }
}

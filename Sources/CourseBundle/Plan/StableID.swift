import Digest
import SourceCore

/// Identifiers that platforms keep a learner's results by: made from ids of course and lesson, never
/// from version, position or content.
enum StableID {
  /// An XML name of some parts; two different lists of parts never have the same.
  static func name(_ parts: String...) -> String {
    "academy." + parts.map(escaped).joined(separator: ".")
  }

  /// Letters, digits and hyphens as they are, all else as `_` and two digits for each byte.
  private static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        out.append(byte)
      default: out.append(contentsOf: "_\(hexadecimal(CollectionOfOne(byte)))".utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The URN that names a state of a course wherever something asks for a unique name.
  static func urn(_ content: CourseContent) -> String {
    urn(
      course: content.packageID, version: content.version, mark: content.request.mark)
  }

  /// The URN of a state of a course.
  static func urn(course: String, version: String?, mark: BundleMark) -> String {
    let version = version ?? "0"
    return switch mark {
    case .release: "urn:academy:\(course)@\(version)"
    case .revision(let commit, _, _): "urn:academy:\(course)@\(version)+\(commit.hex)"
    case .worktree: "urn:academy:\(course)@\(version)+worktree"
    }
  }
}

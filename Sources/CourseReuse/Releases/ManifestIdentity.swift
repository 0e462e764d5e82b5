import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Which course and version a manifest says it is; all that finding releases needs of it.
struct ManifestIdentity: Sendable, Hashable {
  let id: String?
  let version: SemVer?
  /// Whether versions are calendar versions, so that a tag `2026.1` means 2026.1.0.
  let isCalendar: Bool

  init(_ bytes: [UInt8]) {
    let file = CourseFile(path: .root, bytes: bytes)
    id = file["id"]?.stringValue
    isCalendar = file["versioning"]?.stringValue == "calver"
    let written = file["version"].flatMap { $0.written ?? $0.stringValue }
    if let written {
      version = isCalendar ? SemVer(calver: written) : SemVer(written)
    } else {
      version = nil
    }
  }
}

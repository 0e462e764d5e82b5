import Glibc
import Identifiers

/// Where mirrors of fetched repositories are kept.
struct MirrorCache {
  /// Full path of the folder.
  let folder: String

  /// The user's.
  static func ofUser() throws -> MirrorCache {
    guard let folder = CacheFolder.ofUser else {
      throw ToolFailure(
        "there is no folder to keep fetched sources in",
        help: "set ACADEMY_CACHE to the full path of one")
    }
    return MirrorCache(folder: folder + "/sources")
  }

  /// The mirror of a repository, whether it is there or not.
  func path(of address: SourceAddress) -> String { "\(folder)/\(address.folderName)" }

  /// Whether a repository has been fetched.
  func has(_ address: SourceAddress) -> Bool { FileSystem.isFolder(path(of: address)) }

  /// The day on which a repository was last fetched; nil where it never was.
  func day(of address: SourceAddress) -> CalendarDay? {
    var status = stat()
    for name in ["/FETCH_HEAD", "/HEAD"] where stat(path(of: address) + name, &status) == 0 {
      return CalendarDay(time: Int64(status.st_mtim.tv_sec))
    }
    return nil
  }
}

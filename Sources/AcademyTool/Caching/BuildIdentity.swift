import Glibc
import SourceCore

/// Tells this build of the tool from every other, also from those with the same version.
enum BuildIdentity {
  /// The version, and what the system says of the program's file: reading all of it would take
  /// longer than most runs.
  static var bytes: [UInt8] {
    var writer = FactWriter()
    writer.text(Academy.version)
    var status = stat()
    if stat("/proc/self/exe", &status) == 0 {
      for number in [
        Int(status.st_dev), Int(status.st_ino), status.st_size, status.st_mtim.tv_sec,
        status.st_mtim.tv_nsec,
      ] {
        writer.integer(number)
      }
    }
    return writer.bytes
  }
}

import CourseBundle
import Glibc

extension Workers {
  /// One for each core, or as many as `ACADEMY_THREADS` says.
  static let available: Workers = {
    if let count = Environment.value("ACADEMY_THREADS").flatMap({ Int($0) }), count > 0 {
      return Workers(min(count, 64))
    }
    return Workers(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }()
}

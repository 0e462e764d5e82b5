import Glibc

/// The time that the calling thread computed while it did `work`, however busy the machine was.
///
/// Speed is measured by the benches; a test asks only that what would take minutes, because it is
/// not linear, does not.
public func threadTime(of work: () throws -> Void) rethrows -> Duration {
  func now() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
  let start = now()
  try work()
  return now() - start
}

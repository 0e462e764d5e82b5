import Glibc

/// Ends the process when one step of checking takes too long.
///
/// The engine counts its own steps; this is for what cannot be counted, such as a pattern that runs
/// through a text of megabytes again and again inside of one step of PCRE2.
enum SchemaWatch {
  /// Gives the next step its time.
  static func start(seconds: UInt32) {
    signal(SIGALRM) { _ in
      // A signal handler may do little more than this.
      let message: StaticString = "error: limit reached: this takes too long (see --time-limit)\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(2)
    }
    alarm(seconds)
  }

  /// Ends the last step.
  static func stop() { alarm(0) }
}

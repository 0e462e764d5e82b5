import Glibc

/// The tool as a process that goes on beside the test.
public struct RunningTool {
  let process: pid_t
  let scratch: TemporaryFolder

  /// Ends it with no chance to clean up.
  public func kill() { Glibc.kill(process, SIGKILL) }

  /// Waits until it has ended.
  public func outcome() throws(FixtureError) -> ToolRunner.Outcome {
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return ToolRunner.Outcome(
      status: signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal),
      output: String(decoding: try Files.read(scratch.path + "/out"), as: UTF8.self),
      errors: String(decoding: try Files.read(scratch.path + "/err"), as: UTF8.self),
      peakMemory: usage.ru_maxrss * 1024)
  }
}

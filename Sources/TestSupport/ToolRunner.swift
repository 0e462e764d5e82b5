import Glibc

/// Runs the tool as a process, the way a user does.
public struct ToolRunner {
  /// What a run printed and how it ended.
  public struct Outcome: Sendable {
    /// Exit status; 128 and the signal where one ended it.
    public let status: Int
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String
    /// Largest resident memory in bytes.
    public let peakMemory: Int
  }

  /// Full path of the program.
  public let program: String

  /// Finds the program that was built with the tests; nil where it was not.
  public init?() {
    var candidates: [String] = []
    if let path = unsafe getenv("ACADEMY_BINARY") {
      candidates.append(unsafe String(cString: path))
    }
    if let own = unsafe realpath("/proc/self/exe", nil) {
      candidates.append(unsafe Self.beside(String(cString: own)))
      unsafe free(own)
    }
    for argument in CommandLine.arguments { candidates.append(Self.beside(argument)) }
    let sources = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    candidates.append("/\(sources)/.build/debug/academy")
    guard let found = candidates.first(where: { unsafe access($0, X_OK) == 0 }) else { return nil }
    program = found
  }

  /// Runs another program the same way.
  public init(program: String) { self.program = program }

  private static func beside(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "academy" }
    return path[..<slash] + "/academy"
  }

  /// Runs the program in a folder.
  ///
  /// - Parameter input: the file that it reads as its standard input.
  public func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: String = "/dev/null"
  ) throws(FixtureError) -> Outcome {
    let scratch = try TemporaryFolder()
    return try RunningTool(
      process: try start(arguments, in: folder, environment, input, scratch), scratch: scratch
    ).outcome()
  }

  /// Starts the program in a folder, and goes on.
  public func start(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws(FixtureError) -> RunningTool {
    let scratch = try TemporaryFolder()
    return RunningTool(
      process: try start(arguments, in: folder, environment, "/dev/null", scratch),
      scratch: scratch)
  }

  /// Runs the program and ends it, with no chance to clean up, after so many microseconds.
  public func runKilled(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    after microseconds: Int
  ) throws(FixtureError) {
    let running = try start(arguments, in: folder, environment: environment)
    usleep(UInt32(microseconds))
    running.kill()
    _ = try running.outcome()
  }

  /// Starts the program; what it says goes to files in `scratch`.
  private func start(
    _ arguments: [String], in folder: String, _ environment: [String: String], _ input: String,
    _ scratch: TemporaryFolder
  ) throws(FixtureError) -> pid_t {
    let (out, err) = (scratch.path + "/out", scratch.path + "/err")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out, flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err, flags, 0o600)
    var variables = ["PATH": "/usr/bin:/bin", "HOME": scratch.path, "LC_ALL": "C"]
    variables.merge(environment) { $1 }
    // The shell changes the folder, which `posix_spawn` cannot do portably.
    let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    let argv = unsafe words.map { unsafe strdup($0) } + [nil]
    let envp = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      unsafe (argv + envp).forEach { unsafe free($0) }
    }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, nil, argv, envp)
    guard code == 0 else { throw FixtureError("cannot start \(program): \(code)") }
    return process
  }
}

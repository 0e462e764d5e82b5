import Glibc
import TestSupport

/// A server on the loopback interface for one test: Git's own, or one of `loopback.py`.
final class LoopbackServer {
  /// The port that it listens on.
  let port: Int
  private let process: pid_t

  /// Git's own daemon, for all repositories below a folder.
  static func gitDaemon(_ folder: String) -> LoopbackServer? {
    guard let program = gitPrograms.map({ $0 + "/git-daemon" }).first(where: isProgram)
    else { return nil }
    return listening { port in
      [
        program, "--reuseaddr", "--listen=127.0.0.1", "--port=\(port)", "--base-path=\(folder)",
        "--export-all",
      ]
    }
  }

  /// `git http-backend` behind a small server.
  static func http(_ folder: String) -> LoopbackServer? { script("http", folder) }

  /// Passes on to a port, and breaks off `times` times after some bytes.
  static func cutting(_ port: Int, after bytes: Int, times: Int) -> LoopbackServer? {
    script("cut", "\(port)", "\(bytes)", "\(times)")
  }

  /// Accepts connections and says nothing.
  static func silent() -> LoopbackServer? { script("silent") }

  /// What these tests need, and this machine may lack.
  static var isAvailable: Bool {
    isProgram("/usr/bin/python3") && isProgram("/usr/bin/git")
      && gitPrograms.contains { isProgram($0 + "/git-daemon") }
      && gitPrograms.contains { isProgram($0 + "/git-http-backend") }
  }

  private static let gitPrograms = ["/usr/lib/git-core", "/usr/libexec/git-core"]

  private static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }

  private init(port: Int, process: pid_t) {
    self.port = port
    self.process = process
  }

  deinit {
    kill(-process, SIGKILL)
    waitpid(process, nil, 0)
  }

  private static func script(_ arguments: String...) -> LoopbackServer? {
    let path =
      "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
      + "/Loopback/loopback.py"
    return listening { port in ["/usr/bin/python3", path, "\(port)"] + arguments }
  }

  /// Starts a server on a free port; on another one where somebody else took it first.
  private static func listening(_ arguments: (Int) -> [String]) -> LoopbackServer? {
    for _ in 0..<5 {
      guard let port = freePort(), let process = start(arguments(port)) else { return nil }
      let server = LoopbackServer(port: port, process: process)
      if server.isListening() { return server }
    }
    return nil
  }

  private static func start(_ arguments: [String]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let argv = arguments.map { strdup($0) } + [nil]
    let variables: [String] = ["PATH=/usr/bin:/bin", "HOME=/nonexistent"]
    let envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process = pid_t()
    return posix_spawn(&process, arguments[0], &actions, &attributes, argv, envp) == 0
      ? process : nil
  }

  /// A port that nobody listens on, a moment ago at least.
  private static func freePort() -> Int? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        bind(descriptor, name, length) == 0 ? getsockname(descriptor, name, &length) : -1
      }
    }
    return code == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
  }

  /// Waits until the server answers on its port; false where it ended instead.
  private func isListening() -> Bool {
    for _ in 0..<400 {
      var state = siginfo_t()
      let isChild = waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0
      if !isChild || state.si_signo == SIGCHLD { return false }
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = Self.loopback(port)
      let code = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      close(descriptor)
      if code == 0 { return true }
      usleep(50_000)
    }
    return false
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

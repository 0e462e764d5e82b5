import FactCache

/// What of the machine and its user matters to the tool.
struct MachineExamination {
  /// The folder that is worked in.
  let folder: String

  /// All that was seen.
  var observations: [Observation] { [program] + git + [cache] + terminal }

  private var program: Observation {
    .ok("academy \(Academy.version): \(FileSystem.real("/proc/self/exe") ?? "academy")")
  }

  private var git: [Observation] {
    guard let version = GitProgram.ask("version", in: "/") else {
      return [
        .problem(
          "there is no Git, so sources cannot be fetched and nothing can be committed",
          help: "install it: on Debian, `apt-get install git`")
      ]
    }
    let words = version.replacing("git version ", with: "")
    guard GitProgram.isRecent(version) else {
      let (major, minor) = GitProgram.oldest
      return [
        .problem(
          "Git \(words) is too old to fetch sources",
          help: "install Git \(major).\(minor) or a later one")
      ]
    }
    return [.ok("Git \(words)"), author]
  }

  /// Whom commits are by.
  private var author: Observation {
    let name = GitProgram.ask("config", "user.name", in: folder) ?? ""
    let email = GitProgram.ask("config", "user.email", in: folder) ?? ""
    if !name.isEmpty, !email.isEmpty { return .ok("commits are by \(name) <\(email)>") }
    return .note(
      "Git does not know who commits",
      help:
        "git config --global user.name \"Ana Novak\" && git config --global user.email ana@office.example"
    )
  }

  private var cache: Observation {
    guard let folder = CacheFolder.ofUser else { return .note(ToolFailure.noCacheFolder) }
    guard let cache = CacheOptions.open() else {
      return .note(
        "the cache in \(folder) cannot be used, so each run finds out everything again",
        help: "make the folder writable, or set ACADEMY_CACHE to another one")
    }
    let (facts, bytes) = cache.status()
    return .ok("cache: \(folder), \(facts) facts, \(CacheStatusCommand.megabytes(bytes))")
  }

  private var terminal: [Observation] {
    guard Console.outputIsTerminal || Console.errorIsTerminal else { return [] }
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { Environment.value($0) }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
    if isUTF8 { return [.ok("terminal: \(locale)")] }
    return [
      .note(
        "the terminal is not set to UTF-8, so accents may look odd", help: "export LANG=C.UTF-8")
    ]
  }
}

extension Observation {
  static func note(_ failure: ToolFailure) -> Observation {
    .note(failure.message, help: failure.help)
  }
}

/// Why a repository could not be fetched.
struct FetchFailure: Error, Equatable {
  /// What happened, in one sentence without a full stop.
  let message: String
  /// What to do about it, in one sentence.
  let help: String?
  /// Whether it may go well the next time.
  let isTransient: Bool

  init(_ message: String, help: String? = nil, isTransient: Bool = false) {
    self.message = message
    self.help = help
    self.isTransient = isTransient
  }

  /// Nothing was heard for a while.
  static func silent(_ seconds: Int) -> FetchFailure {
    FetchFailure(
      "nothing came for \(seconds) seconds",
      help: "try again later, or give it longer with --timeout", isTransient: true)
  }

  /// What Git's words mean.
  init(git said: String) {
    let text = said.lowercased()
    func says(_ phrases: String...) -> Bool { phrases.contains { text.contains($0) } }
    if says("host key verification failed") {
      self.init(
        "the host's key is not known", help: "connect once with `ssh`, and compare the key")
    } else if says(
      "authentication failed", "could not read username", "could not read password",
      "permission denied", "terminal prompts disabled", "error: 401", "error: 403")
    {
      self.init(
        "access was denied",
        help: "see whether `ssh-add -l` lists your key, or `git config credential.helper` names a "
          + "helper that knows the password; nothing is asked for here")
    } else if says(
      "could not resolve host", "name or service not known", "temporary failure in name resolution",
      "unable to look up")
    {
      self.init(
        "the host's name is not known, or there is no network",
        help: "see whether the address is spelled right", isTransient: true)
    } else if says("connection refused", "failed to connect", "couldn't connect") {
      self.init(
        "no connection could be made", help: "see whether the server runs", isTransient: true)
    } else if says(
      "early eof", "hung up unexpectedly", "unexpected disconnect", "connection reset",
      "rpc failed",
      "connection timed out", "operation timed out", "operation too slow", "broken pipe",
      "error: 500", "error: 502", "error: 503", "error: 504", "cannot lock ref",
      "transfer closed", "invalid index-pack output", "unable to write to standard output")
      && !says("repository not exported", "not found", "does not exist", "does not appear")
    {
      self.init("the transfer broke off", help: "try again later", isTransient: true)
    } else if says(
      "not found", "does not exist", "does not appear to be a git repository",
      "repository not exported", "no such file", "error: 404", "not a git repository")
    {
      self.init(
        "there is no such repository, or you may not see it",
        help: "see whether the address is spelled right")
    } else {
      let lines = said.split(whereSeparator: \.isNewline)
      let last = lines.last { $0.hasPrefix("fatal:") } ?? lines.last ?? "Git said nothing"
      let fact = last.hasPrefix("fatal: ") ? last.dropFirst(7) : last
      self.init(String(fact.prefix(300)))
    }
  }
}

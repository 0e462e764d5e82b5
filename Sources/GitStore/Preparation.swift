extension Repository {
  /// Starts what all repositories need, which takes a few milliseconds: the library reads the system's
  /// certificates. A thread that would wait can do so beforehand; what fails is told when one is opened.
  public static func prepare() {
    try? LibGit2.start()
  }
}

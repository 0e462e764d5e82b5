import SourceCore

extension FactKey {
  /// The key of a kind of facts found out by one build of the tool, from all they depend on.
  ///
  /// A dependency that is left out is the worst fault a key can have: describe too much rather than
  /// too little.
  public init(
    _ kind: String, build: [UInt8], _ describe: (inout FactWriter) -> Void
  ) {
    var writer = FactWriter()
    writer.text(kind)
    writer.data(build)
    describe(&writer)
    self.init(digest: SHA256.hash(writer.bytes))!
  }
}

import SourceCore

/// Parses a document: blocks first, so that every definition is known, then the inlines of each.
enum Parser {
  static func parse(
    _ source: [UInt8], _ options: ParseOptions, _ shared: SharedDefinitions?
  ) -> (Arena, [ParseProblem]) {
    source.withUnsafeBufferPointer { all in
      // Offsets have 32 bits; nothing beyond them is read.
      let bytes = ByteView(rebasing: all[0..<min(all.count, Int(UInt32.max) - 1)])
      var blocks = BlockParser(bytes, options)
      blocks.parse(frontMatter: options.frontMatter)
      var problems = blocks.problems
      var writer = TreeWriter(blocks, options, shared)
      let arena = writer.write()
      if !writer.unclosedShortcodes.isEmpty {
        problems += writer.unclosedShortcodes.map { ParseProblem(.unclosedShortcode, $0) }
        problems.sort { $0.range < $1.range }
      }
      return (arena, problems)
    }
  }
}

import CCMarkGFM
import Glibc
import Markdown

/// Prints how fast this project's parser and cmark-gfm's read the same files, in one process:
/// megabytes per second of processor time, the best of several rounds.
@main
enum MarkdownBench {
  static func main() {
    let paths = CommandLine.arguments.dropFirst()
    let files = paths.compactMap(read)
    guard !files.isEmpty else {
      print("usage: MarkdownBench FILE...")
      exit(2)
    }
    let size = files.reduce(0) { $0 + $1.count }
    // Enough repetitions that a round takes a good part of a second.
    let repetitions = max(1, 20_000_000 / size)
    print("\(files.count) files, \(size) bytes, \(repetitions) times a round")
    let options = ParseOptions(dialect: .gfm, frontMatter: false)
    var nodes = 0
    measure("academy", size * repetitions) {
      for _ in 0..<repetitions {
        for file in files { nodes &+= Document(file, options: options).nodeCount }
      }
    }
    cmark_gfm_core_extensions_ensure_registered()
    measure("cmark-gfm", size * repetitions) {
      for _ in 0..<repetitions {
        for file in files { parseWithCMark(file) }
      }
    }
    print("\(nodes) nodes")
  }

  private static func measure(_ name: String, _ bytes: Int, _ work: () -> Void) {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = clock()
      work()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print("\(name): \((Double(bytes) / best / 1e5).rounded() / 10) MB/s")
  }

  private static func parseWithCMark(_ file: [UInt8]) {
    let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES)
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    unsafe file.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    unsafe cmark_node_free(cmark_parser_finish(parser))
    unsafe cmark_parser_free(parser)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

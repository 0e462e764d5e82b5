import Glibc

/// Questions that are put to a person at a terminal.
struct Questions {
  /// Whether somebody is there to answer.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && Console.errorIsTerminal }

  /// Asks until the answer will do.
  ///
  /// - Parameters:
  ///   - fallback: what an empty line means; nil where something has to be said.
  ///   - read: makes what is wanted of an answer, or throws what is wrong with it.
  static func ask<Answer>(
    _ question: String, fallback: String?, read: (String) throws -> Answer
  ) throws -> Answer {
    while true {
      let offer = fallback.map { $0.isEmpty ? " (may be left empty)" : " [\($0)]" } ?? ""
      Console.error("\(question)\(offer): ")
      guard let line = readLine() else {
        Console.error("\n")
        throw ToolFailure("the questions were broken off, so nothing was written")
      }
      let answer = ManifestDraft.oneLine(line).split(separator: " ").joined(separator: " ")
      guard let text = answer.isEmpty ? fallback : answer else { continue }
      do {
        return try read(text)
      } catch let failure as ToolFailure {
        Console.error(failure.rendered)
      }
    }
  }
}

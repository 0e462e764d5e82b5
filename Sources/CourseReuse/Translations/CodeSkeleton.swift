import SourceCore

/// A program without what a translator may change: its comments and the contents of its strings.
enum CodeSkeleton {
  /// The language that a code block's info string names, in lower case.
  static func language(_ info: String) -> String {
    let word = info.utf8.drop { $0 <= 0x20 || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ".") }
      .prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "{")
      }
    return asciiLowercased(String(decoding: Array(word), as: UTF8.self))
  }

  /// A hash of what has to stay; nil for what is no program (output, text, data, markup).
  static func of(_ code: [UInt8], _ language: String) -> UInt64? {
    guard let syntax = syntaxes[language] else { return nil }
    var hash = TextHash()
    var i = 0
    var hadBlank = true
    func starts(_ text: [UInt8]) -> Bool {
      !text.isEmpty && i + text.count <= code.count
        && code[i..<i + text.count].elementsEqual(text)
    }
    while i < code.count {
      let byte = code[i]
      // `$#` and `a#b` begin no comment in a shell.
      if starts(syntax.line), syntax.line != hashMark || hadBlank {
        while i < code.count, code[i] != 0x0A { i += 1 }
        continue
      }
      if starts(syntax.open) {
        i += syntax.open.count
        while i < code.count, !starts(syntax.close) { i += 1 }
        i += syntax.close.count
        continue
      }
      if byte == 0x22 || byte == 0x27 || byte == 0x60 && syntax.hasTemplates {
        hash.add(0x22)
        hadBlank = false
        i = end(ofString: code, from: i)
        continue
      }
      if byte <= 0x20 {
        if !hadBlank { hash.add(0x20) }
        hadBlank = true
      } else {
        hash.add(byte)
        hadBlank = false
      }
      i += 1
    }
    // A comment at the end leaves its blank behind.
    if !hadBlank { hash.add(0x20) }
    return hash.value
  }

  /// The index behind a string; three quotes in a row open one that may hold lines.
  private static func end(ofString code: [UInt8], from start: Int) -> Int {
    let quote = code[start]
    let isLong =
      start + 2 < code.count && code[start + 1] == quote && code[start + 2] == quote
    var i = start + (isLong ? 3 : 1)
    while i < code.count {
      if code[i] == UInt8(ascii: "\\") {
        i += 2
        continue
      }
      if code[i] == quote {
        if !isLong { return i + 1 }
        if i + 2 < code.count, code[i + 1] == quote, code[i + 2] == quote { return i + 3 }
      }
      i += 1
    }
    return code.count
  }

  private struct Syntax: Sendable {
    var line: [UInt8] = []
    var open: [UInt8] = []
    var close: [UInt8] = []
    var hasTemplates = false
  }

  private static let hashMark: [UInt8] = [UInt8(ascii: "#")]

  private static let syntaxes: [String: Syntax] = {
    var syntaxes: [String: Syntax] = [:]
    for name in [
      "python", "py", "r", "rscript", "bash", "sh", "shell", "zsh", "console", "julia", "jl",
      "powershell", "ps1",
    ] {
      syntaxes[name] = Syntax(line: hashMark)
    }
    for name in ["js", "javascript", "ts", "typescript", "java", "scala", "c", "cpp", "rust", "go"]
    {
      syntaxes[name] = Syntax(
        line: Array("//".utf8), open: Array("/*".utf8), close: Array("*/".utf8),
        hasTemplates: true)
    }
    syntaxes["sql"] = Syntax(
      line: Array("--".utf8), open: Array("/*".utf8), close: Array("*/".utf8))
    for name in ["sas", "stata"] {
      syntaxes[name] = Syntax(open: Array("/*".utf8), close: Array("*/".utf8))
    }
    return syntaxes
  }()
}

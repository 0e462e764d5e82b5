import Patterns

/// Checks texts that programs read: pointers, identifiers, regular expressions.
enum SyntaxCheck {
  static func uuid(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
      }
  }

  static func relativePointer(_ text: String) -> Bool {
    let steps = text.prefix { $0.isASCII && $0.isNumber }
    guard JSONPointer.index(String(steps)) != nil else { return false }
    let rest = String(text.dropFirst(steps.count))
    return rest == "#" || JSONPointer.parts(rest) != nil
  }

  static func regex(_ text: String) -> ValueFormat.Failure? {
    do {
      _ = try Pattern(text)
      return nil
    } catch {
      return ValueFormat.Failure(reason: error.message, help: "write it as in JavaScript")
    }
  }
}

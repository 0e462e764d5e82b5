import SourceCore

/// Gives the files of a bundle names that every system accepts, no two equal but for case.
struct SafeName {
  /// Names taken, folded to one case; Swift compares strings by canonical equivalence, so that two
  /// spellings of `é` count as one, as they do on macOS.
  private var taken: Set<String> = []
  /// The number that the next path with a name that is taken tries first, by that path.
  private var numbers: [String: Int] = [:]

  /// Longest part of a path, in bytes; file systems take 255, older archive readers less.
  private static let longest = 120

  /// Takes a path as it is: for what the tool itself adds.
  mutating func take(_ path: String) { taken.insert(path.lowercased()) }

  /// A free path as near to `path` as possible.
  mutating func unique(_ path: String) -> String {
    if Self.isSafePath(path), taken.insert(asciiLowercased(path)).inserted { return path }
    let parts = path.split(separator: "/").map { Self.part(String($0)) }
    let wanted = parts.joined(separator: "/")
    let folded = wanted.lowercased()
    if taken.insert(folded).inserted { return wanted }
    let (stem, ending) = Self.split(parts.last ?? "")
    while true {
      let number = numbers[folded, default: 2]
      numbers[folded] = number + 1
      let name = (parts.dropLast() + ["\(stem)-\(number)\(ending)"]).joined(separator: "/")
      if taken.insert(name.lowercased()).inserted { return name }
    }
  }

  /// One part of a path without what any system refuses or a shell would read otherwise.
  static func part(_ name: String) -> String {
    if isSafe(name) { return name }
    var out = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if isKept(scalar) {
        out.append(scalar)
      } else if out.last != "-" {
        out.append("-")
      }
    }
    // A leading dot hides a file, a leading hyphen is an option, a trailing dot vanishes on Windows.
    while let first = out.first, first == "." || first == "-" { out.removeFirst() }
    while let last = out.last, last == "." || last == "-" { out.removeLast() }
    var (stem, ending) = split(String(out))
    if ending.utf8.count > 20 {
      stem += ending
      ending = ""
    }
    while stem.utf8.count + ending.utf8.count > longest { stem.unicodeScalars.removeLast() }
    if stem.isEmpty { stem = "file" }
    return isReserved(stem) ? stem + "-file" + ending : stem + ending
  }

  /// Whether a name is plainly one that stays as it is.
  private static func isSafe(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { unsafe isSafe($0) }
  }

  /// Whether that is true of each part of a path.
  private static func isSafePath(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { path in
      var start = 0
      for index in 0...path.count {
        if index < path.count, unsafe path[index] != UInt8(ascii: "/") { continue }
        guard unsafe isSafe(UnsafeBufferPointer(rebasing: path[start..<index])) else {
          return false
        }
        start = index + 1
      }
      return true
    }
  }

  private static func isSafe(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...longest).contains(name.count) else { return false }
    var dot: Int?
    for index in name.indices {
      let byte = unsafe name[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        break
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 || index == name.count - 1 { return false }
        if byte == UInt8(ascii: "."), dot == nil { dot = index }
      default: return false
      }
    }
    // Names of devices have three or four letters.
    return !(3...4).contains(dot ?? name.count)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "-" || scalar == "_" || scalar == "." || ("a"..."z").contains(scalar)
        || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Stem and ending with its dot.
  private static func split(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.unicodeScalars.lastIndex(of: "."), dot != name.unicodeScalars.startIndex
    else { return (name, "") }
    return (String(name.unicodeScalars[..<dot]), String(name.unicodeScalars[dot...]))
  }

  /// Whether Windows keeps a name for a device, whatever its ending.
  static func isReserved(_ name: some StringProtocol) -> Bool {
    let stem = asciiLowercased(name.prefix { $0 != "." })
    switch stem {
    case "con", "prn", "aux", "nul": return true
    default:
      guard stem.utf8.count == 4, stem.hasPrefix("com") || stem.hasPrefix("lpt"),
        let digit = stem.utf8.last
      else { return false }
      return digit >= UInt8(ascii: "0") && digit <= UInt8(ascii: "9")
    }
  }
}

import SourceCore

/// A file that holds a licence's text: `LICENSE`, `LICENCE.md`, `COPYING`, `LICENSES/MIT.txt`, …
public struct LicenceFile: Sendable {
  /// Path below the root of the tree that the course was read from.
  public let path: RepoPath
  /// SPDX ids of the licences whose text it is; empty where none of the main ones is recognised.
  public let ids: [String]

  /// Whether a file of this path, below the folder of a course or of its repository, is one.
  static func isName(_ path: RepoPath) -> Bool {
    let parts = path.components
    guard let first = parts.first, parts.count <= 2, first.utf8.count < 80 else { return false }
    let name = asciiLowercased(first)
    // REUSE keeps the texts in a folder of their own.
    if parts.count == 2 { return name == "licenses" }
    return names.contains { prefix in
      guard name.hasPrefix(prefix) else { return false }
      guard let next = name.utf8.dropFirst(prefix.utf8.count).first else { return true }
      return next == UInt8(ascii: ".") || next == UInt8(ascii: "-") || next == UInt8(ascii: "_")
    }
  }

  private static let names = [
    "license", "licence", "copying", "unlicense", "licencia", "licenses", "licences", "copyright",
  ]

  /// How all of these names begin, in bytewise order.
  private static let beginnings = ["cop", "lic", "unl"].flatMap { word in
    word.reduce([""]) { begun, letter in
      begun.flatMap { [$0 + letter.uppercased(), $0 + String(letter)] }
    }
  }.sorted { $0.precedesBytewise($1) }

  /// The files in the course's folder; else those of the nearest folder above it that has any.
  public static func find(for folder: RepoPath, in view: any TreeView, limit: Int)
    -> [LicenceFile]
  {
    let entries = view.entries
    var place = folder
    while true {
      let start = place.isRoot ? "" : place.string + "/"
      // A repository may hold thousands of courses, so their files are not looked through for each.
      let found = beginnings.flatMap { beginning in
        entries.beginning(with: start + beginning).filter { entry in
          entry.isFile && entry.path.relative(to: place).map(isName) == true
        }
      }
      if !found.isEmpty || place.isRoot {
        return found.map { entry in
          let bytes = (try? view.read(entry, limit: limit)) ?? []
          return LicenceFile(path: entry.path, ids: LicenceText.ids(in: bytes))
        }
      }
      place = place.parent
    }
  }
}

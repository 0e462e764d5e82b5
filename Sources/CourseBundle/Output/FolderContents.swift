import SourceCore

/// The files of a bundle as a tree of folders.
struct FolderContents {
  private var files: [String: [UInt8]] = [:]
  private var folders: [String: FolderContents] = [:]

  /// Sorts files into folders by their paths.
  init(_ files: [BundleFile]) {
    for file in files { insert(file.bytes, at: file.path.split(separator: "/")[...]) }
  }

  private init() {}

  private mutating func insert(_ bytes: [UInt8], at parts: ArraySlice<Substring>) {
    guard let first = parts.first else { return }
    if parts.count == 1 {
      files[String(first)] = bytes
    } else {
      folders[String(first), default: FolderContents()].insert(bytes, at: parts.dropFirst())
    }
  }

  private var names: [String] {
    (Array(files.keys) + Array(folders.keys)).sorted {
      $0.precedesBytewise($1)
    }
  }

  /// Whether a folder holds exactly these files, byte for byte.
  func equal(_ folder: borrowing Folder) throws(OutputFailure) -> Bool {
    guard try folder.names() == names else { return false }
    for (name, bytes) in files {
      guard folder.kind(of: name) == .file, folder.holds(bytes, in: name) else { return false }
    }
    for (name, contents) in folders {
      guard folder.kind(of: name) == .folder, try contents.equal(folder.folder(name)) else {
        return false
      }
    }
    return true
  }

  /// Writes all files into an empty folder.
  func write(to folder: borrowing Folder) throws(OutputFailure) {
    for name in names {
      if let bytes = files[name] { try folder.write(bytes, to: name) }
      if let contents = folders[name] {
        try contents.write(to: folder.folder(name, making: true))
      }
    }
  }

  /// Writes all files into an empty folder; those that `old` holds unchanged are linked, and so
  /// keep the time at which they were written.
  func write(to folder: borrowing Folder, reusing old: borrowing Folder) throws(OutputFailure) {
    for name in names {
      if let bytes = files[name] {
        if old.holds(bytes, in: name), folder.link(name, from: old) { continue }
        try folder.write(bytes, to: name)
      }
      guard let contents = folders[name] else { continue }
      let target = try folder.folder(name, making: true)
      if old.kind(of: name) == .folder {
        try contents.write(to: target, reusing: old.folder(name))
      } else {
        try contents.write(to: target)
      }
    }
  }
}

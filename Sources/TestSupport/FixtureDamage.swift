import CLibGit2
import SourceCore

extension FixtureRepository {
  /// Path of the file that holds an object, as long as it is not packed.
  public func objectFile(_ id: ObjectID) -> String {
    "\(gitDirectory)/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
  }

  /// Removes an object that is not packed.
  public func deleteObject(_ id: ObjectID) { Files.remove(objectFile(id)) }

  /// Cuts the file of an object that is not packed.
  public func truncateObject(_ id: ObjectID, to size: Int) throws(FixtureError) {
    try Files.truncate(objectFile(id), to: size)
  }

  /// Puts another object's file in the place of an object's.
  public func replaceObject(_ id: ObjectID, with other: ObjectID) throws(FixtureError) {
    let bytes = try Files.read(objectFile(other))
    deleteObject(id)
    try Files.write(objectFile(id), bytes)
  }

  /// Writes bytes, header and all, in the place of an object's.
  public func replaceObject(_ id: ObjectID, deflating bytes: [UInt8]) throws(FixtureError) {
    var file = [UInt8](repeating: 0, count: bytes.count + 100)
    var count = file.count
    try expect("deflate", unsafe academy_git_deflate(&file, &count, bytes, bytes.count))
    deleteObject(id)
    try Files.write(objectFile(id), Array(file[..<count]))
  }

  /// Moves all objects into one pack.
  public func pack() throws(FixtureError) {
    var builder: OpaquePointer?
    try expect("pack", unsafe git_packbuilder_new(&builder, repository))
    defer { unsafe git_packbuilder_free(builder) }
    let ids = try allObjects()
    for id in ids {
      var gitID = id.gitID
      try expect("pack \(id)", unsafe git_packbuilder_insert(builder, &gitID, nil))
    }
    try expect("pack", unsafe git_packbuilder_write(builder, nil, 0, nil, nil))
    for id in ids { deleteObject(id) }
  }

  /// Path of the only pack.
  public var packFile: String {
    get throws(FixtureError) {
      let folder = gitDirectory + "/objects/pack"
      guard let name = try Files.names(in: folder).first(where: { $0.hasSuffix(".pack") }) else {
        throw FixtureError("there is no pack in \(folder)")
      }
      return "\(folder)/\(name)"
    }
  }

  /// Cuts the only pack.
  public func truncatePack(to size: Int) throws(FixtureError) {
    try Files.truncate(packFile, to: size)
  }

  /// Keeps the index locked, as a Git command that died does.
  public func lockIndex() throws(FixtureError) { try Files.write(gitDirectory + "/index.lock", []) }

  private func allObjects() throws(FixtureError) -> [ObjectID] {
    var database: OpaquePointer?
    try expect("database", unsafe git_repository_odb(&database, repository))
    defer { unsafe git_odb_free(database) }
    var ids: Set<ObjectID> = []
    try expect(
      "objects",
      unsafe withUnsafeMutablePointer(to: &ids) {
        unsafe git_odb_foreach(
          database,
          { id, payload in
            guard let id = unsafe id, let payload = unsafe payload else { return 0 }
            let ids = unsafe payload.assumingMemoryBound(to: Set<ObjectID>.self)
            unsafe ids.pointee.insert(ObjectID(id.pointee))
            return 0
          }, $0)
      })
    return ids.sorted()
  }
}

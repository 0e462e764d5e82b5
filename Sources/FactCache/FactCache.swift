import CLibSQLite
import Glibc
import SourceCore

/// Facts kept in one SQLite file, shared by all processes of a user.
///
/// Whatever goes wrong with the file, the caller only misses facts: a damaged file is deleted and
/// told, a busy or full one is left alone. It belongs to one thread.
public final class FactCache: FactStore {
  /// Name of the file in the cache's folder.
  public static let fileName = "facts.sqlite"
  /// Bytes that the file may take up where nothing else is said.
  public static let defaultLimit = 256 << 20

  /// Tells this build of the tool from others.
  public let build: [UInt8]
  private let folder: String
  private let limit: Int
  private let note: (String) -> Void
  private let lock: SharedLock
  private var database: Database?
  /// The number of this run among those that wrote.
  private var run = 0
  /// Facts that were read and are not marked as used by a late run.
  private var touched: [Int64] = []

  /// Opens the cache in a folder; nil where there can be none, as on a disk that is read-only.
  ///
  /// - Parameters:
  ///   - limit: how many bytes the file may take up.
  ///   - note: told where a damaged file had to be deleted.
  public init?(
    folder: String, build: [UInt8], limit: Int = defaultLimit, note: @escaping (String) -> Void
  ) {
    guard Self.makeFolder(folder), let lock = SharedLock("\(folder)/facts.lock") else { return nil }
    self.folder = folder
    self.build = build
    self.limit = limit
    self.note = note
    self.lock = lock
    for _ in 0..<2 where database == nil {
      do throws(CacheError) {
        try open()
      } catch {
        guard error.isDamage, drop() else { return nil }
      }
    }
    guard database != nil else { return nil }
  }

  private var path: String { "\(folder)/\(Self.fileName)" }

  private func open() throws(CacheError) {
    let opened = try Database(path)
    run = try opened.number("SELECT latest FROM runs")
    database = opened
  }

  // MARK: - Reading and writing

  /// What is known under each of the keys, in their order; nil for what is not.
  public func values(for keys: [FactKey]) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: keys.count)
    attempt { (database) throws(CacheError) in
      try database.transaction(reading: true) { () throws(CacheError) in
        let select = try database.statement("SELECT rest, used, value FROM facts WHERE id = ?1")
        for i in Self.inOrder(keys) {
          let (id, rest) = Self.columns(keys[i])
          select.bind(1, id)
          if try select.step(), select.bytes(0) == rest {
            let value = try select.checkedBytes(2)
            values[i] = value
            let patience =
              value.count > Self.longRow ? Self.longPatience : Self.patience
            if Int(select.number(1)) + patience < run, touched.count < Self.touchLimit {
              touched.append(id)
            }
          }
          select.reset()
        }
      }
    }
    return values
  }

  /// Keeps values, all in one transaction.
  public func put(_ facts: [(key: FactKey, value: [UInt8])]) {
    if facts.isEmpty { return }
    attempt { (database) throws(CacheError) in
      try database.transaction { () throws(CacheError) in
        try database.run("UPDATE runs SET latest = latest + 1")
        run = try database.number("SELECT latest FROM runs")
        let insert = try database.statement("INSERT OR REPLACE INTO facts VALUES (?1, ?2, ?3, ?4)")
        for i in Self.inOrder(facts.map(\.key)) {
          let fact = facts[i]
          if fact.value.count >= limit / 4 { continue }
          let (id, rest) = Self.columns(fact.key)
          insert.bind(1, id)
          insert.bind(2, rest)
          insert.bind(3, Int64(run))
          insert.bind(4, Checksum.of(fact.value) + fact.value)
          _ = try insert.step()
          insert.reset()
        }
        try markTouched(in: database)
        if try database.size > limit { try evict(from: database) }
      }
      // Outside of the transaction, and of no consequence where another process is busy.
      database.shortenJournal()
      if try database.number("PRAGMA freelist_count") > 0 {
        try? database.run("PRAGMA incremental_vacuum")
      }
    }
  }

  /// Deletes all facts; other processes may go on using the cache.
  public func clear() {
    attempt { (database) throws(CacheError) in
      try database.run("DELETE FROM facts; PRAGMA incremental_vacuum;")
      try? database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// How many facts there are, and how many bytes they take up.
  public func status() -> (facts: Int, bytes: Int) {
    var status = (facts: 0, bytes: 0)
    attempt { (database) throws(CacheError) in
      status = (try database.number("SELECT COUNT(*) FROM facts"), try database.size)
    }
    return status
  }

  // MARK: - Age

  /// After how many further runs that write a fact that is used is marked so again.
  private static let patience = 4
  /// Marking a row writes all of it again, so that a long one is marked less often.
  private static let longPatience = 64
  private static let longRow = 1 << 16
  /// How many facts a run marks at most: each mark writes a page of the file, and the runs to come
  /// mark the others.
  private static let touchLimit = 128

  private func markTouched(in database: Database) throws(CacheError) {
    let update = try database.statement("UPDATE facts SET used = ?2 WHERE id = ?1")
    for id in touched {
      update.bind(1, id)
      update.bind(2, Int64(run))
      _ = try update.step()
      update.reset()
    }
    touched = []
  }

  /// Deletes what was not used for longest, until a quarter of the limit is free.
  private func evict(from database: Database) throws(CacheError) {
    var surplus = try database.size - limit / 4 * 3
    var oldest: [Int64] = []
    do {
      let ages = try database.statement(
        "SELECT used, SUM(LENGTH(value) + 64) FROM facts GROUP BY used ORDER BY used")
      while surplus > 0, try ages.step() {
        surplus -= Int(ages.number(1))
        oldest.append(ages.number(0))
      }
    }
    guard let last = oldest.last else { return }
    try database.run("DELETE FROM facts WHERE used < \(last)")
    // Ids are as good as random, so this is about half of the facts of one age.
    let half = surplus < 0 && Int64(run) == last ? " AND id > 0" : ""
    try database.run("DELETE FROM facts WHERE used = \(last)\(half)")
  }

  // MARK: - Faults

  /// Does something with the database where there is one; a fault ends its use.
  private func attempt(_ body: (Database) throws(CacheError) -> Void) {
    guard let database else { return }
    do throws(CacheError) {
      try body(database)
    } catch {
      guard error.isDamage else { return }
      self.database = nil
      _ = drop()
    }
  }

  /// Deletes damaged files; false where another process has them open.
  private func drop() -> Bool {
    guard lock.takeAlone() else {
      note("the cache \(path) is damaged; it is not used until nobody else has it open")
      return false
    }
    for ending in ["", "-wal", "-shm", "-journal"] { unsafe unlink(path + ending) }
    note("the cache \(path) was damaged and has been deleted; it fills again by itself")
    return lock.share()
  }

  // MARK: - Rows

  /// The places of keys in the order of their rows, so that each page of the file is gone to once.
  private static func inOrder(_ keys: [FactKey]) -> [Int] {
    keys.indices.sorted {
      Int64(bitPattern: keys[$0].words.0) < Int64(bitPattern: keys[$1].words.0)
    }
  }

  /// The first bits make the row's number, the others tell whether it is really the key's row.
  private static func columns(_ key: FactKey) -> (id: Int64, rest: [UInt8]) {
    var rest: [UInt8] = []
    rest.reserveCapacity(24)
    for word in [key.words.1, key.words.2, key.words.3] {
      for shift in stride(from: 56, through: 0, by: -8) {
        rest.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return (Int64(bitPattern: key.words.0), rest)
  }

  private static func makeFolder(_ path: String) -> Bool {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex,
      !makeFolder(String(path[..<slash]))
    {
      return false
    }
    return unsafe mkdir(path, 0o700) == 0 || errno == EEXIST
  }
}

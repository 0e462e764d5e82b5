/// How many threads may share work; what they make is the same for any number.
public struct Workers: Sendable, Hashable {
  /// At least one.
  public let count: Int

  /// The calling thread alone.
  public static let one = Workers(1)

  /// Takes a number of threads; fewer than one are one.
  public init(_ count: Int) { self.count = max(1, count) }

  /// What `make` gives for each index below `total`, in the order of the indices.
  ///
  /// Each task takes the next `turn` indices when it is done with its last, so that long pieces of
  /// work should come first.
  func map<Made: Sendable>(
    _ total: Int, turn: Int = 1, _ make: @escaping @Sendable (Int) -> Made
  ) async -> [Made] {
    var made: [Made] = []
    made.reserveCapacity(total)
    await each(total, turn: turn, make) { made.append($0) }
    return made
  }

  /// Hands what `make` gives for each index below `total` to `take`, in the order of the indices and
  /// as soon as it may, so that not all of it need be held.
  func each<Made: Sendable>(
    _ total: Int, turn: Int = 1, _ make: @escaping @Sendable (Int) -> Made, take: (Made) -> Void
  ) async {
    let turns = (total + turn - 1) / turn
    let tasks = min(count, turns)
    if tasks <= 1 {
      for index in 0..<total { take(make(index)) }
      return
    }
    await withTaskGroup(of: (Int, [Made]).self) { group in
      // What came before its turn, by its number.
      var early: [Int: [Made]] = [:]
      var taken = 0
      func add(_ number: Int) {
        group.addTask {
          Self.reserve()
          return (number, (number * turn..<min(total, (number + 1) * turn)).map(make))
        }
      }
      var next = tasks
      for number in 0..<tasks { add(number) }
      while let (number, values) = await group.next() {
        if next < turns { add(next) }
        next += 1
        early[number] = values
        while let values = early.removeValue(forKey: taken) {
          for value in values { take(value) }
          taken += 1
        }
      }
    }
  }

  /// Lets the thread's share of memory grow in one step; it would grow by a page at a time, each
  /// with a call of the system that the other threads wait for.
  private static func reserve() {
    unsafe UnsafeMutableRawPointer.allocate(byteCount: 1 << 20, alignment: 16).deallocate()
  }

  /// What `make` gives for each piece of work, in the order of the pieces; those that weigh most are
  /// begun first.
  func map<Piece: Sendable, Made: Sendable>(
    _ pieces: [Piece], weighing weight: (Piece) -> Int, _ make: @escaping @Sendable (Piece) -> Made
  ) async -> [Made] {
    let weights = pieces.map(weight)
    let order = pieces.indices.sorted {
      weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
    }
    let made = await map(order.count) { (order[$0], make(pieces[order[$0]])) }
    return made.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

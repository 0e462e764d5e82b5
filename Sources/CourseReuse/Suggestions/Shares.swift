/// Work in shares, one for each task; the results are in the order of the tasks.
enum Shares {
  /// Runs `body` once for each task; on the calling one where there is only one.
  static func run<Result: Sendable>(
    _ tasks: Int, _ body: @escaping @Sendable (_ task: Int) throws -> Result
  ) async throws -> [Result] {
    if tasks <= 1 { return [try body(0)] }
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      for task in 0..<tasks { group.addTask { (task, try body(task)) } }
      var results = [Result?](repeating: nil, count: tasks)
      for try await (task, result) in group { results[task] = result }
      return results.compactMap(\.self)
    }
  }
}

import StructuredData

extension Evaluation {
  /// `multipleOf`, `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`.
  mutating func numberHolds(
    _ check: SchemaCheck, _ schema: Int, _ place: Int
  ) throws(SchemaLimit) -> Bool {
    guard let number = ExactNumber(instance.node(place)) else { return true }
    let numbers = program.tables.numbers
    switch check {
    case .multipleOf(let i):
      guard let isMultiple = number.isMultiple(of: numbers[i]) else {
        throw SchemaLimit("a number has too many digits to be divided", at: program.uri(schema))
      }
      return isMultiple
    case .minimum(let i): return number.order(to: numbers[i]).map { $0 >= 0 } ?? false
    case .maximum(let i): return number.order(to: numbers[i]).map { $0 <= 0 } ?? false
    case .exclusiveMinimum(let i): return number.order(to: numbers[i]).map { $0 > 0 } ?? false
    case .exclusiveMaximum(let i): return number.order(to: numbers[i]).map { $0 < 0 } ?? false
    default: return true
    }
  }
}

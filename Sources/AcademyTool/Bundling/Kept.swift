/// Something that is kept until the process ends.
///
/// To give back a course of thousands of lessons piece by piece takes longer than to end with it.
final class Kept: Sendable {
  private let value: any Sendable

  private init(_ value: any Sendable) { self.value = value }

  /// Keeps a value to the end.
  static func toTheEnd(_ value: some Sendable) { _ = unsafe Unmanaged.passRetained(Kept(value)) }
}

/// Something that is kept until the process ends.
///
/// To give back what is known of a course of thousands of lessons, piece by piece, takes longer than to
/// end with it.
final class Kept {
  private let value: Any

  private init(_ value: Any) { self.value = value }

  /// Keeps a value to the end, which is near.
  static func toTheEnd(_ value: Any) { _ = unsafe Unmanaged.passRetained(Kept(value)) }
}

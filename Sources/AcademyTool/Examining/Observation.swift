/// One thing that `academy doctor` has looked at.
struct Observation {
  /// What it means for the user.
  enum Weight: String {
    /// All is well.
    case ok
    /// It could be better, and most things work.
    case note
    /// Something does not work.
    case problem
  }

  /// What it means.
  let weight: Weight
  /// What was seen, in one sentence without a full stop.
  let text: String
  /// What to do about it.
  let help: String?

  static func ok(_ text: String) -> Observation {
    Observation(weight: .ok, text: text, help: nil)
  }

  static func note(_ text: String, help: String? = nil) -> Observation {
    Observation(weight: .note, text: text, help: help)
  }

  static func problem(_ text: String, help: String? = nil) -> Observation {
    Observation(weight: .problem, text: text, help: help)
  }

  static func problem(_ failure: ToolFailure) -> Observation {
    .problem(failure.message, help: failure.help)
  }

  /// The observation as printed.
  var rendered: String {
    let mark =
      switch weight {
      case .ok: "ok      "
      case .note: "note    "
      case .problem: "problem "
      }
    return mark + text + "\n" + (help.map { "          = help: \($0)\n" } ?? "")
  }
}

/// Where a value stands in a manifest or front matter.
struct InstancePath: Hashable {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  var steps: [Step] = []

  /// As a JSON pointer (RFC 6901): `/reuses/0/as`.
  var pointer: String {
    var text = ""
    for step in steps {
      text += "/"
      switch step {
      case .index(let i): text += String(i)
      case .key(let key): text += JSONPointer.escaped(key)
      }
    }
    return text
  }

  /// As an author would say it (`reuses[0].as`); empty for the whole document.
  var name: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let i): text += "[\(i)]"
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      }
    }
    return text
  }

  func appending(_ step: Step) -> InstancePath { InstancePath(steps: steps + [step]) }
}

import CourseBundle
import CourseLint
import CourseReuse
import SourceCore

/// The rules of all modules.
public enum AllRules {
  /// All rules, in bytewise order of their ids.
  public static let list: [any Rule] =
    (LintRules.all + ReuseRules.all + BundleRules.all + ToolRules.all)
    .sorted { $0.info.id.precedesBytewise($1.info.id) }

  /// Their descriptions by id.
  static let byID = Dictionary(uniqueKeysWithValues: list.map { ($0.info.id, $0.info) })

  /// The rule with an id or alias.
  static func rule(_ name: String) -> (any Rule)? {
    list.first { $0.info.id == name || $0.info.alias == name }
  }
}

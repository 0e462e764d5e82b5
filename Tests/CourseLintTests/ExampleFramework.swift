import CourseLint
import CourseModel
import Framework
import SourceCore

/// The framework that an example is held against: the file `framework.json` among its files, else
/// the one inside the tool.
enum ExampleFramework {
  static func of(
    _ files: [(path: String, file: Example.File, bytes: [UInt8])]
  ) -> Framework {
    guard let file = files.first(where: { $0.path == "framework.json" }) else { return .builtin }
    let names = ToolNames(
      rules: LintRules.all.map(\.info), layouts: CourseLayout.allCases.map(\.rawValue))
    let reading = Framework.load(file.bytes, path: file.path, names: names) { _ in .builtin }
    guard let framework = reading.framework else {
      preconditionFailure("\(reading.problems.map(\.message))")
    }
    return framework
  }
}

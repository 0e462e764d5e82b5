import SourceCore

/// What reading an office's framework document gave.
public struct FrameworkReading: Sendable {
  /// The framework; nil where the document has a fault.
  public let framework: Framework?
  /// Faults, and what the document loosens, in the order of the file.
  public let problems: [FrameworkProblem]

  init(framework: Framework?, problems: [FrameworkProblem]) {
    let isUsable = !problems.contains { $0.kind == .fault }
    self.framework = isUsable ? framework : nil
    self.problems = problems.sorted { $0.range < $1.range }
  }
}

extension Framework {
  /// Reads an office's framework document.
  ///
  /// - Parameters:
  ///   - path: whose ending says whether it is JSON or YAML.
  ///   - extending: gives the framework that the document extends.
  public static func load(
    _ bytes: [UInt8], path: String, names: ToolNames,
    extending: (FrameworkReference) throws(FrameworkProblem) -> Framework
  ) -> FrameworkReading {
    load(FrameworkDocument(bytes, path: path), names: names, extending: extending)
  }

  /// Reads one of the documents that `documents` gives.
  public static func load(
    kept: [UInt8], names: ToolNames,
    extending: (FrameworkReference) throws(FrameworkProblem) -> Framework
  ) -> FrameworkReading {
    load(FrameworkDocument(kept: kept), names: names, extending: extending)
  }

  private static func load(
    _ document: FrameworkDocument, names: ToolNames,
    extending: (FrameworkReference) throws(FrameworkProblem) -> Framework
  ) -> FrameworkReading {
    guard let reference = document.extends else {
      return FrameworkReading(framework: nil, problems: document.problems)
    }
    do {
      return document.reading(on: try extending(reference), names: names)
    } catch {
      return FrameworkReading(framework: nil, problems: document.problems + [error])
    }
  }
}

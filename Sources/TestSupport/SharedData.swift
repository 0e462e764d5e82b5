import Glibc

/// Data that tests share between projects and that the project does not hold: public test suites,
/// reference data, clones of real courses. A test that needs what is not there is skipped.
public enum SharedData {
  /// The folder of shared data: what `ACADEMY_SHARED` names, else `shared` beside the package.
  public static let folder: String? = {
    if let path = unsafe getenv("ACADEMY_SHARED") { return unsafe String(cString: path) }
    let beside =
      "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared"
    return unsafe access(beside, F_OK) == 0 ? beside : nil
  }()

  /// The folder of clones: what `ACADEMY_CORPUS` names, as `make test` does.
  public static let corpus: String? = {
    guard let path = unsafe getenv("ACADEMY_CORPUS") else { return nil }
    let folder = unsafe String(cString: path)
    return folder.isEmpty ? nil : folder
  }()

  /// A Python that has what the shared validators need: what `ACADEMY_VALIDATORS` names.
  public static let validatorPython: String? = unsafe getenv("ACADEMY_VALIDATORS").map {
    unsafe String(cString: $0)
  }
}

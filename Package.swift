// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, and a file must import each module whose members it uses.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// For the targets that touch C: every unsafe call is marked `unsafe`.
let strictAroundC: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "academy",
  products: [.executable(name: "academy", targets: ["academy"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries of the system, installed by `make setup`.
    .systemLibrary(name: "CLibGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLibMalloc"),
    .systemLibrary(name: "CLibSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // Each module imports only what stands above it.
    .target(name: "SourceCore", swiftSettings: strict),
    .target(name: "Identifiers", dependencies: ["SourceCore"], swiftSettings: strict),
    .target(
      name: "Digest", dependencies: ["SourceCore", "CLibCrypto"], swiftSettings: strictAroundC),
    .target(
      name: "GitStore", dependencies: ["SourceCore", "Digest", "CLibGit2"],
      swiftSettings: strictAroundC),
    .target(
      name: "FactCache", dependencies: ["SourceCore", "CLibSQLite"],
      swiftSettings: strictAroundC),
    .target(name: "Markdown", dependencies: ["SourceCore", "CLibMalloc"], swiftSettings: strict),
    .target(
      name: "StructuredData", dependencies: ["SourceCore", "CLibYAML"],
      swiftSettings: strictAroundC),
    .target(name: "Reporting", dependencies: ["SourceCore"], swiftSettings: strict),
    .target(name: "Patterns", dependencies: ["CLibPCRE2"], swiftSettings: strictAroundC),
    .target(
      name: "Framework", dependencies: ["SourceCore", "StructuredData", "Identifiers", "Patterns"],
      swiftSettings: strict),
    .target(
      name: "CourseModel",
      dependencies: ["SourceCore", "Identifiers", "Markdown", "StructuredData", "Framework"],
      swiftSettings: strict),
    .target(
      name: "MarkdownLint",
      dependencies: ["SourceCore", "Identifiers", "Markdown", "StructuredData", "Patterns"],
      swiftSettings: strict),
    .target(
      name: "CourseLint",
      dependencies: [
        "SourceCore", "Identifiers", "Markdown", "StructuredData", "Framework", "CourseModel",
        "MarkdownLint",
      ],
      swiftSettings: strict),
    .target(
      name: "CourseReuse",
      dependencies: [
        "SourceCore", "Identifiers", "Digest", "Markdown", "StructuredData", "Framework",
        "CourseModel",
      ],
      swiftSettings: strict),
    .target(
      name: "CourseBundle",
      dependencies: [
        "SourceCore", "Identifiers", "Digest", "Markdown", "StructuredData", "Framework",
        "CourseModel", "CLibDeflate",
      ],
      swiftSettings: strictAroundC),
    .target(
      name: "AcademyTool",
      dependencies: [
        "SourceCore", "Identifiers", "Digest", "GitStore", "Markdown", "StructuredData",
        "Reporting", "Framework", "CourseModel", "MarkdownLint", "CourseLint", "CourseReuse",
        "CourseBundle", "FactCache", "CLibMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "academy", dependencies: ["AcademyTool"], swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["SourceCore", "GitStore", "StructuredData", "CLibGit2"],
      swiftSettings: strictAroundC),
    .testTarget(
      name: "SourceCoreTests",
      dependencies: ["SourceCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IdentifiersTests",
      dependencies: ["Identifiers", "SourceCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DigestTests",
      dependencies: ["Digest", "SourceCore"], swiftSettings: strict),
    .testTarget(
      name: "GitStoreTests",
      dependencies: ["GitStore", "SourceCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "FactCacheTests",
      dependencies: ["Digest", "FactCache", "SourceCore", "TestSupport"],
      swiftSettings: strictAroundC),
    .testTarget(
      name: "MarkdownTests",
      dependencies: ["Markdown", "SourceCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StructuredDataTests",
      dependencies: ["SourceCore", "StructuredData", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "SourceCore"], swiftSettings: strict),
    .testTarget(
      name: "FrameworkTests",
      dependencies: [
        "Framework", "Identifiers", "Patterns", "SourceCore", "StructuredData", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "CourseModelTests",
      dependencies: [
        "CourseModel", "Framework", "Identifiers", "Markdown", "SourceCore", "StructuredData",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "MarkdownLintTests",
      dependencies: ["MarkdownLint", "Markdown", "SourceCore", "StructuredData", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CourseLintTests",
      dependencies: [
        "CourseLint", "CourseModel", "Framework", "GitStore", "Identifiers", "Markdown",
        "MarkdownLint", "SourceCore", "StructuredData", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "CourseReuseTests",
      dependencies: [
        "CourseModel", "CourseReuse", "Digest", "Framework", "GitStore", "Identifiers",
        "SourceCore", "StructuredData", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "CourseBundleTests",
      dependencies: [
        "CourseBundle", "CourseModel", "Digest", "Framework", "GitStore", "Markdown", "SourceCore",
        "StructuredData", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "AcademyToolTests",
      dependencies: [
        "AcademyTool", "CourseBundle", "CourseLint", "CourseModel", "CourseReuse", "Framework",
        "GitStore", "Markdown", "Reporting", "SourceCore", "StructuredData", "TestSupport",
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// `make bench` measures against cmark-gfm; nobody else needs its headers.
if Context.environment["ACADEMY_BENCH"] != nil {
  package.targets += [
    .systemLibrary(
      name: "CCMarkGFM", path: "Benchmarks/CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .executableTarget(
      name: "MarkdownBench", dependencies: ["CCMarkGFM", "Markdown"],
      path: "Benchmarks/MarkdownBench", swiftSettings: strictAroundC),
    .executableTarget(
      name: "MarkdownHTML", dependencies: ["Markdown"], path: "Benchmarks/MarkdownHTML",
      swiftSettings: strictAroundC),
    .executableTarget(
      name: "MarkdownGrowth", dependencies: ["Markdown"], path: "Benchmarks/MarkdownGrowth",
      swiftSettings: strictAroundC),
  ]
}

import CourseBundle
import Foundation
import TestSupport
import Testing

@Suite struct FolderWriterTests {
  private let folder: TemporaryFolder
  private var root: String { folder.path + "/dist" }

  init() throws { folder = try TemporaryFolder() }

  private static func plan(_ text: String) async -> [BundleFile] {
    await SampleSite([
      "course.yml": "schema: course/1\nid: nso/one\nversion: 1.0.0\n",
      "episodes/01-one.md": text, "episodes/02-two.md": "Two.\n",
    ]).plan.files
  }

  private func inode(_ path: String) throws -> UInt64 {
    let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
    return (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Files.read(root + "/" + path), as: UTF8.self)
  }

  @Test func aSecondRunTouchesNothing() async throws {
    let files = await Self.plan("Text.")
    #expect(try FolderWriter.replace("nso/site", below: root, with: files) == .written)
    let before = try inode("nso/site")
    #expect(try FolderWriter.replace("nso/site", below: root, with: files) == .unchanged)
    #expect(try inode("nso/site") == before)
    for file in files { #expect(try Files.read("\(root)/nso/site/\(file.path)") == file.bytes) }
    #expect(try Files.names(in: root + "/nso") == ["site"])
  }

  @Test func unchangedFilesKeepTheirTime() async throws {
    try FolderWriter.replace("site", below: root, with: await Self.plan("Text."))
    let kept = try inode("site/assets/style.css")
    let changed = try inode("site/lessons/one.html")
    #expect(
      try FolderWriter.replace("site", below: root, with: await Self.plan("Other.")) == .written)
    #expect(try inode("site/assets/style.css") == kept)
    #expect(try inode("site/lessons/one.html") != changed)
    #expect(try text("site/lessons/one.html").contains("Other."))
  }

  @Test func filesOfAnEarlierBundleGo() async throws {
    try FolderWriter.replace("site", below: root, with: await Self.plan("Text."))
    let fewer = await Self.plan("Text.").filter { $0.path != "lessons/two.html" }
    #expect(try FolderWriter.replace("site", below: root, with: fewer) == .written)
    #expect(try !Files.names(in: root + "/site/lessons").contains("two.html"))
  }

  @Test func aForeignFolderIsLeftAlone() async throws {
    let files = await Self.plan("Text.")
    try folder.write("dist/site/precious.txt", "mine")
    #expect(throws: OutputFailure.self) {
      try FolderWriter.replace("site", below: root, with: files)
    }
    #expect(try text("site/precious.txt") == "mine")
    #expect(try Files.names(in: root) == ["site"])
  }

  @Test func whatAnInterruptedRunLeftGoes() async throws {
    try folder.write("dist/.site.academy-new/half.html", "half")
    try FolderWriter.replace("site", below: root, with: await Self.plan("Text."))
    #expect(try Files.names(in: root) == ["site"])
  }

  @Test func linksAreNotFollowed() async throws {
    let files = await Self.plan("Text.")
    try folder.write("elsewhere/academy-manifest.json", "{\"schema\": \"academy-bundle/1\"}")
    try folder.link("dist/nso", to: folder.path + "/elsewhere")
    #expect(throws: OutputFailure.self) {
      try FolderWriter.replace("nso/site", below: root, with: files)
    }
    try folder.link("dist/site", to: folder.path + "/elsewhere")
    #expect(throws: OutputFailure.self) {
      try FolderWriter.replace("site", below: root, with: files)
    }
    #expect(throws: OutputFailure.self) {
      try FileWriter.replace("site", below: root, with: [1])
    }
    // A link inside a bundle's folder is replaced, and what it leads to stays.
    try FolderWriter.replace("own", below: root, with: await Self.plan("Text."))
    try folder.link("dist/own/link", to: folder.path + "/elsewhere")
    try FolderWriter.replace("own", below: root, with: await Self.plan("Text."))
    #expect(try !Files.names(in: root + "/own").contains("link"))
    #expect(try Files.names(in: folder.path + "/elsewhere") == ["academy-manifest.json"])
  }

  @Test(arguments: ["../site", "/site", "a/../../site", ""]) func pathsStayBelow(_ path: String) {
    #expect(throws: OutputFailure.self) {
      try FolderWriter.replace(path, below: root, with: [])
    }
    #expect(throws: OutputFailure.self) {
      try FileWriter.replace(path, below: root, with: [])
    }
    #expect(throws: OutputFailure.self) {
      try FolderWriter.replace("site", below: root, with: [BundleFile(path: path, bytes: [])])
    }
  }

  @Test func aSiteHasFolderArchiveAndManifest() async throws {
    let plan = await SampleSite(
      [
        "course.yml": "schema: course/1\nid: nso/one\nversion: 1.0.0\n",
        "episodes/01-one.md": "Text.\n",
      ], mark: SampleSite.release
    ).plan
    let output = try await BundleOutput.write(plan, below: root)
    #expect(output.isChanged)
    #expect(output.folder == "nso/one/site")
    #expect(output.archive == "nso/one/one-1.2.0-site.zip")
    #expect(try Files.read("\(root)/nso/one/one-1.2.0-site.json") == plan.manifest.json)
    #expect(try Files.read("\(root)/nso/one/site/academy-manifest.json") == plan.manifest.json)
    let archive = try Files.read("\(root)/\(output.archive)")
    #expect(try #require(ZipProbe(archive)).entries.map(\.name) == plan.files.map(\.path))
    #expect(try await !BundleOutput.write(plan, below: root).isChanged)
  }
}

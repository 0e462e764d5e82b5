import CourseBundle
import CourseModel
import GitStore
import Identifiers
import SourceCore

/// Holds a bundle against the Git objects that it says it was made of.
struct SourceCheck {
  private let manifest: BundleManifest
  private let view: any TreeView
  /// The course's folder, of which the bundle's tree is the tree.
  private let course: Course
  private let lessonLimit: Int

  /// Finds the commit and in it the course; a fault where there is none.
  init(
    _ manifest: BundleManifest, repository path: String, limit: Int
  ) throws(SourceFault) {
    let fault: BundleFault
    do {
      let opened = try OpenedTree.open(path, selection: nil)
      guard let repository = opened.repository else {
        throw ToolFailure("\(path) is no Git repository")
      }
      guard let commit = manifest.mark.commit, let tree = manifest.mark.tree else {
        throw SourceFault(
          .init(.source, nil, "the bundle was made of loose files, so there is nothing to compare"))
      }
      let whole = try repository.tree(of: repository.commit(commit.hex).id, folder: .root)
      let found = CourseDiscovery.courses(in: whole.entries)
      for candidate in found.map(\.folder) + [.root] {
        let id =
          candidate.isRoot
          ? try repository.commit(commit.hex).tree
          : try repository.objectID(at: candidate, in: commit)
        guard id == tree else { continue }
        let view = try repository.tree(of: commit, folder: candidate)
        let inner = CourseDiscovery.courses(in: view.entries)
        guard let root = inner.first(where: { $0.folder.isRoot }) else { continue }
        self.manifest = manifest
        self.view = view
        lessonLimit = limit
        course = CourseReader(limit: limit).read(root, among: inner, in: view)
        return
      }
      fault = .init(
        .source, nil, "commit \(commit.short) has no course folder with the tree \(tree.short)")
    } catch let error as SourceFault {
      throw error
    } catch let error as ToolFailure {
      throw SourceFault(.init(.source, nil, error.message))
    } catch let error as ReadFailure {
      throw SourceFault(.init(.source, nil, error.message))
    } catch {
      throw SourceFault(.init(.source, nil, "\(error)"))
    }
    throw SourceFault(fault)
  }

  /// Where bundle and repository differ.
  func faults(_ outcome: BundleVerifier.Outcome) async -> [BundleFault] {
    var faults: [BundleFault] = []
    if let id = course.metadata.id?.value, id != manifest.course {
      faults.append(
        .init(.source, nil, "the commit's course is \(id), and the bundle says \(manifest.course)"))
    }
    if case .release(let version, _, _, _) = manifest.mark,
      course.metadata.version?.value.description != version
    {
      faults.append(
        .init(.source, nil, "the commit's course does not have the version \(version)"))
    }
    for entry in manifest.entries {
      guard let source = entry.source else { continue }
      guard let found = view.entry(at: source.path), found.isFile else {
        faults.append(.init(.source, entry.path, "the commit has no \(source.path)"))
        continue
      }
      if found.blob != source.blob {
        faults.append(
          .init(.source, entry.path, "\(source.path) has another content in the commit"))
      } else if let blob = outcome.blobs[entry.path], blob != found.blob {
        faults.append(.init(.differs, entry.path, "it is not \(source.path) as committed"))
      }
    }
    return faults + (await listFaults(outcome))
  }

  /// What the course is packaged as, beside what the bundle holds.
  private func listFaults(_ outcome: BundleVerifier.Outcome) async -> [BundleFault] {
    let request = BundleRequest(
      course: course, mark: manifest.mark, edition: manifest.edition,
      path: LearningPath.all(of: course).first { $0.id == manifest.path }, pageLimit: lessonLimit)
    let builder = await BundleBuilder(request, in: view, workers: .available)
    let isLesson = manifest.path?.hasPrefix("lesson/") == true
    let plan =
      isLesson
      ? await builder.lessonPlans(manifest.format).first { $0.manifest.path == manifest.path }
      : await builder.plan(manifest.format)
    guard let plan else {
      return [.init(.source, nil, "the course has no \(manifest.path ?? "such part")")]
    }
    func sourced(_ entries: [BundleManifest.Entry]) -> Set<String> {
      Set(entries.filter { $0.source != nil }.map(\.path))
    }
    let (own, expected) = (sourced(manifest.entries), sourced(plan.manifest.entries))
    return expected.subtracting(own).sorted().map {
      .init(.missing, $0, "the course has it, and the bundle does not")
    }
      + own.subtracting(expected).sorted().map {
        .init(.extra, $0, "the bundle has it, and the course does not")
      } + pageFaults(plan, outcome)
  }

  /// Pages and scripts that are not what the course makes.
  private func pageFaults(_ plan: BundlePlan, _ outcome: BundleVerifier.Outcome) -> [BundleFault] {
    plan.files.compactMap { file in
      guard let found = outcome.pages[file.path], !BundleVerifier.isCopy(file.path),
        let expected = ComparablePage.digest(file.path, file.bytes), found != expected
      else { return nil }
      return .init(
        .source, file.path,
        "it is not what this tool makes of the course; it was altered, or made by another version")
    }
  }
}

/// Why a bundle cannot be held against a repository.
struct SourceFault: Error {
  let fault: BundleFault

  init(_ fault: BundleFault) { self.fault = fault }
}

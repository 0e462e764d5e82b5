import SourceCore

/// What manifests say they are, by their blobs; shared by all courses of a run, because courses of
/// one repository meet each other's manifests.
final class ManifestIdentities {
  var byBlob: [ObjectID: ManifestIdentity] = [:]
}

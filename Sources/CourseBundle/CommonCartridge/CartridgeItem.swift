/// A module of a cartridge, or something in it.
struct CartridgeItem {
  let id: String
  let title: String
  /// The resource it shows; nil for a module.
  var resource: String?
  var items: [CartridgeItem] = []
}

/// What a cartridge's item shows, with its files.
struct CartridgeResource {
  let id: String
  let type: String
  /// Its file; of a page also what is opened.
  let file: BundleFile
  /// Whether it is opened by its address.
  let isPage: Bool
  /// Resources that it needs.
  var needs: [String] = []
}

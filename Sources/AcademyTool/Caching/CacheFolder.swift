/// The user's folder for what can be had again at any time.
enum CacheFolder {
  /// `$ACADEMY_CACHE`, else `$XDG_CACHE_HOME/academy`, else `~/.cache/academy`; nil without any.
  static var ofUser: String? {
    func path(_ name: String, _ rest: String) -> String? {
      guard let value = Environment.value(name), value.hasPrefix("/") else { return nil }
      return value + rest
    }
    return path("ACADEMY_CACHE", "") ?? path("XDG_CACHE_HOME", "/academy")
      ?? path("HOME", "/.cache/academy")
  }
}

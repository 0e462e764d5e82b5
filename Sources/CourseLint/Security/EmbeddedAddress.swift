import SourceCore

/// What a page may embed.
enum EmbeddedAddress {
  /// Players that set no cookie before they are started, and whose frames learners know.
  static let hosts = ["player.vimeo.com", "www.youtube-nocookie.com"]

  /// Endings of files that cannot hold a script.
  private static let passive: Set<String> = [
    "aac", "avif", "gif", "jpeg", "jpg", "m4a", "m4v", "mp3", "mp4", "oga", "ogg", "ogv", "pdf",
    "png", "vtt", "wav", "webm", "webp",
  ]

  /// Whether an `iframe`, `object` or `embed` may show what is at an address.
  static func isAllowed(_ address: String) -> Bool {
    if let host = host(of: address) {
      return asciiLowercased(address).hasPrefix("https:") && hosts.contains(host)
    }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    // Browsers skip blanks at the start and read a backslash as a slash, which may name a host.
    guard let first = path.utf8.first, first > 0x20,
      !path.utf8.contains(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\\") || $0 < 0x20
      })
    else { return false }
    return passive.contains(RepoPath.root.appending(path).fileExtension)
  }

  /// What to do about an address that may not be embedded.
  static func help(_ address: String) -> String {
    switch host(of: address) {
    case let host? where hosts.contains(host): "write the address with `https://`"
    case "www.youtube.com", "youtube.com":
      "write `www.youtube-nocookie.com`, where nobody is followed before the video is started"
    default: "link to it; videos may be embedded from \(Wording.list(hosts))"
    }
  }

  /// The host of an address that names one, in lower case.
  static func host(of address: String) -> String? {
    let bytes = Array(address.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash + 1 < bytes.count,
      bytes[slash + 1] == UInt8(ascii: "/"),
      slash == 0 || bytes[slash - 1] == UInt8(ascii: ":")
    else { return nil }
    let host = bytes[(slash + 2)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        && $0 != UInt8(ascii: "\\")
    }
    return asciiLowercased(String(decoding: host, as: UTF8.self))
  }
}

extension LanguageTag {
  /// Whether any tag of one list matches any of another; both may be long.
  public static func anyMatches(_ some: [LanguageTag], _ others: [LanguageTag]) -> Bool {
    // Each tag stands for itself and for those that leave something open; `*` is anything.
    var known: Set<[String]> = []
    for tag in others {
      for script in ["*", tag.script ?? ""] {
        for region in ["*", tag.region ?? ""] { known.insert([tag.primary, script, region]) }
      }
    }
    return some.contains { tag in
      let regions = tag.region.map { [$0, ""] } ?? ["*"]
      return (tag.script.map { [$0, ""] } ?? ["*"]).contains { script in
        regions.contains { known.contains([tag.primary, script, $0]) }
      }
    }
  }
}

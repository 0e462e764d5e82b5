/// Leaves out of one round's fixes those after which a file would say something else.
///
/// Mostly all of them together are right, which one look tells. Where they are not, those to blame
/// are looked for with a bounded number of looks; what is in doubt then is left out.
struct GuardedFixes {
  private let bytes: [UInt8]
  private let found: [FixLoop.Found]
  private let watch: any FixGuard
  /// How often the file may still be looked at.
  private var looks: Int
  /// The places in `found` of the fixes that are right together.
  private var kept: [Int] = []
  /// The file with those.
  private var text: [UInt8]

  /// The places in `found` of the fixes that keep what the file says; all have a fix.
  static func kept(
    _ found: [FixLoop.Found], in bytes: [UInt8], by watch: any FixGuard
  ) -> [Int] {
    // Suggestions may be about what readers see, and a person looks at them.
    let safe = found.indices.filter { found[$0].fix?.applicability == .safe }
    if safe.isEmpty { return Array(found.indices) }
    var work = GuardedFixes(bytes, found, watch)
    let held = work.take(safe)
    if !held.isEmpty, !work.adds(held, rules: Set(held.map { found[$0].rule })) { work.sort(held) }
    return (work.kept + found.indices.filter { found[$0].fix?.applicability != .safe }).sorted()
  }

  private init(_ bytes: [UInt8], _ found: [FixLoop.Found], _ watch: any FixGuard) {
    self.bytes = bytes
    self.found = found
    self.watch = watch
    text = bytes
    // As many bytes are looked at again in a short file as in a long one.
    looks = max(32, min(400, 20_000_000 / max(1, bytes.count)))
  }

  /// Takes the fixes that are held to nothing, and gives the others.
  private mutating func take(_ safe: [Int]) -> [Int] {
    kept = safe.filter { watch.trusts(found[$0].rule) }
    if kept.isEmpty { return safe }
    text = FixApplier.apply(kept.compactMap { found[$0].fix }, to: bytes).bytes
    return safe.filter { !watch.trusts(found[$0].rule) }
  }

  /// Takes what is right of fixes that are not right together.
  private mutating func sort(_ safe: [Int]) {
    let byRule = Dictionary(grouping: safe) { found[$0].rule }
    let rules = byRule.sorted { a, b in
      a.value.count != b.value.count ? a.value.count < b.value.count : a.key < b.key
    }
    if rules.count > 1 {
      for (rule, own) in rules {
        let others = safe.filter { found[$0].rule != rule }
        if adds(others, rules: Set(byRule.keys).subtracting([rule])) {
          addRight(of: own[...], rule)
          return
        }
      }
    }
    for (rule, own) in rules.sorted(by: { $0.key < $1.key }) { addRight(of: own[...], rule) }
  }

  /// Adds what is right of a rule's fixes, looking at ever shorter halves.
  private mutating func addRight(of fixes: ArraySlice<Int>, _ rule: String) {
    if looks == 0 || adds(Array(fixes), rules: [rule]) || fixes.count == 1 { return }
    let middle = fixes.startIndex + fixes.count / 2
    addRight(of: fixes[..<middle], rule)
    addRight(of: fixes[middle...], rule)
  }

  /// Adds fixes if the file then says what it says without them, but for what their rules are about.
  private mutating func adds(_ fixes: [Int], rules: Set<String>) -> Bool {
    guard looks > 0 else { return false }
    looks -= 1
    let together = (kept + fixes).sorted()
    let changed = FixApplier.apply(together.compactMap { found[$0].fix }, to: bytes).bytes
    guard watch.keeps(text, changed, rules: rules) else { return false }
    kept = together
    text = changed
    return true
  }
}

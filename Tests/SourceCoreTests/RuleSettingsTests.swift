import SourceCore
import Testing

@Suite struct RuleSettingsTests {
  private let rule = RuleInfo(
    id: "links/http", summary: "s", why: "w", severity: .warning, source: "x")

  private func scope(_ path: String, _ rules: [String: RuleSettings.Setting]) -> RuleSettings.Scope
  {
    RuleSettings.Scope(paths: [RepoPath(path)!], rules: rules)
  }

  @Test func aRuleWinsOverItsGroupAndALaterScopeOverAnEarlierOne() {
    let settings = RuleSettings(scopes: [
      scope("", ["links": .init(level: .off), "links/http": .init(level: .on(.error))]),
      scope("courses/a", ["links": .init(level: .on(.note))]),
      scope("courses/a/b.md", ["links/http": .init(level: .off)]),
    ])
    #expect(settings.level(of: rule, at: RepoPath("x.md")!) == .on(.error))
    #expect(settings.level(of: rule, at: RepoPath("courses/a/c.md")!) == .on(.note))
    #expect(settings.level(of: rule, at: RepoPath("courses/a/b.md")!) == .off)
    #expect(settings.level(of: rule, at: RepoPath("courses/ab.md")!) == .on(.error))
    #expect(RuleSettings.none.level(of: rule, at: .root) == nil)
  }

  @Test func findingsAreDroppedOrGivenTheirSeverity() {
    let found = ["a.md", "b/c.md"].map { path in
      Diagnostic(Finding(nil, "m"), rule: rule, severity: .warning, path: path, place: nil)
    }
    let settings = RuleSettings(scopes: [
      scope("", ["links/http": .init(level: .on(.error))]),
      scope("b", ["links/http": .init(level: .off)]),
    ])
    let applied = settings.apply(to: found, rules: [rule.id: rule])
    #expect(applied.map(\.path) == ["a.md"])
    #expect(applied.map(\.severity) == [.error])
  }

  @Test func optionsOfScopesAreMerged() {
    let settings = RuleSettings(scopes: [
      scope(
        "", ["links/http": .init(level: nil, options: ["max": .number(1), "min": .number(0)])]),
      scope("b", ["links/http": .init(level: nil, options: ["max": .number(2)])]),
    ])
    #expect(
      settings.options(of: "links/http", at: .root) == ["max": .number(1), "min": .number(0)])
    let below = settings.options(of: "links/http", at: RepoPath("b/c")!)
    #expect(below == ["max": .number(2), "min": .number(0)])
  }
}

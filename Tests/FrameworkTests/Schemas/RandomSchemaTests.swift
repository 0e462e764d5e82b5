import Framework
import SourceCore
import StructuredData
import TestSupport
import Testing

/// Whatever a schema and a value are, there is an answer, and the two ways to get it agree.
@Suite struct RandomSchemaTests {
  @Test("Random schemas and values never break the engine")
  func neverTraps() throws {
    let seed = TestSeed.of("schemas")
    var random = Generator(state: seed)
    var usable = 0
    for _ in 0..<3_000 {
      let schema = random.schema(depth: 3)
      let value = random.value(depth: 3)
      do {
        let checked = try Checked(value, schema, assertFormat: random.next(2) == 0)
        for problem in checked.problems {
          #expect(problem.range.end <= value.utf8.count && !problem.message.isEmpty)
        }
        usable += 1
      } catch is SchemaError {
      } catch is SchemaLimit {
      } catch {
        Issue.record("seed \(seed): \(schema) \(value): \(error)")
      }
    }
    #expect(usable > 300)
  }

  /// SplitMix64, and texts made with it.
  private struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ z >> 31) % UInt64(bound))
    }

    mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    mutating func key() -> String { pick(["a", "b", "x-y", "é", ""]) }

    mutating func value(depth: Int) -> String {
      switch depth > 0 ? next(9) : next(7) {
      case 0: return pick(["null", "true", "false"])
      case 1, 2:
        return pick(["0", "-1", "1.0", "0.07", "1e308", "12345678901234567890123", "-0.5", "3"])
      case 3, 4, 5:
        return "\"" + pick(["", " ", "a", "x-y", "é", "2026-01-31", "MIT", "1.2.3", "😀"]) + "\""
      case 6: return pick(["[]", "{}"])
      case 7: return "[" + list { $0.value(depth: depth - 1) } + "]"
      default: return "{" + list { "\"\($0.key())\": " + $0.value(depth: depth - 1) } + "}"
      }
    }

    mutating func list(_ make: (inout Generator) -> String) -> String {
      (0..<next(4)).map { _ in make(&self) }.joined(separator: ", ")
    }

    mutating func schema(depth: Int) -> String {
      if depth == 0 || next(12) == 0 { return pick(["true", "false", "{}"]) }
      // Now and then any value at all, which is mostly no schema.
      if next(60) == 0 { return value(depth: 1) }
      var members: [String] = []
      for _ in 0...next(4) { members.append(keyword(depth: depth - 1)) }
      return "{" + members.joined(separator: ", ") + "}"
    }

    mutating func keyword(depth: Int) -> String {
      switch next(15) {
      case 0:
        return "\"type\": \"" + pick(["null", "integer", "number", "string", "array", "object"])
          + "\""
      case 1: return "\"enum\": [" + list { $0.value(depth: 1) } + "]"
      case 2: return "\"const\": " + value(depth: 2)
      case 3:
        return "\"" + pick(["minimum", "maximum", "multipleOf", "exclusiveMinimum", "minLength"])
          + "\": " + pick(["0", "1", "0.01", "2", "1e3", "10000000000000000000000"])
      case 4:
        return "\"" + pick(["minItems", "maxItems", "maxLength", "minProperties", "maxProperties"])
          + "\": " + pick(["0", "1", "2.0"])
      case 5: return "\"pattern\": \"" + pick(["^a", "b$", "\\\\p{L}+", "(a|b)*", "[^x]"]) + "\""
      case 6:
        return "\"format\": \"" + pick(["date", "uri", "email", "semver", "bcp47", "regex", "zzz"])
          + "\""
      case 7:
        return "\"" + pick(["allOf", "anyOf", "oneOf", "prefixItems"]) + "\": " + schemas(depth)
      case 8:
        return "\""
          + pick([
            "not", "if", "then", "else", "items", "contains", "additionalProperties",
            "propertyNames", "unevaluatedItems", "unevaluatedProperties",
          ]) + "\": " + schema(depth: depth)
      case 9:
        return "\"" + pick(["properties", "patternProperties", "dependentSchemas", "$defs"])
          + "\": {" + list { "\"\($0.key())\": " + $0.schema(depth: depth) } + "}"
      case 10: return "\"required\": [" + list { "\"\($0.key())\"" } + "]"
      case 11: return "\"uniqueItems\": true"
      case 12: return "\"" + pick(["minContains", "maxContains"]) + "\": " + pick(["0", "1", "2"])
      case 13: return "\"$ref\": \"" + pick(["#", "#/$defs/a", "#/$defs/b", "#x"]) + "\""
      default:
        return pick(["\"$dynamicRef\": \"#x\"", "\"$dynamicAnchor\": \"x\"", "\"$anchor\": \"y\""])
      }
    }

    mutating func schemas(_ depth: Int) -> String {
      "[" + (0...next(3)).map { _ in schema(depth: depth) }.joined(separator: ", ") + "]"
    }
  }
}

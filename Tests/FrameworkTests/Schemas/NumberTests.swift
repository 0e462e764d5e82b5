import TestSupport
import Testing

@testable import Framework

@Suite struct NumberTests {
  @Test(
    "Numbers that are the same, however they are written",
    arguments: [
      ("1", "1.0"), ("100", "1e2"), ("0.1", "1e-1"), ("0", "-0.0"), ("-5", "-5.000"),
      ("9223372036854775808", "9.223372036854775808e18"), ("12e400", "1.2e401"), (".5", "+0.50"),
      ("-9223372036854775808", "-9223372036854775808.0"),
    ])
  func same(a: String, b: String) throws {
    let (a, b) = (try #require(ExactNumber(a)), try #require(ExactNumber(b)))
    #expect(a == b && a.hashValue == b.hashValue && a.order(to: b) == 0)
  }

  @Test("Numbers in order")
  func order() throws {
    let texts = [
      "-1e400", "-9223372036854775809", "-9223372036854775808", "-2", "-1.5", "-1", "-1e-400", "0",
      "1e-400", "0.1", "0.10000000000000000001", "0.2", "1", "9007199254740992",
      "9007199254740993", "9223372036854775807", "9223372036854775808", "1e308", "1e309",
    ]
    let numbers = try texts.map { try #require(ExactNumber($0)) }
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect(a.order(to: b) == (i - j).signum(), "\(texts[i]) and \(texts[j])")
      }
    }
  }

  @Test(
    "Multiples without rounding",
    arguments: [
      ("19.99", "0.01", true), ("0.0075", "0.0001", true), ("0.00751", "0.0001", false),
      ("1e308", "0.5", true), ("1e308", "3", false), ("0", "0.7", true), ("4.5", "1.5", true),
      ("35", "1.5", false), ("12391239123", "1e-8", true), ("1e400", "7", false),
      ("7e400", "7", true), ("123456789012345678901234567890", "10", true),
      ("123456789012345678901234567891", "10", false), ("1", "1e400", false),
      ("2e37", "12345678901234567890123456789012345678901", false),
      (
        "24691357802469135780246913578024691357802", "12345678901234567890123456789012345678901",
        true
      ),
      ("0.3", "0.1", true), ("-0.3", "0.1", true), ("0.35", "0.1", false),
    ])
  func multiples(number: String, divisor: String, isMultiple: Bool) throws {
    let (a, b) = (try #require(ExactNumber(number)), try #require(ExactNumber(divisor)))
    #expect(a.isMultiple(of: b) == isMultiple)
  }

  @Test("Random multiples agree with arithmetic of 64 bits")
  func randomMultiples() throws {
    var random = SeededGenerator(seed: TestSeed.of("multiples"))
    for _ in 0..<2_000 {
      let a = Int.random(in: 0...100_000, using: &random)
      let b = Int.random(in: 1...500, using: &random)
      let isMultiple = a.isMultiple(of: b)
      let scaled = try #require(ExactNumber("\(a)e-3"))
      #expect(scaled.isMultiple(of: try #require(ExactNumber("\(b)e-3"))) == isMultiple)
    }
  }

  @Test(
    "Whole numbers", arguments: [("1.0", true), ("1e300", true), ("1.5", false), ("1e-3", false)])
  func whole(text: String, isWhole: Bool) throws {
    #expect(try #require(ExactNumber(text)).isWhole == isWhole)
    #expect(try Checked(text, #"{"type": "integer"}"#).isValid == isWhole)
  }

  @Test("Numbers of YAML that JSON lacks")
  func yaml() throws {
    #expect(try Checked(".inf", #"{"type": "number", "minimum": 5}"#).isValid)
    #expect(try !Checked(".inf", #"{"type": "integer"}"#).isValid)
    #expect(try !Checked("-.inf", #"{"minimum": 5}"#).isValid)
    #expect(try !Checked(".nan", #"{"maximum": 5}"#).isValid)
    #expect(try !Checked(".inf", #"{"multipleOf": 2}"#).isValid)
    #expect(try Checked("0x10", #"{"const": 16}"#).isValid)
  }
}

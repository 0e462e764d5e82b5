import Testing

@testable import Framework

/// The formats that JSON Schema itself names.
@Suite struct StandardFormatTests {
  static let good: [(ValueFormat, [String])] = [
    (.date, ["1963-06-19", "2020-02-29"]),
    (.time, ["08:30:06Z", "08:30:06.283185z", "23:59:60Z", "00:29:60-23:30", "08:30:06+00:20"]),
    (
      .dateTime,
      [
        "1963-06-19T08:30:06.283185Z", "1990-12-31T15:59:60-08:00", "1963-06-19t08:30:06z",
        "1998-12-31T23:59:60Z",
      ]
    ),
    (.duration, ["P4DT12H30M5S", "P4Y", "PT0S", "P0D", "P1M", "PT1M", "PT36H", "P2W"]),
    (
      .email,
      [
        "joe.bloggs@example.com", "te~st@example.com", "\"joe bloggs\"@example.com",
        "\"joe@bloggs\"@example.com", "joe.bloggs@[127.0.0.1]", "joe.bloggs@[IPv6:::1]",
      ]
    ),
    (
      .uri,
      [
        "http://foo.bar/?baz=qux#quuz", "http://foo.com/blah_(wikipedia)_blah#cite-1",
        "http://foo.bar/?q=Test%20URL-encoded%20stuff",
        "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com",
        "ldap://[2001:db8::7]/c=GB?objectClass?one",
        "news:comp.infosystems.www.servers.unix", "tel:+1-816-555-1212",
        "urn:oasis:names:specification:docbook:dtd:xml:4.1.2", "http://localhost/",
      ]
    ),
    (.uriReference, ["/abc", "//foo.bar/?baz=qux#quuz", "abc", "#fragment", "", "?q"]),
    (.iri, ["http://ƒøø.ßår/?∂éœ=πîx#πîüx", "https://fr.wikipedia.org/wiki/Équité"]),
    (.hostname, ["www.example.com", "xn--4gbwdl.xn--wgbh1c", "a", "1host"]),
    (.ipv4, ["192.168.0.1", "0.0.0.0"]),
    (.ipv6, ["::1", "::", "12:34::", "1:2:3:4:5:6:7:8", "1::d6:192.168.0.1", "::ffff:1.2.3.4"]),
    (.uuid, ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"]),
    (.jsonPointer, ["", "/", "/foo//bar~0/baz~1", "/~01", "/-"]),
    (.relativeJSONPointer, ["1", "0/foo", "2/0/baz", "0#"]),
    (.regex, ["([abc])+\\s+$", "^\\p{Lu}"]),
  ]

  static let bad: [(ValueFormat, [String])] = [
    (.date, ["06/19/1963", "2013-350", "1998-1-20", "2021-02-29", "1963-06-1৪", "2020-13-01"]),
    (.time, ["08:30:06", "24:00:00Z", "22:59:60Z", "12:00:00+24:00", "8:30:06Z", "1২:00:00Z"]),
    (.dateTime, ["1990-02-31T15:59:59Z", "06/19/1963 08:30:06 PST", "2013-350T01:01:01"]),
    (
      .duration, ["PT1D", "P", "P1YT", "PT", "P2D1Y", "P1D2H", "P2S", "P1Y2W", "P1", "1D", "P1Y2D"]
    ),
    (
      .email,
      [
        "2962", ".test@example.com", "test.@example.com", "te..st@example.com",
        "joe.bloggs@invalid=domain.com", "joe.bloggs@[127.0.0.300]",
        "user1@oceania.org, user2@oceania.org",
      ]
    ),
    (
      .uri,
      [
        "//foo.bar/?baz=qux#quuz", "/abc", "\\\\WINDOWS\\fileshare", "abc",
        "http:// shouldfail.com",
        ":// should fail", "bar,baz:qux", "https://[@example.org/test.txt",
        "https://example.org/foobar\\.txt", "https://example.org/foobar<>.txt",
        "https://example.org/{}", "https://example.org/^", "https://example.org/`",
        "https://example.org/|", "https://example.org/é", "https://example.org/%zz", "a:b#c#d",
      ]
    ),
    (.uriReference, ["\\\\WINDOWS\\fileshare", "#frag\\ment", "a b"]),
    (
      .hostname,
      [
        "-a.com", "a-.com", "a_b.com", "", "a..b", "a.com.", "ab--c.com",
        String(repeating: "a", count: 64),
      ]
    ),
    (.ipv4, ["127.0.0.0.1", "256.0.0.1", "127.0", "087.10.0.1", "1.2.3.৪", ""]),
    (
      .ipv6,
      [
        "12345::", ":abcd", "1:1:1:1:1:1:1:1:1", "::laptop", "1:2:3:4:5:::8", "1::2::3",
        "fe80::a%eth1", "1:", "",
      ]
    ),
    (.uuid, ["2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380"]),
    (.jsonPointer, ["a", "/~", "/~2", "#/a"]), (.relativeJSONPointer, ["-1", "01", "/a", "0##"]),
    (.regex, ["^(abc]", "\\a"]),
  ]

  @Test("Texts of a format", arguments: good)
  func fits(format: ValueFormat, texts: [String]) {
    for text in texts { #expect(format.failure(of: text) == nil, "\(text)") }
  }

  @Test("Texts that are not of a format", arguments: bad)
  func failsToFit(format: ValueFormat, texts: [String]) {
    for text in texts { #expect(format.failure(of: text) != nil, "\(text)") }
  }
}

import CLibYAML
import SourceCore

/// One event of libyaml's stream, with the byte offsets of its marks in the whole file.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd
    case alias
    case scalar
    case sequenceStart
    case mappingStart
  }

  var kind: Kind
  var start: Int
  var end: Int
  /// Name of an anchor, or of the one that an alias stands for.
  var anchor: String?
  /// Full tag.
  var tag: String?
  /// Text of a scalar.
  var text = ""
  var isPlain = false
  /// Whether it is written with `|` or `>`.
  var isBlockScalar = false
  /// Whether a list or map is written with brackets or braces.
  var isFlow = false

  /// Whether it stands for a value that is not written at all.
  var isEmptyScalar: Bool { kind == .scalar && isPlain && text.isEmpty && tag == nil }
}

/// Owns a libyaml parser and turns its events into Swift values.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let offsets: CharacterOffsets
  private let input: YAMLInput
  private let end: Int

  /// Starts to parse `range` of the input; `bytes` must stay valid as long as this lives.
  init(_ input: YAMLInput, range: Range<Int>, bytes: UnsafeBufferPointer<UInt8>) {
    self.input = input
    end = range.upperBound
    offsets = CharacterOffsets(input.bytes, range, isASCII: input.isASCII)
    unsafe parser = .allocate(capacity: 1)
    // Only a failed allocation makes this return 0, and Swift itself traps on those.
    let isReady = unsafe yaml_parser_initialize(parser)
    precondition(isReady == 1, "out of memory")
    let text = unsafe UnsafeBufferPointer(rebasing: bytes[range])
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event; nil at a syntax error.
  func next() -> YAMLEvent? {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { return nil }
    defer { unsafe yaml_event_delete(&event) }
    var result = unsafe YAMLEvent(
      kind: .streamEnd, start: offset(event.start_mark), end: offset(event.end_mark))
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.anchor = unsafe Self.string(event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      result.kind = .scalar
      result.anchor = unsafe Self.string(scalar.anchor)
      result.tag = unsafe Self.string(scalar.tag)
      let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      result.text = unsafe String(decoding: text, as: UTF8.self)
      result.isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      result.isBlockScalar =
        unsafe scalar.style == YAML_LITERAL_SCALAR_STYLE
        || scalar.style == YAML_FOLDED_SCALAR_STYLE
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      result.anchor = unsafe Self.string(event.data.sequence_start.anchor)
      result.tag = unsafe Self.string(event.data.sequence_start.tag)
      result.isFlow = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = unsafe Self.string(event.data.mapping_start.anchor)
      result.tag = unsafe Self.string(event.data.mapping_start.tag)
      result.isFlow = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    default: break
    }
    return result
  }

  /// What made `next()` return nil.
  func failure() -> YAMLFailure {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    return unsafe YAMLFailure(
      problem: problem ?? "", context: context, at: offset(parser.pointee.problem_mark),
      contextAt: context == nil ? nil : offset(parser.pointee.context_mark), input: input,
      end: end)
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    offsets.byteOffset(mark.index, in: input.bytes)
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }
}

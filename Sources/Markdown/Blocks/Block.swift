/// Where a block stands while the document is read: the tree is linked, since children come one line
/// at a time. What is particular to it is a `BlockDetail`.
struct Block {
  var kind: NodeKind
  var start: UInt32
  var end: UInt32
  var parent: UInt32
  var firstChild: UInt32 = 0
  var lastChild: UInt32 = 0
  var next: UInt32 = 0
}

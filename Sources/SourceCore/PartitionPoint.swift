extension RandomAccessCollection where Index == Int {
  /// The first index whose element does not precede what is looked for, by binary search; elements that
  /// do must all stand before those that do not.
  @inlinable public func partitionPoint(_ precedes: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if precedes(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The candidate that is most like `word`, where one is like it at all; upper and lower case count as the same.
func suggestion(for word: String, among candidates: [String]) -> String? {
  guard word.utf8.count <= 64 else { return nil }
  let wanted = Array(word.lowercased().utf8)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  guard let best else { return nil }
  if best.distance <= max(1, wanted.count / 3) { return best.candidate }
  // A word such as `qty` or `product` is far from `quantity` or `product_id` by edits and near to it by sense.
  return wanted.count < 3 ? nil : candidates.first { isShortened(wanted, from: Array($0.lowercased().utf8)) }
}

/// Whether `word` is what is left of `candidate` when characters after the first are left out.
private func isShortened(_ word: [UInt8], from candidate: [UInt8]) -> Bool {
  guard word.first == candidate.first else { return false }
  var rest = word[...]
  for character in candidate where character == rest.first { rest.removeFirst() }
  return rest.isEmpty
}

/// How many characters must be inserted, removed or replaced to make one of the other (Levenshtein).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let replaced = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    }
  }
  return row[right.count]
}

internal import Glibc

/// A distribution of latencies as a curve over percentiles.
struct LatencyCurve {
  private let values: [UInt64]
  private let ends: [UInt64]

  /// How many latencies there are.
  let count: UInt64

  /// The curve of what was measured by several groups of calls together.
  init(_ histograms: [[LoadResult.Bucket]]) {
    var sums: [UInt64: UInt64] = [:]
    for bucket in histograms.joined() { sums[bucket.value, default: 0] += bucket.count }
    values = sums.keys.sorted()
    var total: UInt64 = 0
    ends = values.map { value in
      total += sums[value] ?? 0
      return total
    }
    count = total
  }

  /// The latency that the part `fraction`, 0 to 1, of all does not exceed.
  func value(at fraction: Double) -> UInt64 {
    let rank = UInt64(max(1, (fraction * Double(count)).rounded(.up)))
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] >= rank { high = middle } else { low = middle + 1 }
    }
    return low < values.count ? values[low] : values.last ?? 0
  }

  /// How many nines the percentile has that a single latency of all makes up.
  var nines: Double { count > 1 ? log10(Double(count)) : 1 }

  /// Points for a chart: nines and nanoseconds, up to the longest of all.
  func points(steps: Int = 320) -> [(x: Double, y: Double)] {
    guard count > 0 else { return [] }
    return (0...steps).map { step in
      let nines = nines * Double(step) / Double(steps)
      return (nines, Double(value(at: 1 - pow(10, -nines))))
    }
  }
}

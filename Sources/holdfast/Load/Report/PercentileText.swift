internal import Histogram

/// A distribution as the text that plotters of HDR histograms read (`.hgrm`), in milliseconds.
enum PercentileText {
  /// The latencies of all measured calls.
  static func text(_ result: LoadResult) -> String {
    var histogram = LatencyHistogram.latencies()
    for bucket in result.operations.lazy.flatMap(\.histogram) { histogram.record(bucket.value, count: bucket.count) }
    var text = ""
    histogram.outputPercentileDistribution(to: &text, outputValueUnitScalingRatio: 1_000_000)
    return text
  }
}

internal import Glibc

/// A place on the globe, in degrees.
package struct Coordinates: Equatable, Sendable {
  /// Degrees north of the equator, −90 to 90.
  package var latitude: Double
  /// Degrees east of Greenwich, −180 to 180.
  package var longitude: Double

  /// A place, as given: see ``isValid``.
  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Whether both are numbers within their ranges.
  package var isValid: Bool { abs(latitude) <= 90 && abs(longitude) <= 180 }

  /// The great-circle distance in whole metres, on a sphere with a radius of 6,371 km, by the haversine formula
  /// (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984); nil where either place is not valid.
  ///
  /// It is rounded before anything is compared with it, so that the last bits of a machine's sines decide nothing.
  package func metres(to other: Coordinates) -> Int64? {
    guard isValid, other.isValid else { return nil }
    let radians = Double.pi / 180
    let halfNorth = sin((other.latitude - latitude) * radians / 2)
    let halfEast = sin((other.longitude - longitude) * radians / 2)
    let haversine =
      halfNorth * halfNorth + cos(latitude * radians) * cos(other.latitude * radians) * halfEast * halfEast
    let metres = 2 * earthRadiusMetres * asin(min(1, haversine.squareRoot()))
    return Int64(metres.rounded())
  }
}

private let earthRadiusMetres = 6_371_000.0

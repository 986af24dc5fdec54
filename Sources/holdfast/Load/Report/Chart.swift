/// A line chart as an SVG element, to stand in a page.
struct Chart {
  /// One line.
  struct Line {
    /// What the legend calls it.
    var name: String
    /// Its class in the page's style, which gives it its colour and dashes.
    var style: String
    /// Its points: a value on each axis.
    var points: [(x: Double, y: Double)]
  }

  /// What it shows, for those who cannot see it.
  var title: String
  var horizontal: ChartScale
  var vertical: ChartScale
  /// What is written beside a value of each axis.
  var horizontalLabel: (Double) -> String
  var verticalLabel: (Double) -> String
  var lines: [Line]
  /// Where on the horizontal axis something begins, drawn as an upright line with a word: the end of the warm-up.
  var mark: (x: Double, word: String)?

  private static let width = 860.0
  private static let height = 300.0
  private static let left = 78.0
  private static let right = 34.0
  private static let top = 14.0
  private static let bottom = 30.0

  /// The element.
  var svg: String {
    var parts = [
      "<svg viewBox=\"0 0 \(Self.text(Self.width)) \(Self.text(Self.height))\" role=\"img\" aria-label=\"\(title.escaped)\">"
    ]
    parts += grid
    if let mark {
      let x = Self.text(self.x(mark.x))
      parts.append(
        "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Self.text(Self.top))\" y2=\"\(Self.text(floor))\"/>")
      parts.append(
        "<text class=\"tick\" x=\"\(Self.text(self.x(mark.x) + 4))\" y=\"\(Self.text(Self.top + 10))\">\(mark.word.escaped)</text>"
      )
    }
    for line in lines where !line.points.isEmpty { parts.append(path(line)) }
    parts.append("</svg>")
    return parts.joined(separator: "\n")
  }

  /// The legend, as a row of names with their lines.
  var legend: String {
    let entries = lines.filter { !$0.points.isEmpty }.map { line in
      "<span><svg class=\"swatch\" viewBox=\"0 0 24 8\"><path class=\"line \(line.style)\" d=\"M0 4H24\"/></svg>\(line.name.escaped)</span>"
    }
    return "<p class=\"legend\">\(entries.joined())</p>"
  }

  private var floor: Double { Self.height - Self.bottom }

  private func x(_ value: Double) -> Double {
    Self.left + horizontal.position(value) * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double { floor - vertical.position(value) * (floor - Self.top) }

  private var grid: [String] {
    var parts: [String] = []
    for tick in vertical.ticks {
      let y = Self.text(self.y(tick))
      parts.append(
        "<line class=\"grid\" x1=\"\(Self.text(Self.left))\" x2=\"\(Self.text(Self.width - Self.right))\" y1=\"\(y)\" y2=\"\(y)\"/>"
      )
      parts.append(
        "<text class=\"tick\" text-anchor=\"end\" x=\"\(Self.text(Self.left - 8))\" y=\"\(Self.text(self.y(tick) + 4))\">\(verticalLabel(tick).escaped)</text>"
      )
    }
    for tick in horizontal.ticks {
      let x = Self.text(self.x(tick))
      parts.append(
        "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Self.text(floor))\" y2=\"\(Self.text(floor + 4))\"/>")
      parts.append(
        "<text class=\"tick\" text-anchor=\"middle\" x=\"\(x)\" y=\"\(Self.text(floor + 18))\">\(horizontalLabel(tick).escaped)</text>"
      )
    }
    return parts
  }

  private func path(_ line: Line) -> String {
    let steps = line.points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Self.text(x(point.x))) \(Self.text(y(point.y)))"
    }
    // A single point would be a line of no length.
    let end = line.points.count == 1 ? "h2" : ""
    return "<path class=\"line \(line.style)\" d=\"\(steps.joined())\(end)\"><title>\(line.name.escaped)</title></path>"
  }

  /// A coordinate to a tenth.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}

extension String {
  /// The text as it stands in HTML and in an attribute's quotes.
  var escaped: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }
}

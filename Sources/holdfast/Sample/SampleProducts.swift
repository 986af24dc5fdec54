internal import Messages

extension SampleData {
  /// How many products there are.
  static let productCount = 2000

  private static let adjectives = [
    "Oak", "Steel", "Linen", "Copper", "Nordic", "Compact", "Folding", "Classic", "Matte", "Heavy-duty", "Slim",
    "Ribbed",
    "Brushed", "Woven", "Glazed", "Natural", "Studio", "Travel", "Garden", "Winter",
  ]

  /// A hundred things by kind; the first kind is worn, and comes in sizes.
  private static let kinds: [(code: String, nouns: [String])] = [
    ("WEA", ["Jacket", "Parka", "Pullover", "Shirt", "Cardigan", "Trousers", "Gloves", "Beanie", "Socks", "Vest"]),
    (
      "KIT",
      ["Kettle", "Skillet", "Saucepan", "Cutting Board", "Chef Knife", "Mug", "Bowl", "Colander", "Ladle", "Grater"]
    ),
    (
      "LIT",
      [
        "Desk Lamp", "Floor Lamp", "Pendant", "Lantern", "Night Light", "Spotlight", "Wall Light", "Torch",
        "Candle Holder", "Light Strip",
      ]
    ),
    (
      "FUR",
      ["Chair", "Stool", "Side Table", "Bookshelf", "Bench", "Desk", "Cabinet", "Coat Rack", "Bed Frame", "Mirror"]
    ),
    (
      "TOO",
      [
        "Hammer", "Screwdriver Set", "Wrench", "Drill Bit Set", "Level", "Clamp", "Hand Saw", "Pliers", "Tape Measure",
        "Toolbox",
      ]
    ),
    ("TEX", ["Blanket", "Cushion", "Curtain", "Rug", "Towel", "Tablecloth", "Bed Sheet", "Throw", "Doormat", "Apron"]),
    (
      "OFF",
      [
        "Notebook", "Pen Set", "Stapler", "File Box", "Paper Tray", "Whiteboard", "Scissors", "Planner", "Label Maker",
        "Pin Board",
      ]
    ),
    (
      "OUT",
      [
        "Tent", "Sleeping Mat", "Cooler", "Camp Stove", "Water Bottle", "Backpack", "Hammock", "Trekking Poles",
        "Headlamp", "Dry Bag",
      ]
    ),
    (
      "ELE",
      [
        "Speaker", "Headphones", "Charger", "Power Bank", "Cable", "Keyboard", "Mouse", "Webcam", "Alarm Clock",
        "Scale",
      ]
    ),
    (
      "GAR",
      [
        "Planter", "Watering Can", "Trowel", "Rake", "Hose Reel", "Bird House", "Pruner", "Parasol", "Fire Bowl",
        "Seed Box",
      ]
    ),
  ]

  /// `P-0001` to `P-2000`.
  static func productID(_ index: Int) -> String { "P-" + padded(index + 1, 4) }

  /// The product of that index, from 0.
  static func product(_ index: Int) -> Product {
    let noun = index % 100
    let kind = kinds[noun / 10]
    let name = "\(adjectives[index / 100]) \(kind.nouns[noun % 10])"
    let sku = "\(kind.code)-\(padded(index + 1, 4))"
    let sizes = hasSizes(index) ? ["S", "M", "L", "XL"] : []
    let variants = sizes.enumerated().map { position, size in
      Variant(
        variantID: size, name: "\(name), \(size)", sku: "\(sku)-\(size)", barcodes: [barcode(index, position + 1)])
    }
    return Product(
      productID: productID(index), name: name, sku: sku, variants: variants,
      barcodes: index % 3 == 0 ? [barcode(index, 0)] : [])
  }

  /// Whether the product is worn, and comes in sizes.
  static func hasSizes(_ index: Int) -> Bool { index % 100 < 10 && index > 0 }

  /// An EAN-13 from the range that is free for use within a company (it begins with 2).
  private static func barcode(_ index: Int, _ position: Int) -> String {
    let digits = "2" + padded(index + 1, 6) + padded(position, 5)
    let sum = digits.enumerated().reduce(0) { sum, digit in
      sum + (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 1 : 3)
    }
    return digits + "\((10 - sum % 10) % 10)"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

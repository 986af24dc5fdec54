internal import Inventory
package import Messages

/// Collects what is wrong with a request, a field at a time, whatever the state is.
package struct RequestCheck {
  /// What was found, in the order of the checks.
  package private(set) var violations: [FieldViolation] = []

  /// Nothing found so far.
  package init() {}

  /// Adds a violation of `field`.
  package mutating func add(_ field: String, _ message: String) {
    // A hostile request can hold a thousand wrong rows: the first hundred say enough.
    guard violations.count < 100 else { return }
    // What is quoted of the request can be as long as the request.
    let isLong = message.utf8.count > Self.longestMessageBytes
    let shown = isLong ? String(decoding: message.utf8.prefix(Self.longestMessageBytes), as: UTF8.self) + "…" : message
    violations.append(FieldViolation(field: field, message: shown))
  }

  /// The longest message that is told in full, in bytes.
  private static let longestMessageBytes = 1024

  /// Adds a violation of `field` unless `isRight`.
  package mutating func require(
    _ isRight: Bool, _ field: @autoclosure () -> String, _ message: @autoclosure () -> String
  ) {
    if !isRight { add(field(), message()) }
  }

  /// `value` must be an identifier: UTF-8, 1 to 128 bytes, no control characters.
  package mutating func identifier(_ value: String, _ field: @autoclosure () -> String) {
    if value.isEmpty {
      add(field(), "is missing: needs 1 to 128 bytes of UTF-8")
    } else {
      optionalIdentifier(value, field())
    }
  }

  /// `value` must be empty or an identifier.
  package mutating func optionalIdentifier(_ value: String, _ field: @autoclosure () -> String) {
    guard !value.isEmpty else { return }
    if value.utf8.count > 128 {
      add(field(), "has \(value.utf8.count) bytes: at most 128 are allowed")
    } else if !isIdentifier(value) {
      add(field(), "has a control character: identifiers have none")
    }
  }

  /// `value` must be a text for people of at most `bytes` bytes.
  package mutating func text(_ value: String, _ field: @autoclosure () -> String, bytes: Int = 1024) {
    if value.utf8.count > bytes { add(field(), "has \(value.utf8.count) bytes: at most \(bytes) are allowed") }
  }

  /// A list must hold `range` elements.
  package mutating func count(_ count: Int, _ field: @autoclosure () -> String, _ range: ClosedRange<Int>) {
    if !range.contains(count) {
      add(field(), "has \(count) elements: \(range.lowerBound) to \(range.upperBound) are allowed")
    }
  }

  /// `value` must be at least 1.
  package mutating func positive(_ value: Int64, _ field: @autoclosure () -> String) {
    if value < 1 { add(field(), "is \(value): must be at least 1") }
  }

  /// `value` must not be negative.
  package mutating func notNegative(_ value: Int64, _ field: @autoclosure () -> String) {
    if value < 0 { add(field(), "is \(value): must not be negative") }
  }

  /// Facts for the journal: few and short.
  package mutating func metadata(_ metadata: [Metadata]) {
    count(metadata.count, "metadata", 0...16)
    for (index, pair) in metadata.enumerated() {
      identifier(pair.key, "metadata[\(index)].key")
      text(pair.value, "metadata[\(index)].value")
    }
  }

  /// A reference must say its type and id.
  package mutating func reference(_ reference: Reference?, _ field: String) {
    guard let reference else { return add(field, "is missing") }
    require(
      [.cart, .order, .transfer].contains(reference.type), "\(field).type",
      "must be REFERENCE_TYPE_CART, REFERENCE_TYPE_ORDER or REFERENCE_TYPE_TRANSFER")
    identifier(reference.id, "\(field).id")
  }

  /// Latitude and longitude stand together, and on the globe.
  package mutating func address(_ address: Address?, _ field: String) {
    guard let address else { return }
    for (value, name) in [
      (address.street, "street"), (address.city, "city"), (address.state, "state"), (address.postalCode, "postal_code"),
      (address.country, "country"),
    ] { text(value, "\(field).\(name)", bytes: 256) }
    switch (address.latitude, address.longitude) {
    case (nil, nil): break
    case (let latitude?, let longitude?):
      require((-90.0...90.0).contains(latitude), "\(field).latitude", "is \(latitude): must be from -90 to 90")
      require((-180.0...180.0).contains(longitude), "\(field).longitude", "is \(longitude): must be from -180 to 180")
    case (_?, nil): add("\(field).longitude", "is missing: latitude and longitude stand together")
    case (nil, _?): add("\(field).latitude", "is missing: latitude and longitude stand together")
    }
  }

  /// Either ids or a reference, and not both.
  ///
  /// - Parameters:
  ///   - idsField: the list of the ids.
  ///   - idMember: what follows an element's place in that list to name the id, such as `.reservation_id`; empty = the element is the id.
  package mutating func idsOrReference(
    _ ids: [String], _ reference: Reference?, idsField: String = "reservation_ids", idMember: String = ""
  ) {
    if ids.isEmpty, reference != nil {
      self.reference(reference, "reference")
    } else {
      self.ids(ids, idsField, idMember, others: reference != nil, othersField: "reference")
    }
  }

  /// Either ids or a cart, and not both.
  package mutating func idsOrCart(_ ids: [String], _ cart: String) {
    if ids.isEmpty, !cart.isEmpty {
      identifier(cart, "cart_id")
    } else {
      self.ids(ids, "reservation_ids", "", others: !cart.isEmpty, othersField: "cart_id")
    }
  }

  private mutating func ids(
    _ ids: [String], _ idsField: String, _ idMember: String, others: Bool, othersField: String
  ) {
    guard !ids.isEmpty else { return add(idsField, "is empty and there is no \(othersField): give one of them") }
    require(!others, othersField, "is given together with \(idsField): give one of them")
    count(ids.count, idsField, 1...1000)
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() {
      identifier(id, "\(idsField)[\(index)]\(idMember)")
      require(seen.insert(id).inserted, "\(idsField)[\(index)]\(idMember)", "is given twice")
    }
  }

  /// Throws INVALID_ARGUMENT with all that was found, if anything was.
  package func finish() throws(CallFailure) {
    if !violations.isEmpty { throw CallFailure.invalid(violations) }
  }
}

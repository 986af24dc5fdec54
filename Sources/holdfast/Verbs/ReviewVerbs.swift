internal import ArgumentParser
internal import Messages

/// Differences that somebody has to decide.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Decide differences that are too large to be corrected unseen.",
    subcommands: [ReviewList.self, ReviewResolve.self])
}

/// Reviews, newest first.
struct ReviewList: ListVerb {
  typealias Request = ListReviewsRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Reviews, newest first: open ones, unless another status is named.",
    discussion: "Example: holdfast review list --warehouse DC-CHI")
  static let method = Method.auditServiceListReviews

  @Option(help: "With this status (default: open).") var status: Choice<ReviewStatus>?
  @Option(help: ArgumentHelp("Only of this product.", valueName: "product")) var product: String?
  @Option(help: ArgumentHelp("Only at this warehouse.", valueName: "warehouse")) var warehouse: String?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> ListReviewsRequest {
    ListReviewsRequest(
      status: status?.value ?? .unspecified, productID: product ?? "", warehouseID: warehouse ?? "",
      pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListReviewsResponse) -> View { .reviews(response.reviews) }
  static func nextPageToken(_ response: ListReviewsResponse) -> String { response.nextPageToken }
  static func count(_ response: ListReviewsResponse) -> Int { response.reviews.count }

  static func append(_ next: ListReviewsResponse, to response: inout ListReviewsResponse) {
    response.reviews += next.reviews
    response.nextPageToken = next.nextPageToken
  }
}

/// Decides a review.
struct ReviewResolve: Verb {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Decide a review: --correct adds the difference to what is on hand, --dismiss lets the book stand.",
    discussion: "Example: holdfast review resolve 9f3c62d1b07a4e58-5051 --correct --note \"counted twice\"")
  static let method = Method.auditServiceResolveReview

  @Argument(help: "The review.") var review: String
  @Flag(help: "Correct the difference.") var correct = false
  @Flag(help: "Let the book stand.") var dismiss = false
  @Option(help: ArgumentHelp("A word about it.", valueName: "text")) var note: String?
  @Flag(name: .customLong("allow-oversold"), help: "Even below what is held. Admins only.") var allowOversold = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if correct == dismiss { throw ValidationError("Say one of --correct and --dismiss.") }
    if allowOversold, !correct { throw ValidationError("--allow-oversold goes with --correct.") }
  }

  func request() -> ResolveReviewRequest {
    ResolveReviewRequest(reviewID: review, correct: correct, note: note ?? "", allowOversold: allowOversold)
  }

  func view(of response: ResolveReviewResponse) -> View {
    var view = View.reviews([response.review].compactMap { $0 })
    view.blocks += View.levels([response.level].compactMap { $0 }).blocks
    return view
  }
}

extension View {
  /// Reviews as a table.
  static func reviews(_ reviews: [Review]) -> View {
    let table = Table(
      [
        .whole("REVIEW"), .text("PRODUCT"), .text("WAREHOUSE"), .number("BOOK"), .number("COUNTED"),
        .number("DIFFERENCE"), .text("STATUS"), .text("FOUND BY", dropOrder: 1), .text("FOUND", dropOrder: 3),
        .text("NOTE", dropOrder: 2, hidesWhenBlank: true),
      ],
      rows: reviews.map { review in
        [
          review.reviewID, Words.product(review.productID, review.variantID), review.warehouseID,
          Words.number(review.book), Words.number(review.counted), Words.number(review.difference),
          Words.phrase(review.status), review.foundBy, Words.minute(review.foundAt), review.note,
        ]
      })
    return View([.table(table)], ids: reviews.map(\.reviewID))
  }
}

// swift-tools-version:6.2
import PackageDescription

/// The language rules every target of ours is built with.
let rules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")

/// Those of the tests: the same but for marks at every pointer of a fixture.
let testRules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
  name: "holdfast",
  products: [
    .library(name: "HoldfastClient", targets: ["HoldfastClient"]),
    .executable(name: "holdfastd", targets: ["holdfastd"]),
    .executable(name: "holdfast", targets: ["holdfast"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
  ],
  targets: [
    // What the system gives.
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])]),
    .systemLibrary(
      name: "CProtobufC", pkgConfig: "libprotobuf-c", providers: [.apt(["libprotobuf-c-dev"])]),
    .target(name: "CSystem"),
    .target(name: "CMessages", dependencies: ["CProtobufC"]),

    // The data's way: bytes, TLS, frame, message, query or command, store, reply.
    .target(name: "Messages", dependencies: ["CMessages", "CProtobufC"], swiftSettings: rules),
    .target(name: "Wire", dependencies: ["Messages"], swiftSettings: rules),
    .target(name: "TLS", dependencies: ["COpenSSL", "CSystem"], swiftSettings: rules),
    .target(name: "EventLoop", dependencies: ["CSystem"], swiftSettings: rules),
    .target(name: "Transport", dependencies: ["Messages", "Wire", "TLS", "EventLoop"], swiftSettings: rules),
    .target(name: "Inventory", swiftSettings: rules),
    .target(name: "LMDB", dependencies: ["CLMDB", "CSystem"], swiftSettings: rules),
    .target(name: "Journal", dependencies: ["CSystem", "COpenSSL"], swiftSettings: rules),
    .target(
      name: "Engine", dependencies: ["Inventory", "LMDB", "Journal", "Messages", "CSystem"],
      swiftSettings: rules),
    .target(
      name: "Services", dependencies: ["COpenSSL", "Inventory", "LMDB", "Engine", "Messages", "Wire"],
      swiftSettings: rules),
    .target(
      name: "Server",
      dependencies: [
        "Services", "Engine", "Journal", "Messages", "Transport", "TLS", "EventLoop", "Wire", "CSystem", logging,
      ],
      swiftSettings: rules),
    .target(
      name: "HoldfastClient", dependencies: ["Wire", "TLS", "Messages", "EventLoop", "Transport"],
      swiftSettings: rules),
    .executableTarget(
      name: "holdfastd", dependencies: ["Server", logging], swiftSettings: rules),
    .executableTarget(
      name: "holdfast",
      dependencies: [
        "HoldfastClient", "Engine", "Journal", "Messages", "Wire", "TLS", "EventLoop", "Transport", "CSystem",
        "COpenSSL",
        arguments, histogram,
      ],
      swiftSettings: rules),
    .executableTarget(name: "messagegen", dependencies: [protobuf], swiftSettings: rules),

    // Tests mirror the targets.
    .target(
      name: "Support", dependencies: ["TLS", "Server", "Services", "Engine", "HoldfastClient", logging],
      path: "Tests/Support",
      swiftSettings: testRules),
    .testTarget(name: "WireTests", dependencies: ["Wire", "Messages"], swiftSettings: testRules),
    .testTarget(
      name: "MessagesTests", dependencies: ["Messages", "CMessages", "CProtobufC"],
      swiftSettings: testRules),
    .testTarget(name: "messagegenTests", dependencies: ["messagegen", protobuf], swiftSettings: testRules),
    .testTarget(name: "TLSTests", dependencies: ["TLS", "COpenSSL"], swiftSettings: testRules),
    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop"], swiftSettings: testRules),
    .testTarget(
      name: "TransportTests", dependencies: ["Transport", "Messages", "Wire", "TLS", "EventLoop"],
      swiftSettings: testRules),
    .testTarget(name: "InventoryTests", dependencies: ["Inventory"], swiftSettings: testRules),
    .testTarget(name: "LMDBTests", dependencies: ["LMDB"], swiftSettings: testRules),
    .testTarget(name: "JournalTests", dependencies: ["Journal"], swiftSettings: testRules),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "Journal", "LMDB", "Messages"], swiftSettings: testRules),
    .testTarget(
      name: "ServicesTests", dependencies: ["Services", "Engine", "Journal", "Messages", "Wire"],
      swiftSettings: testRules),
    .testTarget(
      name: "ModelTests", dependencies: ["Services", "Engine", "Journal", "LMDB", "Messages"],
      swiftSettings: testRules),
    .target(name: "RetailOrders", dependencies: ["Messages"], path: "Tests/RetailOrders", swiftSettings: testRules),
    .testTarget(
      name: "ScenarioTests",
      dependencies: ["RetailOrders", "Services", "Engine", "Journal", "LMDB", "Messages"], swiftSettings: testRules),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Server", "Services", "Engine", "Messages", "Wire", "TLS", "EventLoop", "Transport", "HoldfastClient",
        "Support",
      ], swiftSettings: testRules),
    .testTarget(
      name: "HoldfastClientTests",
      dependencies: ["HoldfastClient", "Messages", "Wire", "TLS", "EventLoop", "Transport", "Support"],
      swiftSettings: testRules),
    .testTarget(
      name: "HoldfastToolTests",
      dependencies: ["holdfast", "Messages", "Wire", "TLS", "EventLoop", "Transport", arguments, histogram],
      swiftSettings: testRules),
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "Support", "Server", "Wire", "Messages", "HoldfastClient", "TLS", "COpenSSL", "EventLoop", "Transport",
        "holdfastd",
      ],
      swiftSettings: testRules),
    .executableTarget(
      name: "crashdriver", dependencies: ["Engine", "Journal", "Messages", "CLMDB"], path: "Tests/CrashDriver",
      swiftSettings: testRules),
    .target(name: "FaultInjection", path: "Tests/FaultInjection", swiftSettings: testRules),
    .testTarget(name: "CrashTests", dependencies: ["FaultInjection", "crashdriver"], swiftSettings: testRules),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "FaultInjection", "RetailOrders", "Support", "Server", "TLS", "Messages", "Journal", "HoldfastClient",
        "Inventory", "holdfastd", "holdfast",
      ],
      swiftSettings: testRules),
  ]
)

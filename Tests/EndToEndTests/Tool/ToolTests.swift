import Testing

extension EndToEnd {
  @Suite("The client tool and the server, as an operator starts them") struct ToolTests {
    @Test("from making certificates to shipping an order, each verb ends with the code that it promises")
    func conversation() async throws {
      let daemon = try Daemon(["--config=certs/dev/holdfast.json"])
      var holdfast = Tool(directory: daemon.directory)
      #expect(try await holdfast("stock", "get", "P-0001").status == 1, "no certificates yet")
      #expect(try await holdfast("certs", "init").status == 0)
      let again = try await holdfast("certs", "init")
      #expect(again.status == 4 && again.errors.contains("exists already"))

      try await daemon.start()
      holdfast.options = ["--server", "127.0.0.1:\(daemon.port)"]
      let unknown = try await holdfast("stock", "get", "P-0001")
      #expect(unknown.status == 3 && unknown.errors.contains("P-0001"))
      #expect(try await holdfast("sample", "load", "--quiet").status == 0)
      #expect(try await holdfast("sample", "load").output.contains("left alone"))

      let before = try await holdfast("stock", "get", "P-0001", "--json")
      #expect(before.status == 0)
      let onHand = try before.number("onHand")
      #expect(onHand > 2)
      let reserved = try before.number("reserved")
      let cart = try await holdfast("--identity", "seller", "reserve", "--cart", "C-1", "--item", "P-0001x2", "--quiet")
      #expect(cart.status == 0)
      #expect(cart.output.split(separator: "\n").count >= 1)
      #expect(try await holdfast("stock", "get", "P-0001", "--json").number("reserved") == reserved + 2)
      let tooMany = try await holdfast("reserve", "--order", "O-9", "--item", "P-0001x1000000000")
      #expect(tooMany.status == 4 && tooMany.errors.contains("available"))
      #expect(try await holdfast("convert", "--cart", "C-1", "--order", "O-1").status == 0)
      #expect(try await holdfast("convert", "--cart", "C-1", "--order", "O-2").status == 3, "there is no such cart now")
      #expect(try await holdfast("fulfill", "--order", "O-1").status == 0)
      #expect(try await holdfast("fulfill", "--order", "O-1").status == 3, "it has left already")
      let after = try await holdfast("stock", "get", "P-0001", "--json")
      #expect(try after.number("onHand") == onHand - 2)
      #expect(try after.number("reserved") == reserved)

      let isAllowed = try await holdfast("--identity", "reader", "reserve", "--order", "O-3", "--item", "P-0001x1")
      #expect(isAllowed.status == 5 && isAllowed.errors.contains("seller"))
      #expect(try await holdfast("reserve", "--order", "O-3", "--item", "P-0001").status == 2)
      #expect(try await holdfast("nonsense").status == 2)

      for isRepeat in [false, true] {
        let adjusted = try await holdfast(
          "stock", "adjust", "P-0001", "--warehouse", "DC-CHI", "--by", "1", "--command-id", "once", "--reason", "found"
        )
        #expect(adjusted.status == 0)
        #expect(adjusted.errors.contains("done before") == isRepeat)
      }
      #expect(try await holdfast("stock", "get", "P-0001", "--json").number("onHand") == onHand - 1)
      #expect(try await holdfast("status").output.contains("0.1.0"))

      #expect(await daemon.terminate() == 0)
      #expect(try await holdfast("stock", "get", "P-0001").status == 6)
    }
  }
}

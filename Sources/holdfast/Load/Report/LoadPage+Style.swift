extension LoadPage {
  /// How the page looks, by day and by night.
  static let style = """

    :root { --page: #ffffff; --ink: #1c2330; --soft: #5b6474; --rule: #dfe3ea; --card: #f5f7fa; --c0: #1f6feb; --c1: #b35900;
      --c2: #1a7f37; --c3: #cf222e; --c4: #8250df; --better: #1a7f37; --worse: #cf222e; --warn: #fff3d6; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #12161d; --ink: #e4e8ef; --soft: #9aa4b5; --rule: #2d3542; --card: #1b212b; --c0: #6cb0ff; --c1: #f0a24b;
        --c2: #57c770; --c3: #ff7b72; --c4: #c297ff; --better: #57c770; --worse: #ff7b72; --warn: #4a3a12; } }
    body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
    main { max-width: 900px; margin: 0 auto; padding: 24px 20px 48px; }
    h1 { font-size: 24px; margin: 0; } h2 { font-size: 16px; margin: 28px 0 8px; }
    .when { color: var(--soft); margin: 4px 0 16px; }
    .warning { background: var(--warn); padding: 8px 12px; border-radius: 6px; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 8px; }
    .tiles div { background: var(--card); border-radius: 6px; padding: 10px 12px; }
    .tiles b { display: block; font-size: 19px; font-variant-numeric: tabular-nums; } .tiles span { color: var(--soft); font-size: 13px; }
    svg { display: block; width: 100%; height: auto; }
    .legend { margin: 0 0 4px; color: var(--soft); font-size: 13px; }
    .legend span { margin-right: 16px; white-space: nowrap; } .legend .swatch { display: inline-block; width: 24px; height: 8px; margin-right: 6px; }
    .grid { stroke: var(--rule); stroke-width: 1; } .mark { stroke: var(--soft); stroke-dasharray: 2 3; }
    .tick { fill: var(--soft); font: 12px system-ui, sans-serif; }
    .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); } .all { stroke: var(--c4); }
    .before, .before2 { stroke: var(--soft); stroke-dasharray: 5 4; } .before2 { stroke-dasharray: 1 4; }
    .wide { overflow-x: auto; } .chart svg { min-width: 600px; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
    th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid var(--rule); white-space: nowrap; } th { color: var(--soft); font-weight: 500; }
    .n { text-align: right; } .better td:last-child { color: var(--better); } .worse td:last-child { color: var(--worse); }

    """
}

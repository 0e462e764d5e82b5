extension Stylesheet {
  static let lists = """
    .pager { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem; margin-top: 3rem; }
    .pager a {
      display: block;
      padding: 0.75rem 1rem;
      border: 1px solid var(--line);
      border-radius: 4px;
      color: var(--link);
      text-decoration: none;
    }
    .pager a:hover { border-color: var(--link); }
    .pager a:hover .title { text-decoration: underline; }
    .pager .direction { display: block; color: var(--muted); font-size: 0.88rem; }
    .pager .title { font-weight: 650; }
    .pager .next { text-align: end; }
    .pager .prev .direction::before { content: "← " / ""; }
    .pager .next .direction::after { content: " →" / ""; }
    [dir="rtl"] .pager .prev .direction::before { content: "→ " / ""; }
    [dir="rtl"] .pager .next .direction::after { content: " ←" / ""; }

    .cover { margin-bottom: 2.5rem; padding-bottom: 1.75rem; border-bottom: 1px solid var(--line); }
    .lead { color: var(--muted); font-size: 1.2rem; line-height: 1.5; }
    .facts { display: flex; flex-wrap: wrap; gap: 0.35rem 0.6rem; padding: 0; list-style: none; }
    .facts li { margin: 0; padding: 0.1rem 0.7rem; border-radius: 1rem; background: var(--surface); font-size: 0.93rem; }
    .facts li.draft { background: var(--draft-tint); color: var(--draft); font-weight: 600; }
    .cover p:last-child { margin: 1.5rem 0 0; }
    a.start {
      display: inline-block;
      padding: 0.6rem 1.2rem;
      border-radius: 4px;
      background: var(--band);
      color: var(--on-band);
      font-weight: 650;
      text-decoration: none;
    }
    a.start:hover { text-decoration: underline; }
    @media (prefers-color-scheme: dark) { a.start { background: #1f5587; } }

    .lessons ol { padding: 0; list-style: none; counter-reset: lesson; border-top: 1px solid var(--line); }
    .lessons li {
      display: grid;
      grid-template-columns: 2.2rem minmax(0, 1fr) auto;
      gap: 0 0.5rem;
      align-items: baseline;
      margin: 0;
      padding: 0.6rem 0;
      border-bottom: 1px solid var(--line);
      counter-increment: lesson;
    }
    .lessons li::before { content: counter(lesson); color: var(--muted); font-weight: 650; font-variant-numeric: tabular-nums; }
    .lessons a { grid-column: 2; font-weight: 650; }
    .lessons .time { grid-column: 3; color: var(--muted); font-size: 0.93rem; white-space: nowrap; }
    .about dl > div { display: grid; grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr); gap: 0 1rem; padding: 0.45rem 0; border-bottom: 1px solid var(--line); }
    .about dt { color: var(--muted); font-weight: 400; }
    .about dd { margin: 0; padding: 0; }
    .about dd ul { margin: 0; padding: 0; list-style: none; }
    @media (max-width: 30rem) {
      .about dl > div { grid-template-columns: 1fr; }
      .box, .overview { padding-inline: 0.9rem; }
    }

    """

  static let print = """
    @media print {
      @page { margin: 2cm; }
      :root {
        --paper: #ffffff; --surface: #f6f6f6; --ink: #000000; --muted: #333333; --line: #bbbbbb;
        --link: #000000; --visited: #000000; --slate-tint: #ffffff; --blue-tint: #ffffff;
        --teal-tint: #ffffff; --amber-tint: #ffffff; --violet-tint: #ffffff; --plum-tint: #ffffff;
        --green-tint: #ffffff; --red-tint: #ffffff; --draft: #000000; --draft-tint: #ffffff;
        --slate: #333333; --blue: #333333; --teal: #333333; --amber: #333333; --violet: #333333;
        --plum: #333333; --green: #333333; --red: #333333;
      }
      body { font-size: 10.5pt; }
      header.site { background: none; color: #000000; border-bottom: 1pt solid #000000; }
      header.site a, header.site .provider, header.site .edition { color: #000000; }
      header.site .bar, footer.site .bar, .page { max-width: none; padding-inline: 0; }
      .page { display: block; }
      main { max-width: none; }
      .skip, .contents, .pager, .to-contents, .to-search, a.start, .quiz .actions { display: none !important; }
      h1, h2, h3, h4, .label, summary, figcaption { break-after: avoid; }
      pre, figure, tr, .overview { break-inside: avoid; }
      .whole + .whole { break-before: page; border: 0; margin: 0; padding: 0; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      .box { border: 1pt solid #bbbbbb; border-inline-start: 3pt solid #333333; }
      /* Paper cannot be unfolded. */
      details::details-content { content-visibility: visible; block-size: auto; }
      main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
    }

    """
}

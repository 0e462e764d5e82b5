extension Stylesheet {
  static let text = """
    h1, h2, h3, h4, h5, h6 { margin: 2.2em 0 0.6em; line-height: 1.25; font-weight: 680; text-wrap: balance; }
    h1 { margin: 0 0 0.6em; font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.4rem); letter-spacing: -0.012em; }
    h2 { font-size: 1.5rem; letter-spacing: -0.006em; }
    h3 { margin-top: 1.8em; font-size: 1.2rem; }
    h4, h5, h6 { margin-top: 1.6em; font-size: 1.0625rem; }
    h2 + h3, h3 + h4 { margin-top: 1em; }
    p, ul, ol, dl, blockquote, figure, details, .table { margin: 0 0 1.1rem; }
    ul, ol { padding-inline-start: 1.5rem; }
    li { margin-bottom: 0.3rem; }
    li > p { margin-bottom: 0.5rem; }
    li > ul, li > ol { margin-bottom: 0; margin-top: 0.3rem; }
    li::marker { color: var(--muted); }
    dt { font-weight: 650; }
    dd { margin: 0 0 0.6rem; padding-inline-start: 1.25rem; }
    hr { margin: 2.5rem 0; border: 0; border-top: 1px solid var(--line); }
    blockquote { padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--line); color: var(--muted); }
    strong { font-weight: 680; }
    mark { background: var(--draft-tint); color: inherit; }
    sup, sub { line-height: 0; }
    .footnote a { padding-inline: 0.15em; text-decoration: none; }
    .footnote a::before { content: "["; }
    .footnote a::after { content: "]"; }
    .kicker { margin: 0 0 0.35rem; color: var(--muted); font-size: 0.95rem; font-weight: 600; }

    code, kbd, samp, pre { font-family: var(--mono); font-size: 0.9em; }
    :not(pre) > code, kbd {
      padding: 0.1em 0.32em;
      border-radius: 4px;
      background: var(--surface);
      overflow-wrap: anywhere;
    }
    .box :not(pre) > code, .overview :not(pre) > code { background: rgb(127 140 155 / 0.16); }
    kbd { border: 1px solid var(--line); }
    pre {
      margin: 0 0 1.1rem;
      padding: 0.85rem 1rem;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--surface);
      font-size: 0.9rem;
      line-height: 1.5;
      overflow-x: auto;
      tab-size: 4;
    }
    pre code { font-size: inherit; }
    figure.code pre { margin: 0; }
    figure.code figcaption {
      display: block;
      width: fit-content;
      margin: 0 0 -1px 0.75rem;
      padding: 0.1rem 0.6rem;
      border: 1px solid var(--line);
      border-bottom: 0;
      border-radius: 5px 5px 0 0;
      background: var(--surface);
      color: var(--muted);
      font-size: 0.78rem;
      font-weight: 600;
    }
    figure.code.printed pre { background: var(--paper); border-style: dashed; }
    figure.code.printed figcaption { background: var(--paper); border-style: dashed; }
    figure.code.error pre, figure.code.warning pre { border-color: var(--red); }

    img, video { max-width: 100%; height: auto; border-radius: 4px; }
    audio { max-width: 100%; }
    figcaption { margin-top: 0.5rem; color: var(--muted); font-size: 0.93rem; }
    .no-image { color: var(--muted); font-style: italic; }
    @media (prefers-color-scheme: dark) { main img { background: #ffffff; } }

    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.96rem; font-variant-numeric: tabular-nums; }
    th, td {
      padding: 0.45rem 0.8rem;
      border-bottom: 1px solid var(--line);
      text-align: start;
      vertical-align: top;
    }
    thead th, thead td { border-bottom: 2px solid var(--muted); vertical-align: bottom; }
    .center { text-align: center; }
    .right { text-align: end; }

    """

  static let boxes = """
    .overview {
      margin: 0 0 2.25rem;
      padding: 1.1rem 1.25rem 0.35rem;
      border: 1px solid var(--line);
      border-top: 4px solid var(--blue);
      border-radius: 4px;
      background: var(--surface);
    }
    .overview h2 { margin: 0 0 0.6rem; font-size: 1.1rem; }
    .overview h3 { margin: 0 0 0.4rem; color: var(--muted); font-size: 0.95rem; }
    .overview .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 0 2rem; }
    .overview ul { padding-inline-start: 1.1rem; font-size: 0.98rem; }
    .times { display: flex; flex-wrap: wrap; gap: 0.2rem 1.75rem; margin-bottom: 0.9rem; }
    .times div { display: flex; gap: 0.45rem; }
    .times dt { color: var(--muted); font-weight: 400; }
    .times dd { margin: 0; padding: 0; font-weight: 650; }

    .box {
      --tone: var(--slate);
      --tint: var(--slate-tint);
      margin: 1.75rem 0;
      padding: 1rem 1.25rem 0.1rem;
      border-inline-start: 4px solid var(--tone);
      border-radius: 4px;
      background: var(--tint);
    }
    .box > .label { margin: 0 0 0.35rem; color: var(--tone); font-size: 0.9rem; font-weight: 680; }
    .box > .label + :is(h1, h2, h3, h4, h5, h6) { margin: 0 0 0.6rem; font-size: 1.15rem; }
    .box :is(h2, h3, h4, h5, h6) { font-size: 1.08rem; }
    .callout { --tone: var(--amber); --tint: var(--amber-tint); }
    .caution { --tone: var(--red); --tint: var(--red-tint); }
    .discussion { --tone: var(--violet); --tint: var(--violet-tint); }
    .checklist, .questions, .objectives { --tone: var(--blue); --tint: var(--blue-tint); }
    .testimonial { --tone: var(--plum); --tint: var(--plum-tint); }
    .challenge { --tone: var(--teal); --tint: var(--teal-tint); }
    .keypoints { --tone: var(--green); --tint: var(--green-tint); }
    .testimonial > p:not(.label) { font-style: italic; }

    details { border-radius: 4px; }
    details.box { padding: 0; border: 1px solid var(--line); background: var(--paper); }
    .box details.box { margin: 1rem 0 1.1rem; }
    details:not(.box) { padding: 0.1rem 1rem; border: 1px solid var(--line); }
    summary { padding: 0.6rem 1rem; cursor: pointer; font-weight: 650; }
    details:not(.box) > summary { margin-inline: -1rem; }
    details.box > summary { color: var(--link); }
    details.box[open] > summary { border-bottom: 1px solid var(--line); }
    details.box > summary:hover { background: var(--surface); }
    .unfolded { padding: 1rem 1rem 0.1rem; }

    .tasks { padding-inline-start: 0; list-style: none; }
    .tasks > li { padding: 0.15rem 0; }
    .tasks label { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr); }
    .tasks input { width: 1.05rem; height: 1.05rem; margin: 0.3rem 0 0; accent-color: var(--link); }

    .footnotes { margin-top: 3rem; border-top: 1px solid var(--line); font-size: 0.95rem; }
    .footnotes h2 { margin: 1.25rem 0 0.75rem; font-size: 1.05rem; }
    .footnotes [role="doc-backlink"] { margin-inline-start: 0.35rem; }
    :target { scroll-margin-top: 1rem; }
    .footnotes li:target, .footnote a:target { background: var(--draft-tint); }
    .credit {
      margin-top: 3rem;
      padding: 1rem 1.25rem 0.1rem;
      border: 1px solid var(--line);
      border-radius: 4px;
      font-size: 0.95rem;
    }
    .credit h2 { margin: 0 0 0.5rem; font-size: 1.05rem; }

    """
}

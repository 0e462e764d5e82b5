/// The one stylesheet of a site: no framework, no fonts to load, light and dark.
enum Stylesheet {
  /// The file.
  static func bytes(_ brand: Brand?) -> [UInt8] {
    let own = brand?.stylesheet ?? ""
    // Paper has colours of its own, whatever the office's are.
    return Array((colours + own + page + text + boxes + lists + interactive + print).utf8)
  }

  private static let colours = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff;
      --surface: #f3f5f8;
      --ink: #1b2530;
      --muted: #4d5b69;
      --line: #d2d9e1;
      --link: #14538f;
      --visited: #5b3f8c;
      --focus: #b35900;
      --band: #12324f;
      --on-band: #ffffff;
      --on-band-muted: #c6d6e6;
      --button: #12324f;
      --on-button: #ffffff;
      --draft: #7a4b00;
      --draft-tint: #fdf1db;
      --slate: #45525f;
      --slate-tint: #f1f4f7;
      --blue: #14538f;
      --blue-tint: #eaf2fa;
      --teal: #0a625c;
      --teal-tint: #e7f4f2;
      --amber: #7a4b00;
      --amber-tint: #fdf4e2;
      --violet: #5b3f8c;
      --violet-tint: #f3effa;
      --plum: #7b3459;
      --plum-tint: #faeff4;
      --green: #1c6337;
      --green-tint: #e9f5ed;
      --red: #9b2420;
      --red-tint: #fdeeed;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial,
        sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", Menlo,
        monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #12171d;
        --surface: #1b222a;
        --ink: #e3e8ee;
        --muted: #a9b5c2;
        --line: #35404c;
        --link: #8fc3f7;
        --visited: #c5b1f2;
        --focus: #ffb454;
        --band: #0c2236;
        --on-band: #f2f6fa;
        --on-band-muted: #b3c5d6;
        --button: #1f5587;
        --on-button: #ffffff;
        --draft: #f3c46f;
        --draft-tint: #33260d;
        --slate: #b4c0cc;
        --slate-tint: #1d242c;
        --blue: #93c4f5;
        --blue-tint: #14263a;
        --teal: #7fd1c7;
        --teal-tint: #0f2a2a;
        --amber: #f0c067;
        --amber-tint: #2c2210;
        --violet: #c5b1f2;
        --violet-tint: #251e38;
        --plum: #eeaac9;
        --plum-tint: #321a27;
        --green: #8fd6a6;
        --green-tint: #12291b;
        --red: #f5a29c;
        --red-tint: #371a19;
      }
    }

    """

  private static let page = """
    *, *::before, *::after { box-sizing: border-box; }
    html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1.0625rem/1.62 var(--sans);
      overflow-wrap: break-word;
    }
    a { color: var(--link); text-decoration-thickness: 0.07em; text-underline-offset: 0.18em; }
    a:visited { color: var(--visited); }
    a:hover { text-decoration-thickness: 0.14em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    .skip {
      position: absolute;
      inset-inline-start: 1rem;
      top: -4rem;
      z-index: 1;
      padding: 0.5rem 1rem;
      background: var(--paper);
      color: var(--link);
    }
    .skip:focus { top: 0.5rem; }

    header.site { background: var(--band); color: var(--on-band); }
    header.site .bar, footer.site .bar, .page {
      max-width: 76rem;
      margin-inline: auto;
      padding-inline: clamp(1rem, 4vw, 2.5rem);
    }
    header.site .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.15rem 1.25rem;
      padding-block: 0.85rem;
    }
    header.site p { margin: 0; }
    header.site .logo { align-self: center; width: auto; height: 2rem; border-radius: 0; background: none; }
    header.site a { color: var(--on-band); }
    header.site .course { font-weight: 650; font-size: 1.1rem; margin-inline-end: auto; }
    header.site .course a { text-decoration: none; }
    header.site .course a:hover { text-decoration: underline; }
    header.site .provider, header.site .edition, header.site .to-contents, header.site .to-search { font-size: 0.9rem; }
    header.site .provider, header.site .edition { color: var(--on-band-muted); }
    header.site .edition.draft {
      padding: 0.05rem 0.6rem;
      border-radius: 1rem;
      background: var(--draft-tint);
      color: var(--draft);
      font-weight: 600;
    }
    header.site :focus-visible { outline-color: #ffb454; }

    .page { padding-block: 2rem 3rem; }
    main { max-width: 70ch; margin-inline: auto; }
    .contents { max-width: 70ch; margin: 3rem auto 0; border-top: 1px solid var(--line); }
    .contents h2 {
      margin: 1.75rem 0 0.5rem;
      color: var(--muted);
      font-size: 0.85rem;
      font-weight: 650;
      letter-spacing: 0.03em;
    }
    .contents ul, .contents ol { margin: 0; padding: 0; list-style: none; }
    .contents nav > :is(ol, ul, p) + ul { margin-top: 0.6rem; padding-top: 0.6rem; border-top: 1px solid var(--line); }
    .contents nav > p { margin: 0.3rem 0 0; }
    .contents .in-course ol { counter-reset: lesson; }
    .contents .in-course ol li { counter-increment: lesson; }
    .contents .in-course ol a::before {
      content: counter(lesson);
      flex: none;
      min-width: 1.4em;
      margin-inline-end: 0.45em;
      color: var(--muted);
      font-variant-numeric: tabular-nums;
    }
    .contents a {
      display: flex;
      padding: 0.3rem 0.6rem;
      border-inline-start: 3px solid transparent;
      color: var(--ink);
      font-size: 0.95rem;
      line-height: 1.4;
      overflow-wrap: anywhere;
      text-decoration: none;
    }
    .contents a:hover { background: var(--surface); text-decoration: underline; }
    .contents a[aria-current] {
      border-inline-start-color: var(--link);
      background: var(--surface);
      font-weight: 600;
    }
    footer.site { border-top: 1px solid var(--line); background: var(--surface); }
    footer.site .bar { padding-block: 1.25rem; color: var(--muted); font-size: 0.9rem; }
    footer.site p { margin: 0.2rem 0; }
    @media (min-width: 66rem) {
      header.site .to-contents { display: none; }
      .page {
        display: grid;
        grid-template-columns: minmax(0, 70ch) 18rem;
        justify-content: space-between;
        gap: clamp(2rem, 5vw, 5rem);
      }
      main { margin: 0; }
      .contents {
        position: sticky;
        top: 0;
        align-self: start;
        max-height: 100vh;
        margin: 0;
        padding-bottom: 1.5rem;
        overflow-y: auto;
        border: 0;
      }
      .contents nav:first-child h2 { margin-top: 0.5rem; }
    }

    """
}

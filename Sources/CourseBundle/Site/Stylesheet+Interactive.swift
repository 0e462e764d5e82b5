extension Stylesheet {
  static let interactive = """
    [hidden] { display: none !important; }
    .tabs { margin: 1.5rem 0; }
    .tabs details.box { margin: 0; border-radius: 0; }
    .tabs details.box + details.box { border-top: 0; }
    code.math { font-style: italic; }
    .quiz { margin: 0 0 1.1rem; }
    .quiz fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
    .quiz legend { margin-bottom: 0.5rem; padding: 0; font-weight: 650; }
    .quiz .option { display: grid; grid-template-columns: 1.7rem minmax(0, 1fr); align-items: start; padding: 0.35rem 0.6rem; border-radius: 4px; }
    .quiz .option:hover { background: rgb(127 140 155 / 0.12); }
    .quiz .option:has(input:checked) { background: rgb(127 140 155 / 0.18); }
    .quiz .option > :not(input, label) { grid-column: 2; }
    .quiz input { width: 1.1rem; height: 1.1rem; margin: 0.3rem 0 0; accent-color: var(--link); }
    .quiz label { cursor: pointer; }
    .quiz .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1rem; margin: 0.75rem 0 0; }
    button {
      padding: 0.5rem 1.1rem;
      border: 0;
      border-radius: 4px;
      background: var(--button);
      color: var(--on-button);
      font: inherit;
      font-weight: 650;
      cursor: pointer;
    }
    button:hover { text-decoration: underline; }
    .verdict { font-weight: 650; }
    .right-answer { color: var(--green); }
    .right-answer::before { content: "✓ " / ""; }
    .wrong-answer { color: var(--red); }
    .wrong-answer::before { content: "✗ " / ""; }
    .seen { margin-inline-start: 0.35em; color: var(--green); font-weight: 650; }
    .lessons .progress { margin: -0.3rem 0 0.6rem; color: var(--muted); font-size: 0.95rem; }

    .search { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin-bottom: 1rem; }
    .search label { flex-basis: 100%; font-weight: 650; }
    .search input {
      flex: 1 1 14rem;
      min-width: 0;
      padding: 0.5rem 0.75rem;
      border: 1px solid var(--muted);
      border-radius: 4px;
      background: var(--paper);
      color: var(--ink);
      font: inherit;
    }
    .search-status { color: var(--muted); }
    .search-results { padding: 0; list-style: none; }
    .search-results li { margin: 0; padding: 0.9rem 0; border-top: 1px solid var(--line); }
    .search-results a { font-weight: 650; }
    .search-results .where { margin-inline-start: 0.75rem; color: var(--muted); font-size: 0.93rem; }
    .search-results p { margin: 0.25rem 0 0; color: var(--muted); font-size: 0.95rem; overflow-wrap: anywhere; }
    .whole + .whole { margin-top: 4rem; padding-top: 3rem; border-top: 4px double var(--line); }

    body.plain main { max-width: 76ch; margin-inline: auto; padding: clamp(1rem, 4vw, 2.5rem); }
    body.shell { display: flex; flex-direction: column; height: 100vh; height: 100dvh; }
    body.shell main { flex: 1; display: flex; max-width: none; margin: 0; padding: 0; }
    body.shell iframe { flex: 1; border: 0; width: 100%; background: var(--paper); }
    body.shell header.site { position: relative; z-index: 1; }
    body.shell header.site .bar { max-width: none; align-items: center; padding-block: 0.5rem; }
    body.shell h1 { margin: 0; font-size: 1.1rem; letter-spacing: 0; }
    body.shell .progress { color: var(--on-band-muted); font-size: 0.93rem; }
    .menu { margin: 0; }
    header.site .menu { padding: 0; border: 0; }
    header.site .menu > summary { margin: 0; padding: 0.4rem 0.8rem; border: 1px solid var(--on-band-muted); border-radius: 4px; color: var(--on-band); }
    .menu nav {
      position: absolute;
      inset-inline-end: 0;
      top: 100%;
      width: min(26rem, 100vw);
      max-height: calc(100vh - 4rem);
      padding: 0.75rem 1.25rem;
      overflow-y: auto;
      border: 1px solid var(--line);
      background: var(--paper);
      color: var(--ink);
      box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.25);
    }
    header.site .menu nav a { color: var(--link); }
    header.site .menu nav a[aria-current] { font-weight: 680; }
    header.site .menu nav a.is-seen::after { content: " ✓"; color: var(--green); }

    """
}

/// The stylesheet of an EPUB: what reading systems know, and colours of their own choosing.
enum EPUBStylesheet {
  static let bytes = Array(text.utf8)

  private static let text = """
    body { line-height: 1.5; margin: 0 4%; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 0.5em; page-break-after: avoid; }
    h1 { font-size: 1.6em; margin-top: 0.5em; }
    h2 { font-size: 1.3em; }
    h3, h4, h5, h6 { font-size: 1.1em; }
    code, pre, kbd, samp { font-family: monospace; font-size: 0.9em; }
    pre { margin: 0.8em 0; padding: 0.6em; border: 1px solid; white-space: pre-wrap; }
    figure { margin: 1em 0; }
    figcaption { font-size: 0.9em; }
    img { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin: 1em 0; font-size: 0.95em; }
    th, td { padding: 0.3em 0.6em; border: 1px solid; text-align: left; vertical-align: top; }
    .center { text-align: center; }
    .right { text-align: right; }
    .box, .overview, .credit { margin: 1.2em 0; padding: 0.2em 0.9em; border: 1px solid; border-left-width: 4px; }
    .box .label, .kicker { font-weight: bold; font-size: 0.9em; margin: 0.5em 0; }
    .box .box { border-left-style: dashed; }
    .overview h2, .credit h2, .box h3 { margin-top: 0.5em; }
    .times div, .facts li { margin: 0; }
    dt { font-weight: bold; }
    dd { margin: 0 0 0.4em 1.2em; }
    .lead { font-size: 1.1em; }
    .tasks, .facts { list-style: none; padding-left: 0; }
    ol.options { list-style-type: upper-alpha; }
    blockquote { margin: 1em 0 1em 0.5em; padding-left: 0.8em; border-left: 3px solid; }
    .no-image { font-style: italic; }
    nav ol { list-style: none; padding-left: 0; }

    """
}

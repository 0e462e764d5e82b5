/// The names that MyST, Jupyter Book and Sphinx know for directives and roles.
///
/// From mystmd's and MyST-Parser's references, Sphinx's own, and the extensions that courses are
/// written with (sphinx-lesson, sphinx-design, sphinx-tabs, sphinx-exercise). Others may define more,
/// which an academy lists in the options of the rules.
enum MystNames {
  /// Directives.
  static let directives: Set<String> = Set(
    """
    acks admonition anywidget callout carousel challenge checklist code-tab command-output demo
    discussion exerciselist group-tab homework instructor-note keypoints link-button objectives
    panels plantuml prereq prerequisites program-output prompt questions tabbed testimonial toggle
    type-along typealong aside attention autoattribute autoclass autoexception autofunction
    automethod automodule autosummary bibliography blockquote bokeh-plot button button-link
    button-ref card card-carousel cards caution centered class code code-block code-cell
    codeblock compound container contents csv-table danger date default-role deprecated details
    digraph div doctest dropdown embed epigraph error eval-rst example exercise exercise-end
    exercise-start figure figure-md footer glossary graph graphviz grid grid-item grid-item-card
    header highlight highlights hint hlist iframe image important include index
    inheritance-diagram jupyter-execute jupyter-kernel line-block list-table literalinclude margin
    math mermaid meta mystexample myst myst-example nb-exec-table note only output parsed-literal
    plot popout productionlist proof pull-quote question raw replace role rubric sectnum seealso
    sidebar solution solution-end solution-start sourcecode subfigure sub-figure
    substitution-definition tab tab-item tab-set tab-set-code table tableofcontents tabs
    target-notes testcode testcleanup testoutput testsetup thebe-button theorem tikz tip title toc
    todo todolist toctree topic unicode versionadded versionchanged versionremoved video warning
    widget youtube vimeo codeauthor sectionauthor moduleauthor tabularcolumns default-domain describe
    object function method attribute data exception module currentmodule decorator property option
    program cmdoption envvar confval jupyterlite replite postlist
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Roles.
  static let roles: Set<String> = Set(
    """
    abbr abbreviation any attr badge button chem chemical cite citep citet class code command const cve cwe
    data del delete deprecated dfn doc download embed emphasis env envvar eq eval exc fa fab far fas
    file func glue guilabel icon index kbd keyboard keyword link literal makevar manpage math
    menuselection meth mimetype mod nb-download newsgroup numref obj octicon option os pep program q raw ref
    regexp rfc rst samp sc si smallcaps span strike strikethrough strong sub subscript sup
    superscript term title-reference title token u underline
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether a name belongs to a domain (`py:func`, `prf:theorem`), whose names are many.
  static func isOfDomain(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: ":")) }

  /// Whether a role is one of a family with many members (`bdg-primary`, `material-outlined`).
  static func isOfFamily(_ name: String) -> Bool {
    ["bdg", "material-", "cite"].contains { name.utf8.starts(with: $0.utf8) }
  }
}

// English verbs. Words with a subject (`learners will`) may lead; `be able to` alone is padding.

extension Framework1 {
  static let englishVerbs = #"""
    {
      "clauses": [
        "after", "at the end of", "by the end of", "on completion of", "upon completion of",
        "having completed", "when you have finished"],
      "lead": [
        "to", "you will", "you can", "you will be able to", "you are able to",
        "you should be able to", "learners will", "learners can", "learners will be able to",
        "learners are able to", "learners should be able to", "the learner will",
        "the learner can", "the learner will be able to", "the learner is able to",
        "students will", "students can", "students will be able to", "students are able to",
        "students should be able to", "the student will", "the student can",
        "the student will be able to", "participants will", "participants can",
        "participants will be able to", "participants are able to",
        "participants should be able to", "the participant will be able to",
        "trainees will be able to", "we will", "i can", "i will be able to"],
      "unmeasurable": [
        {"kind": "verb", "forms": [
            "understand", "understands", "understanding", "have an understanding of",
            "have a basic understanding of", "have a good understanding of",
            "gain an understanding of", "develop an understanding of", "get an understanding of"],
          "instead": {"understand": ["explain", "describe", "summarise"], "apply": ["use", "demonstrate"], "analyze": ["compare", "distinguish"]}},
        {"kind": "verb", "forms": [
            "know", "knows", "knowing", "get to know", "have knowledge of",
            "have a basic knowledge of", "have a good knowledge of", "gain knowledge of"],
          "instead": {"remember": ["name", "list", "define"], "understand": ["describe", "explain"], "apply": ["use"]}},
        {"kind": "verb", "forms": [
            "know how", "know what", "know why", "know when", "know where", "know which",
            "understand how", "understand what", "understand why", "understand when",
            "understand where", "understand which", "understand that", "learn what", "learn why",
            "learn when", "learn where", "learn which", "learn that", "know that"],
          "instead": {"understand": ["explain", "describe"], "evaluate": ["justify"]}},
        {"kind": "verb", "forms": ["learn", "learns", "learning", "learn about", "study"],
          "instead": {"remember": ["name", "list"], "understand": ["describe", "explain"], "apply": ["use", "apply"]}},
        {"kind": "verb", "forms": ["be", "become"],
          "instead": {"understand": ["explain", "describe"], "apply": ["use", "apply"]}},
        {"kind": "verb", "forms": [
            "be aware", "be aware of", "be aware that", "become aware of", "be conscious of",
            "have an awareness of", "gain awareness of", "raise awareness of"],
          "instead": {"remember": ["name", "list", "identify"], "understand": ["explain", "describe"], "evaluate": ["justify"]}},
        {"kind": "verb", "forms": [
            "be familiar with", "become familiar with", "get familiar with",
            "be acquainted with", "become acquainted with", "get acquainted with",
            "familiarize with", "familiarise with", "familiarize", "familiarise",
            "familiarize yourself with", "familiarise yourself with", "familiarize oneself with",
            "familiarise oneself with", "familiarizing", "familiarising",
            "gain familiarity with"],
          "instead": {"remember": ["name", "identify", "locate"], "understand": ["describe"], "apply": ["use", "navigate"]}},
        {"kind": "verb", "forms": ["be introduced to", "be exposed to", "get introduced to", "get an introduction to"],
          "instead": {"remember": ["name", "identify"], "understand": ["describe"]}},
        {"kind": "verb", "forms": [
            "be comfortable", "be confident", "be proficient", "be comfortable with",
            "become comfortable with", "be confident with", "be confident in",
            "feel comfortable with", "feel confident with", "feel confident in",
            "gain confidence in", "gain confidence with", "build confidence in",
            "be proficient in", "become proficient in"],
          "instead": {"apply": ["use", "apply", "demonstrate"]}},
        {"kind": "verb", "forms": [
            "appreciate", "appreciates", "appreciating", "gain an appreciation of",
            "have an appreciation of"],
          "instead": {"understand": ["explain"], "evaluate": ["justify", "assess"]}},
        {"kind": "verb", "forms": [
            "grasp", "comprehend", "perceive", "internalize", "internalise", "absorb",
            "assimilate", "get a grasp of", "get a feel for", "get a sense of", "get an idea of",
            "have an idea of", "have a sense of", "see how", "see why", "see that", "see what"],
          "instead": {"understand": ["explain", "summarise", "illustrate"]}},
        {"kind": "verb", "forms": [
            "realize that", "realise that", "realize how", "realise how", "realize why",
            "realise why", "be mindful of", "be sensitive to", "keep in mind", "bear in mind",
            "think about", "reflect on", "believe", "feel"],
          "instead": {"understand": ["explain", "discuss"], "evaluate": ["justify", "judge"]}},
        {"kind": "verb", "forms": [
            "gain", "gains", "gain insight into", "gain insights into", "gain experience with",
            "gain experience in", "acquire", "get experience with", "get an overview of",
            "have an overview of", "gain an overview of"],
          "instead": {"remember": ["list", "name"], "understand": ["summarise", "describe"], "apply": ["use", "demonstrate"]}},
        {"kind": "verb", "forms": [
            "discover how", "discover why", "discover what", "find out how", "find out why",
            "find out what", "find out about"],
          "instead": {"understand": ["explain", "describe"], "apply": ["demonstrate"]}},
        {"kind": "verb", "forms": ["remember", "remembers", "memorize", "memorise"],
          "instead": {"remember": ["recall", "list", "state"]}},
        {"kind": "verb", "forms": [
            "master", "masters", "mastering", "deepen", "improve your understanding of",
            "deepen your understanding of"],
          "instead": {"apply": ["use", "apply"], "analyze": ["analyse", "compare"], "create": ["create", "design"]}},
        {"kind": "padding", "forms": [
            "be able to", "being able to", "able to", "have the ability to",
            "have the skills to", "be capable of", "become able to", "be in a position to",
            "be equipped to", "be prepared to", "be ready to", "know how to",
            "understand how to", "learn how to", "learn to", "get to know how to",
            "discover how to", "find out how to", "see how to", "gain the ability to",
            "acquire the skills to"]},
        {"kind": "topic", "forms": ["how to"]},
        {"kind": "topic", "forms": ["how", "what", "why", "when", "which", "where", "who"],
          "instead": {"understand": ["explain", "describe"], "analyze": ["compare", "distinguish"]}},
        {"kind": "topic", "forms": [
            "introduction to", "an introduction to", "introduction of", "overview of",
            "an overview of", "basics of", "the basics of", "fundamentals of",
            "the fundamentals of", "principles of", "the principles of", "awareness of",
            "knowledge of", "familiarity with", "appreciation of", "a basic understanding of",
            "an understanding of"],
          "instead": {"remember": ["name", "list"], "understand": ["describe", "explain", "summarise"]}}
      ],
      "measurable": {
        "remember": [
          "list", "name", "define", "state", "identify", "recall", "locate", "label",
          "recognize", "recognise", "recite", "quote", "cite", "match", "enumerate", "repeat",
          "reproduce", "point out", "point to", "spell", "tell", "mention", "note"],
        "understand": [
          "explain", "describe", "summarise", "summarize", "illustrate", "give examples",
          "give an example", "exemplify", "paraphrase", "interpret", "discuss", "restate",
          "rephrase", "clarify", "infer", "predict", "express", "report", "outline", "indicate",
          "read", "view", "visualise", "visualize", "estimate", "generalise", "generalize",
          "articulate", "present", "translate"],
        "apply": [
          "use", "apply", "demonstrate", "navigate", "run", "execute", "perform", "carry out",
          "implement", "configure", "install", "set", "set up", "calculate", "compute", "solve",
          "operate", "import", "export", "load", "save", "store", "open", "close", "add",
          "connect", "check", "check out", "checkout", "commit", "push", "pull", "fetch",
          "merge", "resolve", "clone", "fork", "branch", "stage", "tag", "revert", "undo",
          "restore", "reset", "rebase", "record", "access", "edit", "convert", "transform",
          "clean", "filter", "sort", "join", "link", "group", "manipulate", "assign", "document",
          "call", "index", "subset", "slice", "loop", "iterate", "automate", "format", "insert",
          "delete", "remove", "rename", "move", "copy", "track", "ignore", "log in", "sign up",
          "enter", "type", "query", "select", "extract", "collect", "code", "impute", "weight",
          "aggregate", "anonymise", "anonymize", "disseminate", "publish", "share", "submit",
          "send", "upload", "download", "update", "upgrade", "replace", "reuse", "render",
          "print", "display", "show", "follow", "employ", "practise", "practice", "complete",
          "correct", "fix", "handle", "manage", "process", "work with", "read in", "deploy",
          "register", "request", "sample", "scale", "search", "find", "start", "stop", "launch",
          "split", "draw", "plot", "pivot", "reshape", "recode", "rotate", "round", "map",
          "comment", "encrypt", "back up", "archive", "backup", "annotate", "initialise",
          "initialize", "activate", "invoke", "bookmark", "ask", "schedule", "teach", "deliver",
          "address", "train", "guide", "host"],
        "analyze": [
          "analyse", "analyze", "compare", "contrast", "distinguish", "differentiate", "examine",
          "classify", "categorise", "categorize", "organise", "organize", "break down",
          "diagnose", "debug", "trace", "troubleshoot", "investigate", "inspect", "explore",
          "deconstruct", "separate", "relate", "attribute", "question", "detect", "profile",
          "order", "arrange", "characterise", "characterize", "decompose", "discriminate",
          "discover", "simplify", "determine"],
        "evaluate": [
          "evaluate", "assess", "judge", "justify", "critique", "criticise", "criticize",
          "defend", "argue", "recommend", "rate", "rank", "appraise", "verify", "validate",
          "decide", "choose", "prioritise", "prioritize", "review", "weigh", "support",
          "conclude", "measure", "monitor", "test", "audit", "grade", "score", "advise",
          "select between", "convince", "reflect"],
        "create": [
          "create", "design", "develop", "build", "write", "compose", "construct", "plan",
          "produce", "formulate", "generate", "devise", "propose", "draft", "invent", "author",
          "assemble", "combine", "integrate", "prepare", "make", "program", "customise",
          "customize", "model", "compile", "package", "refactor", "adapt", "modify", "rewrite",
          "restructure", "synthesise", "synthesize", "hypothesise", "hypothesize", "optimise",
          "optimize", "collaborate", "contribute", "lead", "establish", "define a strategy",
          "form", "set out", "structure"]
      }
    }
    """#
}

/// The script of a course's pages: quizzes, and what a learner has seen.
///
/// In a package it tells the page around it; in a site it keeps its notes in the browser. A page
/// without it is complete but for the answer to a quiz.
enum CourseScript {
  /// The file.
  static let bytes = Array(text.utf8)

  private static let text = #"""
    (function () {
      "use strict";
      var body = document.body;
      var lesson = body.getAttribute("data-lesson");
      var course = body.getAttribute("data-course");
      var isFramed = window.parent !== window && window.name === "academy-lesson";
      var forms = Array.prototype.slice.call(document.querySelectorAll("form.quiz"));
      var state = { seen: {}, answers: {} };

      function each(selector, action) {
        Array.prototype.forEach.call(document.querySelectorAll(selector), action);
      }

      function load() {
        try {
          var kept = JSON.parse(window.localStorage.getItem("academy:" + course) || "{}");
          if (kept && typeof kept === "object") {
            state.seen = kept.seen || {};
            state.answers = kept.answers || {};
          }
        } catch (error) { /* Without storage nothing is kept. */ }
      }

      function save() {
        if (!course) { return; }
        try { window.localStorage.setItem("academy:" + course, JSON.stringify(state)); } catch (error) { return; }
      }

      function tell(message) {
        message.academy = 1;
        message.lesson = lesson;
        window.parent.postMessage(message, "*");
      }

      function boxes(form) { return Array.prototype.slice.call(form.querySelectorAll("input")); }

      function chosen(form) {
        return boxes(form).filter(function (box) { return box.checked; })
          .map(function (box) { return box.value; }).join(",");
      }

      function show(form, answer) {
        var verdict = form.querySelector(".verdict");
        var isRight = answer === form.getAttribute("data-right");
        verdict.className = "verdict " + (isRight ? "right-answer" : "wrong-answer");
        verdict.textContent = form.getAttribute(isRight ? "data-correct" : "data-wrong");
        return isRight;
      }

      function restore(form, answer) {
        if (typeof answer !== "string" || !answer) { return; }
        var letters = answer.split(",");
        boxes(form).forEach(function (box) { box.checked = letters.indexOf(box.value) >= 0; });
        show(form, chosen(form));
      }

      forms.forEach(function (form) {
        var button = form.querySelector("button");
        button.hidden = false;
        form.addEventListener("change", function () {
          var verdict = form.querySelector(".verdict");
          verdict.textContent = "";
          verdict.className = "verdict";
        });
        form.addEventListener("submit", function (event) {
          event.preventDefault();
          var answer = chosen(form);
          if (!answer) {
            form.querySelector(".verdict").textContent = form.getAttribute("data-none");
            return;
          }
          var isRight = show(form, answer);
          var question = form.getAttribute("data-question");
          if (isFramed) {
            tell({
              type: "answer", question: question, answer: answer, isRight: isRight,
              right: form.getAttribute("data-right")
            });
          } else if (lesson) {
            state.answers[lesson + "/" + question] = answer;
            save();
          }
        });
      });

      if (isFramed) {
        window.addEventListener("message", function (event) {
          var data = event.data;
          if (event.source !== window.parent || !data || data.academy !== 1 || data.type !== "state") { return; }
          forms.forEach(function (form) { restore(form, data.answers[form.getAttribute("data-question")]); });
        });
        tell({ type: "page", title: document.title });
        return;
      }

      load();
      if (lesson) {
        state.seen[lesson] = 1;
        save();
        forms.forEach(function (form) {
          restore(form, state.answers[lesson + "/" + form.getAttribute("data-question")]);
        });
      }
      var lessons = 0;
      var seen = 0;
      each("[data-mark]", function (link) {
        if (!state.seen[link.getAttribute("data-mark")]) { return; }
        var mark = document.createElement("span");
        mark.className = "seen";
        mark.textContent = " ✓";
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", body.getAttribute("data-seen") || "");
        link.appendChild(mark);
      });
      each(".lessons [data-mark]", function (link) {
        lessons += 1;
        if (state.seen[link.getAttribute("data-mark")]) { seen += 1; }
      });
      each(".progress", function (line) {
        if (!seen) { return; }
        line.textContent = seen + " " + line.getAttribute("data-of") + " " + lessons + " " + line.getAttribute("data-text");
        line.hidden = false;
      });
    })();

    """#
}

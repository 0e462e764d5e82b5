/// The script that owns the session with the platform: SCORM 1.2, one start and one end.
///
/// What it keeps (`suspend_data`) is keyed by lesson and question, begins with the format's number,
/// and stays below 4096 characters; keys of lessons that a new version no longer has are left alone.
enum SCORMScript {
  /// The file.
  static let bytes = Array(text.utf8)

  private static let text = #"""
    (function () {
      "use strict";
      var FORMAT = "1";
      var LIMIT = 4096;
      var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      var body = document.body;
      var frame = document.querySelector("iframe");
      var progress = document.querySelector(".progress");
      var links = Array.prototype.slice.call(document.querySelectorAll("a[data-lesson]"));
      var pass = body.getAttribute("data-pass");
      var store = "academy:package:" + body.getAttribute("data-course");
      var started = Date.now();
      var isActive = false;
      var isReview = false;
      var firstStatus = "";
      var count = 0;
      var seen = [];
      var answers = {};
      var order = [];
      var bookmark = "";

      // MARK: The platform

      function search(start) {
        var current = start;
        for (var depth = 0; current && depth < 20; depth += 1) {
          try {
            if (current.API) { return current.API; }
          } catch (error) { return null; }
          if (current.parent === current) { return null; }
          current = current.parent;
        }
        return null;
      }

      function opener() {
        try { return window.top.opener || window.opener; } catch (error) { return window.opener; }
      }

      var api = search(window) || (opener() ? search(opener()) : null);

      function get(name) {
        if (!isActive) { return ""; }
        try { return String(api.LMSGetValue(name)); } catch (error) { return ""; }
      }

      function set(name, value) {
        if (!isActive) { return; }
        try { api.LMSSetValue(name, String(value)); } catch (error) { return; }
      }

      function commit() {
        if (!isActive) { return; }
        try { api.LMSCommit(""); } catch (error) { return; }
      }

      // MARK: What is kept

      function key(text) {
        var value = 0x811C9DC5;
        var bytes = unescape(encodeURIComponent(text));
        for (var i = 0; i < bytes.length; i += 1) {
          value = Math.imul(value ^ bytes.charCodeAt(i), 0x01000193) >>> 0;
        }
        value = (value ^ (value >>> 30)) >>> 0;
        var name = "";
        for (var j = 0; j < 5; j += 1) {
          name += ALPHABET[value & 63];
          value = value >>> 6;
        }
        return name;
      }

      function read(text) {
        var parts = String(text || "").split("|");
        if (parts[0] !== FORMAT) { return; }
        bookmark = parts[1] || "";
        seen = (parts[2] || "").split(".").filter(function (name) { return name.length === 5; });
        (parts[3] || "").split(".").forEach(function (record) {
          if (!/^[A-Za-z0-9_-]{5}[01][a-z]*$/.test(record)) { return; }
          var name = record.slice(0, 5);
          if (!answers[name]) { order.push(name); }
          answers[name] = { isRight: record[5] === "1", letters: record.slice(6) };
        });
      }

      function written(withLetters) {
        var records = order.map(function (name) {
          return name + (answers[name].isRight ? "1" : "0") + (withLetters ? answers[name].letters : "");
        });
        return [FORMAT, bookmark, seen.join("."), records.join(".")].join("|");
      }

      function stateText() {
        var text = written(true);
        if (text.length > LIMIT) { text = written(false); }
        // A course this large keeps what was seen; of the answers, the latest.
        while (text.length > LIMIT && order.length > 0) {
          delete answers[order.shift()];
          text = written(false);
        }
        while (text.length > LIMIT && seen.length > 0) {
          seen.shift();
          text = written(false);
        }
        return text;
      }

      // MARK: Lessons and questions

      var questions = [];
      links.forEach(function (link) {
        var lesson = link.getAttribute("data-lesson");
        (link.getAttribute("data-questions") || "").split(" ").forEach(function (question) {
          if (question) { questions.push(key(lesson + "/" + question)); }
        });
      });

      function isSeen(link) { return seen.indexOf(key(link.getAttribute("data-lesson"))) >= 0; }

      function status() {
        var answered = questions.filter(function (name) { return answers[name]; });
        var right = answered.filter(function (name) { return answers[name].isRight; }).length;
        var isAnswered = questions.length > 0 && answered.length === questions.length;
        var score = isAnswered ? Math.round(100 * right / questions.length) : null;
        var result;
        if (pass !== null && pass !== "") {
          result = score === null ? "incomplete" : score >= Number(pass) ? "passed" : "failed";
        } else {
          result = links.every(isSeen) ? "completed" : "incomplete";
        }
        var isDone = firstStatus === "passed" || firstStatus === "completed";
        if (isDone && result !== "passed" && result !== "completed") { result = firstStatus; }
        return { score: score, text: result };
      }

      function save() {
        var text = stateText();
        if (!isActive) {
          try { window.localStorage.setItem(store, text); } catch (error) { return; }
          return;
        }
        if (isReview) { return; }
        set("cmi.suspend_data", text);
        set("cmi.core.lesson_location", bookmark);
        var now = status();
        // A platform takes its own view of the status once there is a score.
        if (now.score !== null) {
          set("cmi.core.score.min", 0);
          set("cmi.core.score.max", 100);
          set("cmi.core.score.raw", now.score);
        }
        set("cmi.core.lesson_status", now.text);
        commit();
      }

      function two(number) { return (number < 10 ? "0" : "") + number; }

      function clock(milliseconds) {
        var hundredths = Math.max(0, Math.floor(milliseconds / 10));
        var hours = Math.min(9999, Math.floor(hundredths / 360000));
        var padded = ("0000" + hours).slice(-4);
        return padded + ":" + two(Math.floor(hundredths / 6000) % 60) + ":"
          + two(Math.floor(hundredths / 100) % 60) + "." + two(hundredths % 100);
      }

      function record(lesson, data) {
        if (!isActive || isReview) { return; }
        var name = "cmi.interactions." + count + ".";
        var now = new Date();
        set(name + "id", encodeURIComponent(lesson + "/" + data.question).slice(0, 255));
        set(name + "type", "choice");
        set(name + "time", two(now.getHours()) + ":" + two(now.getMinutes()) + ":" + two(now.getSeconds()));
        set(name + "correct_responses.0.pattern", data.right);
        set(name + "student_response", data.answer);
        set(name + "result", data.isRight ? "correct" : "wrong");
        count += 1;
      }

      function show() {
        var done = 0;
        links.forEach(function (link) {
          var isDone = isSeen(link);
          if (isDone) { done += 1; }
          link.className = isDone ? "is-seen" : "";
          if (key(link.getAttribute("data-lesson")) === bookmark) {
            link.setAttribute("aria-current", "page");
          } else {
            link.removeAttribute("aria-current");
          }
        });
        progress.textContent = done + " " + progress.getAttribute("data-of") + " " + links.length
          + " " + progress.getAttribute("data-text");
      }

      // MARK: The session

      function isLetters(text) { return /^[a-z](,[a-z])*$/.test(text); }

      window.addEventListener("message", function (event) {
        var data = event.data;
        if (event.source !== frame.contentWindow || !data || data.academy !== 1) { return; }
        var lesson = typeof data.lesson === "string" ? data.lesson : "";
        var isKnown = links.some(function (link) { return link.getAttribute("data-lesson") === lesson; });
        if (data.type === "page") {
          document.querySelector("details.menu").open = false;
          if (typeof data.title === "string" && data.title) { frame.title = data.title; }
          if (!isKnown) { return; }
          bookmark = key(lesson);
          if (seen.indexOf(bookmark) < 0) { seen.push(bookmark); }
          var known = {};
          var link = links.filter(function (link) { return link.getAttribute("data-lesson") === lesson; })[0];
          (link.getAttribute("data-questions") || "").split(" ").forEach(function (question) {
            var answer = question && answers[key(lesson + "/" + question)];
            if (answer) { known[question] = answer.letters.split("").join(","); }
          });
          frame.contentWindow.postMessage({ academy: 1, type: "state", answers: known }, "*");
        } else if (data.type === "answer" && isKnown) {
          if (typeof data.question !== "string" || !isLetters(data.answer) || !isLetters(data.right)) { return; }
          var name = key(lesson + "/" + data.question);
          if (order.indexOf(name) >= 0) { order.splice(order.indexOf(name), 1); }
          order.push(name);
          answers[name] = { isRight: data.isRight === true, letters: data.answer.split(",").join("") };
          record(lesson, data);
        } else {
          return;
        }
        show();
        save();
      });

      function finish() {
        if (!isActive) { return; }
        if (!isReview) {
          save();
          set("cmi.core.session_time", clock(Date.now() - started));
          set("cmi.core.exit", "suspend");
          commit();
        }
        try { api.LMSFinish(""); } catch (error) { /* The window closes all the same. */ }
        isActive = false;
      }

      // `unload` is not sent by every browser, `pagehide` is.
      window.addEventListener("pagehide", finish);
      window.addEventListener("pageshow", function (event) {
        if (event.persisted) { window.location.reload(); }
      });
      document.addEventListener("visibilitychange", function () {
        if (document.visibilityState === "hidden") { save(); }
      });

      if (api) {
        try { isActive = String(api.LMSInitialize("")) === "true"; } catch (error) { isActive = false; }
      }
      if (isActive) {
        var mode = get("cmi.core.lesson_mode");
        isReview = mode === "review" || mode === "browse";
        firstStatus = get("cmi.core.lesson_status");
        count = parseInt(get("cmi.interactions._count"), 10) || 0;
        read(get("cmi.suspend_data"));
        bookmark = get("cmi.core.lesson_location") || bookmark;
        if (!isReview && (firstStatus === "not attempted" || firstStatus === "")) {
          set("cmi.core.lesson_status", "incomplete");
          commit();
        }
      } else {
        try { read(window.localStorage.getItem(store)); } catch (error) { /* Nothing is kept then. */ }
      }
      var last = links.filter(function (link) { return key(link.getAttribute("data-lesson")) === bookmark; })[0];
      if (last) { frame.src = last.getAttribute("href"); }
      show();
    })();

    """#
}

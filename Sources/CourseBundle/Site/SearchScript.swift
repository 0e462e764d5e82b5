/// The script of the search page.
enum SearchScript {
  /// The file.
  static let bytes = Array(text.utf8)

  private static let text = #"""
    (function () {
      "use strict";
      var pages = window.academySearch || [];
      var form = document.querySelector("form.search");
      var input = form.querySelector("input");
      var status = document.querySelector(".search-status");
      var list = document.querySelector(".search-results");
      var sections = null;
      var timer = 0;

      function folded(text) {
        return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
      }

      function prepare() {
        sections = [];
        pages.forEach(function (page) {
          page[2].forEach(function (section) {
            sections.push({
              path: page[0], title: page[1], id: section[0], heading: section[1], text: section[2],
              foldedTitle: folded(page[1]), foldedHeading: folded(section[1]), foldedText: folded(section[2])
            });
          });
        });
      }

      function count(text, word) {
        var found = 0;
        for (var at = text.indexOf(word); at >= 0 && found < 20; at = text.indexOf(word, at + word.length)) { found += 1; }
        return found;
      }

      function score(section, words) {
        var sum = 0;
        for (var i = 0; i < words.length; i += 1) {
          var word = words[i];
          var here = count(section.foldedHeading, word) * 12 + count(section.foldedText, word);
          if (section.id === "") { here += count(section.foldedTitle, word) * 20; }
          if (here === 0) { return 0; }
          sum += here;
        }
        return sum;
      }

      function excerpt(section, words) {
        // Folding keeps the length of most texts; where it does not, the excerpt starts a little off.
        var at = Math.max(0, section.foldedText.indexOf(words[0]));
        var start = Math.max(0, section.text.lastIndexOf(" ", Math.max(0, at - 60)) + 1);
        var text = section.text.slice(start, start + 180);
        return (start > 0 ? "… " : "") + text + (start + 180 < section.text.length ? " …" : "");
      }

      function element(name, text, type) {
        var made = document.createElement(name);
        if (text) { made.textContent = text; }
        if (type) { made.className = type; }
        return made;
      }

      function search() {
        var words = folded(input.value).split(/[\s,;]+/).filter(Boolean);
        list.textContent = "";
        if (words.length === 0) { status.textContent = ""; return; }
        if (!sections) { prepare(); }
        var found = [];
        sections.forEach(function (section, order) {
          var points = score(section, words);
          if (points > 0) { found.push({ section: section, points: points, order: order }); }
        });
        found.sort(function (a, b) { return b.points - a.points || a.order - b.order; });
        status.textContent = found.length === 0
          ? status.getAttribute("data-none") : found.length + " " + status.getAttribute("data-some");
        found.slice(0, 50).forEach(function (entry) {
          var section = entry.section;
          var item = element("li");
          var link = element("a", section.heading || section.title);
          link.href = section.path + (section.id ? "#" + encodeURIComponent(section.id) : "");
          item.appendChild(link);
          if (section.heading) { item.appendChild(element("span", section.title, "where")); }
          item.appendChild(element("p", excerpt(section, words)));
          list.appendChild(item);
        });
      }

      function remember() {
        try { window.history.replaceState(null, "", "#" + encodeURIComponent(input.value)); } catch (error) { return; }
      }

      form.addEventListener("submit", function (event) {
        event.preventDefault();
        search();
        remember();
      });
      input.addEventListener("input", function () {
        window.clearTimeout(timer);
        timer = window.setTimeout(function () { search(); remember(); }, 120);
      });
      try { input.value = decodeURIComponent(window.location.hash.slice(1)); } catch (error) { input.value = ""; }
      if (input.value) { search(); }
      input.focus();
    })();

    """#
}

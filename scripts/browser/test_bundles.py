"""Opens bundles in Debian's Chromium: python3 test_bundles.py TOOL [SCREENSHOTS].

ONLY=test_search runs the tests whose names begin so.
"""
import functools
import http.server
import json
import os
import sys
import tempfile
import threading
import traceback

from playwright.sync_api import sync_playwright

import courses
import smuggling

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)


def look_for_script(page, where):
    """Whoever waits for the mouse or the focus gets it; no handler and no such address is left."""
    page.evaluate(
        "document.querySelectorAll('*').forEach(e => {"
        " for (const t of ['mouseover', 'focus', 'toggle', 'error', 'load', 'begin'])"
        "  if (e !== document.body) e.dispatchEvent(new Event(t)); })")
    bad = page.evaluate(
        "Array.from(document.querySelectorAll('*')).flatMap(e => Array.from(e.attributes)"
        ".filter(a => /^on/i.test(a.name) || /^\\s*(javascript|vbscript|data):/i.test(a.value)"
        " && ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name))"
        ".map(a => e.tagName + ' ' + a.name + '=' + a.value))")
    assert bad == [], (where, bad)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *arguments):
        """A browser that leaves before a picture is sent is no fault."""


def serve(folder):
    """Serves a folder on this machine's own address, for as long as the process runs."""
    server = Server(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def page_of(browser, errors, **options):
    page = browser.new_context(**options).new_page()
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    return page


def lesson_frame(page, name):
    """The lesson's frame, once it shows the page `name`."""
    for _ in range(100):
        for frame in page.frames:
            if frame.url.endswith(name) and frame.query_selector("main"):
                return frame
        page.wait_for_timeout(50)
    raise AssertionError(f"no frame shows {name}: {[f.url for f in page.frames]}")


class Tests:
    def __init__(self, browser, tool, folder):
        self.browser, self.folder, self.tool, self.stolen = browser, folder, tool, []
        first = [("what", courses.SINGLE), ("how", courses.SEVERAL + courses.EVERYTHING)]
        later = [("how", courses.SEVERAL), ("why", ""), ("what", courses.SINGLE)]
        for name, version, lessons, completion in [
            ("one", "1.0.0", first, "passed"), ("two", "1.1.0", later, "passed"),
            ("seen", "1.0.0", first, "seen"),
        ]:
            source = os.path.join(folder, "source", name)
            courses.course(source, version, lessons, completion)
            site, package = courses.package(tool, source, os.path.join(folder, name))
            setattr(self, name, (site, package))
        with open(os.path.join(HERE, "platform.html"), encoding="utf-8") as file:
            courses.write(folder, "platform.html", file.read())
        # Browsers ask for it once, and a console error is a failure here.
        courses.write(folder, "favicon.ico", "")
        self.address = serve(folder)

    # The site

    def test_site_opens_from_the_file_system(self):
        errors = []
        page = page_of(self.browser, errors)
        site = self.one[0]
        for folder, _, names in os.walk(site):
            for name in names:
                if name.endswith(".html"):
                    page.goto("file://" + os.path.join(folder, name))
        assert errors == [], errors

    def test_quiz_is_answered_by_keyboard(self):
        errors = []
        page = page_of(self.browser, errors)
        page.goto(f"file://{self.one[0]}/lessons/what.html")
        page.focus("form.quiz input >> nth=0")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert "Not quite" in page.inner_text(".verdict")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        assert page.inner_text(".verdict") == ""
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.inner_text(".verdict") == "Correct.", page.inner_text(".verdict")
        page.goto(f"file://{self.one[0]}/lessons/how.html")
        page.check("text=Rent")
        page.check("text=A fare")
        page.click("form.quiz button")
        assert page.inner_text(".verdict") == "Correct."
        # What was answered and seen is there the next time.
        page.goto(f"file://{self.one[0]}/lessons/what.html")
        assert page.is_checked("form.quiz input >> nth=1")
        page.goto(f"file://{self.one[0]}/index.html")
        assert "2 of 2" in page.inner_text(".progress")
        assert errors == [], errors

    def test_search_finds_words(self):
        errors = []
        page = page_of(self.browser, errors)
        page.goto(f"file://{self.one[0]}/lessons/what.html")
        page.click(".to-search a")
        page.keyboard.type("MONTH published")
        page.wait_for_selector(".search-results li")
        assert "1 results" in page.inner_text(".search-status"), page.inner_text(".search-status")
        page.click(".search-results a")
        assert page.url.endswith("lessons/what.html#which-month"), page.url
        page.goto(f"file://{self.one[0]}/search.html#nowhere-at-all")
        page.wait_for_selector("text=Nothing found")
        assert errors == [], errors

    def test_links_of_the_whole_stay_on_it(self):
        errors = []
        page = page_of(self.browser, errors)
        page.goto(f"file://{self.one[0]}/all.html")
        lost = page.evaluate(
            "Array.from(document.querySelectorAll('main a[href^=\"#\"]'))"
            ".map(link => decodeURIComponent(link.getAttribute('href').slice(1)))"
            ".filter(id => !document.getElementById(id))")
        assert lost == [], lost
        twice = page.evaluate(
            "Array.from(document.querySelectorAll('[id]')).map(e => e.id)"
            ".filter((id, at, all) => all.indexOf(id) !== at)")
        assert twice == [], twice
        assert errors == [], errors

    # The package

    def start(self, page, package):
        page.goto(f"{self.address}/platform.html")
        page.evaluate("path => start(path)", f"/{package}/package/launch.html")

    def answer(self, frame, *labels):
        for label in labels:
            frame.check(f"text={label}")
        frame.click("form.quiz button")

    def leave(self, page):
        page.evaluate("leave()")
        page.wait_for_timeout(100)
        return json.loads(page.evaluate("sessionStorage.getItem('last')"))

    def test_package_records_and_resumes(self):
        errors = []
        page = page_of(self.browser, errors)
        self.start(page, "one")
        lesson_frame(page, "index.html").click("a.start")
        frame = lesson_frame(page, "lessons/what.html")
        self.answer(frame, "In the month after")
        page.wait_for_timeout(100)
        log = self.leave(page)
        assert log["faults"] == [], log["faults"]
        assert log["calls"].count("initialize") == 1 and log["calls"].count("finish") == 1
        assert log["calls"][-1] == "finish"
        values = log["values"]
        assert values["cmi.core.lesson_status"] == "incomplete", values
        assert "cmi.core.score.raw" not in values, values
        answered = log["interactions"][0]
        assert answered["result"] == "correct" and answered["student_response"] == "b", answered
        assert answered["id"] == "what%2Fwhich-month", answered
        # A new attempt starts where the last one ended.
        self.start(page, "one")
        frame = lesson_frame(page, "lessons/what.html")
        frame.wait_for_selector(".right-answer")
        assert frame.is_checked("form.quiz input >> nth=1")
        frame.click(".pager .next")
        frame = lesson_frame(page, "lessons/how.html")
        self.answer(frame, "Rent")
        page.wait_for_timeout(100)
        self.answer(frame, "A fare")
        page.wait_for_timeout(100)
        log = self.leave(page)
        assert log["faults"] == [], log["faults"]
        values = log["values"]
        assert values["cmi.core.score.raw"] == "100", values
        assert values["cmi.core.lesson_status"] == "passed", values
        assert [i["result"] for i in log["interactions"]] == ["wrong", "correct"]
        assert errors == [], errors

    def test_state_survives_a_new_version(self):
        errors = []
        page = page_of(self.browser, errors)
        self.start(page, "one")
        lesson_frame(page, "index.html").click("a.start")
        self.answer(lesson_frame(page, "lessons/what.html"), "In the month after")
        page.wait_for_timeout(100)
        self.leave(page)
        self.start(page, "two")
        frame = lesson_frame(page, "lessons/what.html")
        frame.wait_for_selector(".right-answer")
        shell = next(f for f in page.frames if f.url.endswith("launch.html"))
        assert "1 of 3" in shell.inner_text(".progress"), shell.inner_text(".progress")
        log = self.leave(page)
        assert log["faults"] == [], log["faults"]
        assert errors == [], errors

    def test_seeing_all_lessons_completes(self):
        errors = []
        page = page_of(self.browser, errors)
        self.start(page, "seen")
        lesson_frame(page, "index.html").click("a.start")
        lesson_frame(page, "lessons/what.html").click(".pager .next")
        lesson_frame(page, "lessons/how.html")
        page.wait_for_timeout(200)
        log = self.leave(page)
        assert log["faults"] == [], log["faults"]
        assert log["values"]["cmi.core.lesson_status"] == "completed", log["values"]
        assert errors == [], errors

    def test_package_without_a_platform_is_a_site(self):
        errors = []
        page = page_of(self.browser, errors)
        for address in (f"file://{self.one[1]}", f"{self.address}/one/package"):
            page.goto(address + "/launch.html")
            lesson_frame(page, "index.html").click("a.start")
            frame = lesson_frame(page, "lessons/what.html")
            self.answer(frame, "In the month after")
            assert frame.inner_text(".verdict") == "Correct."
            page.goto(address + "/launch.html")
            frame = lesson_frame(page, "lessons/what.html")
            frame.wait_for_selector(".right-answer")
        assert errors == [], errors

    # What lessons may try

    def test_smuggled_script_is_inert(self):
        source = os.path.join(self.folder, "source", "smuggling")
        one = len(smuggling.HTML) + len(smuggling.MARKDOWN)
        pages = 0
        courses.course(source, "1.0.0", [("what", ""), ("quizzes", "")])
        courses.write(source, "episodes/01-what.md", smuggling.lesson())
        courses.write(source, "episodes/02-quizzes.md", smuggling.quizzes())
        courses.write(source, "episodes/fig/a.png", "picture")
        output = os.path.join(self.folder, "smuggling")
        courses.package_all(self.tool, source, output)
        page = page_of(self.browser, [])
        page.context.route("**/*evil.example/**", lambda route: self.stolen.append(route.request.url))
        page.expose_function("steal", lambda: self.stolen.append(page.url))
        page.on("dialog", lambda dialog: dialog.dismiss())
        texts = set()
        for folder, _, names in os.walk(output):
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith((".html", ".xhtml")):
                    page.goto("file://" + path)
                    look_for_script(page, name)
                    pages += 1
                elif name.endswith(".xml"):
                    texts |= courses.question_texts(path)
        # A platform puts the texts of questions into pages of its own.
        for text in sorted(texts):
            page.set_content(f"<!doctype html><title>x</title><main>{text}</main>")
            look_for_script(page, text)
            assert page.evaluate("document.querySelectorAll('script, iframe, object, embed').length") == 0, text
        page.wait_for_timeout(200)
        assert self.stolen == [], self.stolen
        assert one >= 60 and pages > 10 and len(texts) > one, (one, pages, len(texts))

    # Accessibility

    def test_no_axe_violation(self):
        from axe_playwright_python.sync_playwright import Axe
        names = ["index.html", "lessons/what.html", "lessons/how.html", "learners/setup.html"]
        pages = [f"file://{self.one[0]}/{name}" for name in names]
        for name in ("search.html", "all.html"):
            if os.path.exists(f"{self.one[0]}/{name}"):
                pages.append(f"file://{self.one[0]}/{name}")
        pages += [f"{self.address}/one/package/launch.html", f"file://{self.one[1]}/lessons/what.html"]
        found = []
        for address in pages:
            for scheme in SCHEMES:
                for width in WIDTHS:
                    page = page_of(
                        self.browser, [], color_scheme=scheme,
                        viewport={"width": width, "height": 900})
                    page.goto(address)
                    page.wait_for_timeout(200)
                    for violation in Axe().run(page).response["violations"]:
                        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                        found.append((address, scheme, width, violation["id"], nodes))
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    if wide > width:
                        found.append((address, scheme, width, "scrolls sideways", wide))
                    if len(sys.argv) > 2:
                        os.makedirs(sys.argv[2], exist_ok=True)
                        name = address.split("/", 3)[-1].split("one/")[-1].replace("/", "-")
                        page.screenshot(
                            path=f"{sys.argv[2]}/{name}-{scheme}-{width}.png", full_page=True)
                    page.context.close()
        assert found == [], "\n".join(map(str, found))


def main():
    tool = os.path.abspath(sys.argv[1])
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        tests = Tests(browser, tool, os.path.realpath(folder))
        for name in sorted(dir(tests)):
            if not name.startswith("test_") or not name.startswith(os.environ.get("ONLY", "")):
                continue
            try:
                getattr(tests, name)()
                print("passed", name)
                passed += 1
            except Exception:
                print("FAILED", name)
                traceback.print_exc(file=sys.stdout)
                failed += 1
        browser.close()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()

# `make run` and `make test` do everything on a fresh Debian 12 machine with Swift 6.3.

PREFIX ?= /usr/local
# A target may import only what Package.swift says it depends on.
CHECKS := --explicit-target-dependency-import-check error
# The optimiser may look into other modules: 3 % of the time of a lint.
RELEASE := -c release --static-swift-stdlib --product academy $(CHECKS) \
  -Xswiftc -cross-module-optimization
ACADEMY := .build/release/academy

.PHONY: run test test-browser setup build lint-code format docs install
.PHONY: deb tarball image test-packages
.PHONY: bench bench-scaling bench-suggest bench-bundles bench-academy bench-staged clean

run: build
	$(ACADEMY) run

test: setup
	swift build --build-tests $(CHECKS)
	scripts/test

# Opens bundles in Chromium: keyboard, platform sessions, accessibility. Pictures go to the folder
# named by SCREENSHOTS.
test-browser: setup
	swift build --product academy
	scripts/browser/run .build/debug/academy $(SCREENSHOTS)

setup:
	@scripts/setup

build: setup
	swift build $(RELEASE)

lint-code:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# The rules' pages and the manual come from the rules and the commands themselves, the recordings of
# the terminal from what the tool says; tests fail when they are stale.
docs: build
	$(ACADEMY) rules --write docs/rules --table docs/linting.md
	$(ACADEMY) manual docs/man
	for page in first-steps first-steps-existing reuse-walkthrough; do \
	  scripts/$$page $(ACADEMY) >.build/$$page.md && mv .build/$$page.md docs/$$page.md || exit 1; \
	done

# The program, its manual pages and its completions.
install: build
	scripts/install-files $(ACADEMY) "$(DESTDIR)$(PREFIX)"

# For a bare Debian 12 without Swift, in .build/packages: see docs/install.md. The image needs root.
deb: build
	scripts/package-deb

tarball: build
	scripts/package-tarball

image: deb
	scripts/package-image

# Installs each into a system of its own and works with it there; needs root.
test-packages: image tarball
	scripts/test-packages

# Beside its peers, on 10,000 lessons; writes docs/performance.md.
bench: build
	scripts/bench
	scripts/bench-suggest

# Undeclared copies among up to 100,000 lessons, beside datasketch; writes its section of that page.
bench-suggest: build
	scripts/bench-suggest

# A site beside Hugo, an EPUB beside pandoc; writes its section of that page.
bench-bundles: build
	scripts/bench-bundles

# How the time grows; fails where it grows too fast.
bench-scaling: build
	scripts/bench-scaling

# Reuse in an academy of 2,000 courses with 20 releases each; fails above two seconds.
bench-academy: build
	scripts/bench-academy

bench-staged: build
	scripts/bench-staged

clean:
	rm -rf .build dist

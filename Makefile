# Two commands matter: make run, make test. Both need Python 3.11 or newer and nothing else.
.DEFAULT_GOAL := help
.PHONY: run test bench peers docs languages lock help

run: .venv/.prepared ## start the bot; without a token in .env, a chat in the terminal
	@exec .venv/bin/addsup $(ARGS)

test: .venv/.prepared-for-tests ## format, lint, types, import rules and all tests
	@scripts/check $(ARGS)

bench: .venv/.prepared-for-tests ## measure speed, start and memory
	@.venv/bin/python -m benchmarks $(ARGS)

peers: .venv-peers/.prepared ## set other number readers beside ours (benchmarks/PEERS.md)
	@.venv-peers/bin/python -m benchmarks.peer

docs: .venv/.prepared-for-tests ## show the program's real reply in README.md and docs/reply.svg
	@.venv/bin/python -m scripts.picture

languages: .venv/.prepared-for-tests ## bring the catalogues in i18n/catalogues up to date with the sentences in the code
	@.venv/bin/python -m scripts.language

lock: .venv/.prepared-for-tests ## pin the dependencies again (UPGRADE=1: newer ones)
	@scripts/lock

help: ## show this
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/.prepared: requirements.lock pyproject.toml
	@scripts/prepare requirements.lock
	@touch $@

.venv/.prepared-for-tests: requirements-dev.lock pyproject.toml
	@scripts/prepare requirements-dev.lock
	@touch $@ .venv/.prepared

# What can't be installed is no reason to print no table: its row says so.
.venv-peers/.prepared: benchmarks/peers.txt
	@python=$$(scripts/python) && "$$python" -m venv --clear .venv-peers
	@.venv-peers/bin/python -m pip --disable-pip-version-check --no-input install --quiet --requirement $< \
		&& touch $@ || echo "Not everything in $< could be installed; the table says what is missing."

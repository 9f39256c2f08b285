# The only front door: a desk, continuous integration and the README use these targets.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

export CARGO_TARGET_DIR ?= $(CURDIR)/target
# The SPA's tools must not reach for the network or report home while they run.
export LINGUI_TELEMETRY := 0

PNPM := npx --yes pnpm@10 --dir frontend
DAFTAR := $(CARGO_TARGET_DIR)/debug/daftar
STAMPS := frontend/node_modules/.stamps
# With the folders, whose time changes when a file is removed.
SPA_SOURCES = $(shell find frontend/src frontend/public frontend/vite 2>/dev/null) \
	$(wildcard frontend/index.html frontend/*.config.ts frontend/tsconfig.json)

.DEFAULT_GOAL := help
.PHONY: help run dev build test check bench verify-documents send-mail openapi seed screenshots fmt clean server spa packages \
	check-rust check-spa check-openapi

help: ## Show this list
	@echo "Daftar: make <target>"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build everything and open the office at http://127.0.0.1:8080
	@exec $(DAFTAR) serve --demo

dev: server packages ## Serve with reload on both sides at http://localhost:5173
	@exec tools/dev

build: server spa

server:
	@tools/prerequisites run
	@test -x $(DAFTAR) || echo "Building the server; the first time takes a few minutes"
	@cargo build --locked --package daftar-server

spa: $(STAMPS)/spa

packages: $(STAMPS)/packages

$(STAMPS)/packages: frontend/package.json frontend/pnpm-lock.yaml
	@echo "Installing the SPA's packages"
	@$(PNPM) install --frozen-lockfile --reporter=append-only </dev/null
	@mkdir -p $(@D) && touch $@

$(STAMPS)/spa: $(STAMPS)/packages $(SPA_SOURCES)
	@echo "Building the SPA"
	@$(PNPM) run --silent build </dev/null
	@touch $@

test: ## Run all tests (ONLY="tools rust unit e2e contract crash verify documents" chooses)
	@tools/prerequisites test
	@$(MAKE) packages
	@$(MAKE) build
	@tools/test $(ONLY)

check: check-rust check-openapi check-spa ## Run every check that is not a test
	@tools/files.py
	@echo "All checks passed"

check-rust:
	@tools/prerequisites run
	@cargo fmt --all --check
	@tools/arrows.py
	@tools/dependencies.py
	@cargo clippy --locked --workspace --all-targets -- --deny warnings

check-openapi: server
	@tools/drift openapi/openapi.json $(DAFTAR) openapi

check-spa: packages
	@$(PNPM) run --silent check </dev/null
	@$(MAKE) spa
	@$(PNPM) run --silent check:budget </dev/null

openapi: server packages ## Write openapi/openapi.json and the SPA's types from the code
	@mkdir -p openapi
	@$(DAFTAR) openapi > openapi/openapi.json.new && mv openapi/openapi.json.new openapi/openapi.json
	@$(PNPM) run --silent api </dev/null

seed: server ## Fill an empty database with the demonstration office
	@$(DAFTAR) seed

send-mail: server ## Send letters by e-mail to a real mail server that is down at first (aiosmtpd)
	@tools/send-mail

verify-documents: ## Sign documents and have verifiers from outside judge them (FOLDER="…" chooses the documents)
	@tools/prerequisites documents
	@tools/verify-documents $(FOLDER)

bench: ## Measure desk and forward beside the bare database, on PostgreSQL and SQLite
	@tools/prerequisites bench
	@cargo build --locked --release --package daftar-server
	@tools/benchmark

screenshots: build ## Take the pictures in docs/images
	@tools/prerequisites test
	@tools/with-server $(PNPM) run screenshots

fmt: packages ## Format Rust and TypeScript
	@cargo fmt --all
	@$(PNPM) run --silent fix </dev/null

clean: ## Remove what was built; the data folder stays
	@cargo clean
	@rm -rf frontend/dist frontend/node_modules frontend/test-results frontend/playwright-report

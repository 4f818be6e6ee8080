# make test        everything that needs Go alone
# make test-all    the parts that need Python as well; installs them into .venv
# make race        the tests under the race detector
# make lint        formatting, vet, golangci-lint
# make docs        writes the generated pages again
# make bench       benchmarks, then one end-to-end run with its figures

GOLANGCI = go tool -modfile=.ci/lint.mod golangci-lint
VENV = .venv

.PHONY: test test-all race lint docs bench

test:
	go test ./...

race:
	go test -race -short -shuffle=on ./...

test-all: $(VENV)/installed
	go run . run keychain --overwrite --quiet --out out/consumers
	go run . audit-keychain out/consumers
	go run . run tools/consumers/rejects.yaml --overwrite --quiet --out out/consumers-rejects
	$(VENV)/bin/python tools/consumers/check.py out/consumers
	$(VENV)/bin/python tools/consumers/check.py --rejects out/consumers-rejects

$(VENV)/installed: tools/consumers/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --requirement tools/consumers/requirements.txt
	touch $@

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "run gofmt -w on these"; exit 1; }
	go vet ./...
	$(GOLANGCI) run

docs:
	go test ./pipelines -run TestDocsUpToDate -update
	go test ./verifiers -run TestRulePages -update
	go test ./verifiers/attacks -run TestAttackPage -update

bench:
	go test -run '^$$' -bench . -benchmem ./internal/... ./stages/... ./verifiers/...
	go run ./tools/bench

# make demo    try it on this machine (ARGS="--port 8011" is passed on)
# make test    all checks and all tests (ARGS=--on-both plays every conversation on both databases)
# make check   the checks alone
# make campaign   every figure of the failure catalogue, at full size (ARGS="--only G3" is passed on)
# make bench   how fast it is, beside what people would use instead (ARGS="--only sending" is passed on)
# make lock    renew uv.lock and the requirements made from it, after a change in pyproject.toml
# The first three make what they need in .venv; deploy/setup.sh says how.

BIN := .venv/bin
LOCKED := pyproject.toml uv.lock deploy/requirements.txt deploy/requirements-dev.txt deploy/setup.sh
EXPORT := uv export --frozen --quiet --no-emit-project --group build

.PHONY: demo test check campaign bench lock
.NOTPARALLEL:
export PYTHON

demo: .venv/ready-run
	@$(BIN)/relais demo $(ARGS)

check: .venv/ready-all
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/relais check-content

test: check
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered --cov-fail-under=95 $(ARGS)
	@missed=$$($(BIN)/coverage report --include='bot/domain/*' --skip-covered --show-missing \
		--fail-under=100) || { echo "$$missed"; echo "bot/domain is to be covered whole."; exit 1; }

campaign: .venv/ready-all
	@$(BIN)/python -m tests.campaign $(ARGS)

bench: .venv/ready-all
	@$(BIN)/python -m tests.bench $(ARGS)

.venv/ready-run: $(LOCKED)
	@sh deploy/setup.sh run

.venv/ready-all: $(LOCKED)
	@sh deploy/setup.sh all

lock:
	uv lock
	$(EXPORT) --no-dev --output-file deploy/requirements.txt
	$(EXPORT) --group dev --output-file deploy/requirements-dev.txt

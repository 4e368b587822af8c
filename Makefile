# Two commands: `make demo` shows the house, `make test` passes the tests. Each does all of its own set-up.
.PHONY: help demo test setup lint format lock doctor clean
.DEFAULT_GOAL := help
BIN := .venv/bin

help:
	@echo "make demo    演示 http://127.0.0.1:8765 / the demo"
	@echo "make test    全部测试 / every test"
	@echo "make doctor  检查这台机器 / check this machine"
	@echo "make lint    检查代码 / check the code"
	@echo "make format  整理代码 / format the code"
	@echo "make lock    重新锁定依赖 / lock the requirements anew"
	@echo "make clean   删除 .venv 与 var（数据库在内）/ remove .venv and var, the database included"

demo:
	@scripts/setup.sh run
	@$(BIN)/liantu demo

test: lint
	@scripts/browser.sh
	@$(BIN)/pytest

lint:
	@scripts/setup.sh dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >/dev/null || $(BIN)/lint-imports --no-logo

format:
	@scripts/setup.sh dev
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

# No address of any index is written into the tree; hashes make every mirror as good as the source.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock:
	@scripts/setup.sh dev
	@$(COMPILE) --group setup -o requirements-uv.txt >/dev/null
	@$(COMPILE) --group build -o requirements.txt pyproject.toml >/dev/null
	@$(COMPILE) --extra ocr --group build --group dev -o requirements-dev.txt pyproject.toml >/dev/null

doctor:
	@scripts/setup.sh run
	@$(BIN)/liantu doctor

clean:
	@test ! -x $(BIN)/python || $(BIN)/python -c "from liantu.site.database import embedded; s = embedded(); s and s.remove()"
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

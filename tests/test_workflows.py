"""What runs on the host of the repository: strangers' code gets nothing there to misuse."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
RUNS_CODE = re.compile(r"\bmake\b|casebook|mkdocs|pytest|pip|python")


@cache
def _read(path: Path) -> dict[str, Any]:
    # YAML 1.1 takes the key "on" for true.
    read: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def _jobs() -> list[Any]:
    return [
        pytest.param(_read(path), job, id=f"{path.stem}-{name}")
        for path in WORKFLOWS
        for name, job in _read(path)["jobs"].items()
    ]


def _steps(job: dict[str, Any], action: str) -> list[dict[str, Any]]:
    return [step for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


def _permissions(workflow: dict[str, Any], job: dict[str, Any]) -> dict[str, str]:
    held: dict[str, str] = job.get("permissions", workflow["permissions"])
    return held


def test_there_are_workflows_to_check_preview_tell_and_publish() -> None:
    assert {path.stem for path in WORKFLOWS} == {"check", "preview", "comment", "publish"}


@pytest.mark.parametrize(("workflow", "job"), _jobs())
def test_a_job_that_runs_code_cannot_write(workflow: dict[str, Any], job: dict[str, Any]) -> None:
    scripts = [step["run"] for step in job["steps"] if "run" in step]
    may_write = "write" in _permissions(workflow, job).values()
    assert not (may_write and _steps(job, "actions/checkout"))
    if may_write:
        # The name of our own command in a heading of a comment is no call of it.
        assert not any(
            RUNS_CODE.search(script.replace("<!-- casebook diff -->", "")) for script in scripts
        )


@pytest.mark.parametrize(("workflow", "job"), _jobs())
def test_words_of_strangers_reach_no_shell_as_code(
    workflow: dict[str, Any], job: dict[str, Any]
) -> None:
    for step in job["steps"]:
        assert "${{" not in step.get("run", ""), "pass it as a variable of the environment"


@pytest.mark.parametrize(("workflow", "job"), _jobs())
def test_no_token_is_left_lying_and_no_secret_given(
    workflow: dict[str, Any], job: dict[str, Any]
) -> None:
    for step in _steps(job, "actions/checkout"):
        assert step["with"]["persist-credentials"] is False
    assert "secrets." not in str(job)
    assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_gives_strangers_the_rights_of_the_repository(path: Path) -> None:
    workflow = _read(path)
    assert "pull_request_target" not in path.read_text("utf-8")
    assert set(workflow["permissions"].values()) <= {"read"}


@pytest.mark.parametrize("name", ["preview", "publish"])
def test_what_builds_the_site_has_the_whole_history(name: str) -> None:
    workflow = _read(ROOT / ".github" / "workflows" / f"{name}.yml")
    job = next(job for job in workflow["jobs"].values() if "make site" in str(job))
    (checkout,) = _steps(job, "actions/checkout")
    assert checkout["with"]["fetch-depth"] == 0

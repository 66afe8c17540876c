"""README keeps its promises: its two commands, and that the pipeline runs the same test command. The tour names what there is."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLAY = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/utka"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"


def test_readme_names_the_two_commands() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert PLAY in lines and TEST in lines


def test_the_pipeline_runs_readmes_test_command() -> None:
    assert any(line.startswith(TEST) for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines())


def test_every_dependency_is_named_with_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for group in project["optional-dependencies"].values() for name in group]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").lower()
    for requirement in [*project["dependencies"], *extras]:
        name = requirement.split(">")[0].split("[")[0].lower()
        assert name in readme or name == "distributed", f"README does not say why {name} is needed"


def test_no_host_of_packages_is_named() -> None:
    for path in (ROOT / ".ci" / "requirements.txt", ROOT / "pyproject.toml"):
        text = path.read_text(encoding="utf-8")
        assert "index-url" not in text and "http" not in text


def test_the_tour_names_files_and_folders_that_there_are() -> None:
    tour = (ROOT / "game" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./]+(?:\.py|\.yaml|/))`", tour))
    assert len(named) > 80
    folders = [ROOT / folder for folder in ("game", "scenarios", "assets", "tests")]
    lost = [name for name in sorted(named) if not (ROOT / name).exists() and not any(any(f.rglob(name)) for f in folders)]
    assert not lost, f"the tour leads to {lost}"

"""What tests of whole texts share: `--update-golden` rewrites what is expected, to be read in the difference."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite golden files and the README's outputs from what is printed now",
    )


@pytest.fixture
def updating(pytestconfig: pytest.Config) -> bool:
    """Whether expected texts are to be rewritten."""
    return bool(pytestconfig.getoption("--update-golden"))

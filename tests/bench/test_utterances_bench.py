"""The bench of utterances says what it wants where its articles are not."""

from pathlib import Path

import pytest

from bench.utterances import tell


def test_a_folder_without_the_articles_is_refused_with_the_one_that_is_wanted(
    tmp_path: Path,
) -> None:
    with pytest.raises(FileNotFoundError, match="give the folder data/claims/basil"):
        tell(tmp_path, "d2e17368")

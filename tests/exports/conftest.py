"""The files of the invented record, made once."""

from collections.abc import Mapping

import pytest
from tests.exports import records

from casebook.exports.files import plan_exports
from casebook.model.corpus import Corpus


def files_of(corpus: Corpus) -> dict[str, bytes]:
    return {
        export.path: export.make() for export in plan_exports(corpus, records.SITE, records.TODAY)
    }


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    return files_of(records.corpus())


@pytest.fixture(scope="session")
def hostile_files() -> Mapping[str, bytes]:
    return files_of(records.hostile())

"""The index of the real collection, written once; and node, which reads it as a browser does."""

from pathlib import Path

import pytest
from tests.indexing.built import write_index
from tests.indexing.node import Node

from casebook.model.corpus import Corpus
from casebook.reading.collection import read_collection

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real collection."""
    return read_collection(ROOT).corpus


@pytest.fixture(scope="session")
def index(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that holds the index of the real collection."""
    folder = tmp_path_factory.mktemp("index")
    write_index(corpus, folder)
    return folder


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Node with the modules of the search."""
    return Node(tmp_path_factory.mktemp("node"))

"""Answers that are kept: the same words are asked about again and again."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Answers(dict[str, T]):
    """The answers of a function, each asked for once."""

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: str) -> T:
        self[asked] = self._answer(asked)
        return self[asked]

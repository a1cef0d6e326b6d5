"""A text that is read when somebody looks at it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

Item = TypeVar("Item")


class Unread(Sequence[Item]):
    """A sequence that is there when it is looked at."""

    def __init__(self, read: Callable[[], Sequence[Item]]) -> None:
        self._read = read
        self._held: Sequence[Item] | None = None

    @property
    def held(self) -> Sequence[Item]:
        """The items, read now if they were not."""
        if self._held is None:
            self._held = self._read()
        return self._held

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: Any) -> Any:
        return self.held[at]

    def __iter__(self) -> Iterator[Item]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)

"""Why a file cannot be imported."""


class Refusal(Exception):  # noqa: N818 - a file that we turn down is no error of ours
    """A file that cannot be imported, with a sentence that says why and one that helps."""

    def __init__(self, message: str, help_: str, *, is_picture: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_
        self.is_picture = is_picture
        """Whether it is a scan without words: a machine that reads pictures may still read it."""

"""The rules that the whole collection keeps, each a function with a page in docs/problems/."""

from casebook.checks.rules import CHECKS, run_checks

__all__ = ["CHECKS", "run_checks"]

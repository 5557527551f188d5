"""Questions as people ask them, about texts written for it (tests/quality/everyday and gallery)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROGRAM = Path(__file__).parents[1] / "quality" / "everyday.py"


@pytest.fixture(scope="module")
def everyday() -> ModuleType:
    spec = importlib.util.spec_from_file_location("everyday", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("folder", "right", "refused", "told"), [("everyday", 65, 20, 60), ("gallery", 70, 10, 75)]
)
def test_most_everyday_questions_are_served(
    everyday: ModuleType, folder: str, right: int, refused: int, told: int
) -> None:
    figures = everyday.measure(everyday.outcomes(folder))
    assert figures["right"] >= right
    assert figures["refused"] <= refused
    assert figures["told"] >= told

"""No template of somebody's registry takes long to read, or to compare a name with."""

from __future__ import annotations

import pytest

from compliance.model.names.template import MOST_FORMS, TemplateError, expansions, template
from tests.effort import effort_below

MANY = {"size": tuple(f"{n}B" for n in range(200)), "variant": tuple(f"v{n}x" for n in range(100))}


@pytest.mark.parametrize(
    "text",
    [
        "x" + "[-a]" * 70,
        "x" + "[-a[-a]]" * 30,
        "x" + "(a|a|b)" * 40,
        "x" + "{number}" * 30,
        "x" + "[-{version}]" * 20,
        "x-{size}-{size}",
        "(a|b)" * 50,
    ],
)
def test_a_template_of_too_many_forms_is_refused_at_once(text: str) -> None:
    with effort_below(1000), pytest.raises(TemplateError, match=f"more than {MOST_FORMS:,} names"):
        template(text, MANY)


@pytest.mark.parametrize("brackets", ["[]", "()"])
def test_brackets_stand_in_each_other_so_deep_and_no_deeper(brackets: str) -> None:
    for depth in (17, 140):
        with pytest.raises(TemplateError, match="more than 16 deep"):
            template(f"x{brackets[0] * depth}-a{brackets[1] * depth}", {})
    assert template(f"x{brackets[0] * 15}-a{brackets[1] * 15}", {}).names("x a ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("x" + "[-a]" * 14, "x " + "a " * 13 + "b "),
        ("x" + "(a|a)" * 14, "x " + "a " * 14 + "b "),
        ("x" + "{number}" * 7, "x " + "1.1 " * 7 + "b "),
        ("x-{size}-{variant}", "x 199 b v 99 y "),
    ],
)
def test_a_template_of_as_many_forms_as_may_be_is_compared_fast(text: str, name: str) -> None:
    made = template(text, {key: values[:100] for key, values in MANY.items()})
    with effort_below(1000):
        for _ in range(10):
            assert not made.names(name)


def test_a_template_still_stands_for_its_names() -> None:
    made = template("meadow-{size}[-(chat|base)]", {"size": ("7B", "70B")})
    assert [made.names(name) for name in ("meadow 7 b ", "meadow 70 b chat ", "meadow 8 b ")] == [
        True,
        True,
        False,
    ]
    assert len(list(expansions("meadow-{size}[-(chat|base)]", {"size": ("7B", "70B")}))) == 6

"""Parts of a message between backticks are code, and nothing in it becomes markup."""

from __future__ import annotations

from compliance.render.ticked import ticked


def test_what_to_type_is_code() -> None:
    assert (
        str(ticked("write `accepted: {google: false}`.")) == "write <code>accepted: {google: false}</code>."
    )


def test_names_are_escaped_within_and_without() -> None:
    assert str(ticked("<i> `<b>&`")) == "&lt;i&gt; <code>&lt;b&gt;&amp;</code>"


def test_an_odd_backtick_is_left_as_it_is() -> None:
    assert str(ticked("a ` b ` c ` d")) == "a ` b ` c ` d"

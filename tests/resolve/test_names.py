"""Names find their records; a name that nobody knows finds none."""

from __future__ import annotations

import pytest

from compliance.model.knowledge import Registry
from compliance.resolve.names import Names


@pytest.fixture
def names(registry: Registry) -> Names:
    return Names(registry)


@pytest.mark.parametrize(
    ("name", "record"),
    [("lab/cub-7b", "cub"), ("LAB/CUB", "cub"), ("lab/grown", "bear"), ("my/lab/cub", None), ("", None)],
)
def test_the_first_matching_model_record_wins(names: Names, name: str, record: str | None) -> None:
    found = names.model(name)
    assert record == (found.id if found else None)


def test_services_and_data_sets_have_their_own_records(names: Names) -> None:
    service, dataset = names.service("Talk-4"), names.dataset("kin/rows")
    assert service is not None
    assert dataset is not None
    assert (service.family, dataset.id) == ("talk-family", "rows")
    assert (names.service("lab/cub"), names.dataset("kin/rows-2")) == (None, None)


@pytest.mark.parametrize(
    ("texts", "provider"),
    [
        (("Talk",), "talk"),
        (("TALK LABS",), "talk"),
        (("talk-3 turbo",), "talk"),
        (("small talk and chat",), "talk"),
        (("chatter",), None),
        (("smalltalk",), None),
        ((None, "chat"), "chat"),
        (("nobody", "chat"), "chat"),
        (("chat", "talk"), "chat"),
        ((), None),
    ],
)
def test_a_provider_is_named_by_whole_words_earlier_texts_first(
    names: Names, texts: tuple[str | None, ...], provider: str | None
) -> None:
    assert provider == names.provider(*texts)

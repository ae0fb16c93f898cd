"""What was finished stays, what changed is asked again, and both end as a check of everything would."""

from __future__ import annotations

import dataclasses
import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from compliance.compile.digest import digests
from compliance.fleet import check as checking
from compliance.fleet.store import Store
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

from .conftest import AS_OF, HUB, checked, few, model, positions

Tell = Callable[[Store, Sequence[dict[str, Any]]], int]
_CHANGES: Mapping[str, Sequence[dict[str, Any]]] = {
    "another licence": [model("meadow/tuned-7b", "base_model:finetune:Qwen/Qwen2.5-7B", license="cc-by-nc-4.0")],
    "a parent less": [model("brook/mix", "base_model:merge:meta-llama/Llama-3.1-8B-Instruct", license="mit")],
    "a parent is put out": [model("gone/lost", license="gemma")],
    "a circle is closed": [model("meadow/tuned-7b", "base_model:finetune:brook/tuned-7b-GGUF", license="apache-2.0")],
    "a record of the registry is put out": [model("Qwen/Qwen2.5-7B", "base_model:finetune:gone/lost", license="mit")],
    "a child": [model("moss/child", "base_model:quantized:brook/mix", license="mit")],
    "nothing": [HUB[1]],
    "it was a data set": [model("moss/other", license="mit", datasets=["gone/lost"])],
}  # fmt: skip


@pytest.mark.parametrize("change", _CHANGES)
def test_what_a_change_can_reach_is_asked_again_and_comes_out_as_if_all_was(
    change: str, tmp_path: Path, knowledge: Knowledge, told: Tell
) -> None:
    packs, held, whole = few(knowledge), Store(tmp_path / "held.fleet"), Store(tmp_path / "whole.fleet")
    many = [
        model(f"field/m{n}", "base_model:finetune:EleutherAI/pythia-1.4b", license="mit") for n in range(12)
    ]
    told(held, [*HUB, *many])
    checked(held, packs)
    before = positions(held)
    told(held, _CHANGES[change])
    again = checked(held, packs)
    assert again.rules == 0
    assert again.changed < len(many)
    told(whole, [*HUB, *many])
    told(whole, _CHANGES[change])
    checked(whole, packs)
    assert positions(whole) == positions(held)
    if change not in ("nothing", "it was a data set"):
        assert before != positions(held)


def test_a_check_of_what_is_checked_asks_nothing(tmp_path: Path, knowledge: Knowledge, told: Tell) -> None:
    store, packs = Store(tmp_path / "hub.fleet"), few(knowledge)
    told(store, HUB)
    assert len(digests(packs, AS_OF)) == checked(store, packs).rules
    assert checked(store, packs)[:3] == (0, 0, 0)


def test_only_a_changed_rule_is_asked_again(tmp_path: Path, knowledge: Knowledge, told: Tell) -> None:
    store, packs = Store(tmp_path / "hub.fleet"), few(knowledge)
    told(store, HUB)
    checked(store, packs)
    first = packs.packs[0]
    rule = first.rules[0].model_copy(update={"parties": ("recipient",)})
    pack = first.model_copy(update={"rules": (rule, *first.rules[1:])})
    assert checked(store, dataclasses.replace(packs, packs=(pack, *packs.packs[1:]))).rules == 1
    fewer = dataclasses.replace(packs, packs=packs.packs[1:])
    checked(store, fewer)
    assert set(digests(fewer, AS_OF)) == {rule for (rule,) in store.all("SELECT rule FROM asked")}


def test_killed_at_any_point_the_next_check_ends_the_same(
    tmp_path: Path, knowledge: Knowledge, told: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = few(knowledge)
    monkeypatch.setattr(checking, "WORD_RULES", 2)
    start = tmp_path / "start.fleet"
    store = Store(start)
    told(store, HUB)
    store.close()
    whole = dying(Path(shutil.copy(start, tmp_path / "whole.fleet")), _NEVER)
    checked(whole, packs)
    calls = whole.connection.calls
    expected = positions(whole)
    draw = random.Random(7)
    done = set()
    for number in range(12):
        path = tmp_path / f"killed-{number}.fleet"
        shutil.copy(start, path)
        lives = draw.randrange(2, calls - 1)
        killed_while(lambda path=path, lives=lives: checked(dying(path, lives), packs))  # type: ignore[misc]
        after = Store(path)
        # Nothing but whole batches is there.
        assert {rule for rule, *_ in positions(after)} <= {
            rule for (rule,) in after.all("SELECT rule FROM asked")
        }
        done.add(int(after.one("SELECT count(*) FROM asked")))
        checked(after, packs)
        assert expected == positions(after)
        after.close()
    assert len(done) > 2


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.95])
def test_killed_while_taking_in_the_store_is_as_before(
    part: float, tmp_path: Path, knowledge: Knowledge, told: Tell
) -> None:
    path = tmp_path / "hub.fleet"
    store = Store(path)
    told(store, HUB[:2])
    before = list(_everything(store))
    store.close()
    whole = dying(Path(shutil.copy(path, tmp_path / "whole.fleet")), _NEVER)
    told(whole, HUB)
    calls = whole.connection.calls
    killed_while(lambda: told(dying(path, int(part * calls)), HUB))
    assert before == list(_everything(Store(path)))


def killed_while(work: Callable[[], object]) -> None:
    """Do the work in a process of its own, which does not live to see its end."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def dying(path: Path, lives: int) -> Store:
    """A store whose process is killed at the n-th thing that it asks of the file."""
    store = Store(path)
    store.connection = _Counted(store.connection, lives)
    return store


_NEVER = 10**9


class _Counted:
    """A connection that kills its process after so many calls."""

    def __init__(self, connection: Any, lives: int) -> None:
        self._connection, self._lives = connection, lives
        self.calls = 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._connection, name)

        def called(*given: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls > self._lives:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return called


def _everything(store: Store) -> Iterator[list[tuple[Any, ...]]]:
    for table in ("names", "artifacts", "edges", "versions"):
        yield store.all(f"SELECT * FROM {table} ORDER BY ALL")


_OWN = {
    "a licence": "licences: [{id: okapi, title: TITLE, kind: model, traits: [permissive], assurance: memory, %s}]\n",
    "a provider": "providers:\n  own: {name: TITLE, aliases: [], assurance: memory, %s}\n",
    "a route": "routes:\n  - {prefix: TITLE/, route: direct}\n",
    "a party": "parties:\n  own: {name: TITLE, source: {where: x, read: '2026-01-01'}, assurance: memory}\n",
}


@pytest.mark.parametrize("what", _OWN)
def test_what_names_are_looked_up_in_is_part_of_every_digest(
    what: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    loaded = [knowledge]
    for title in ("Quagga", "Okapi"):
        text = _OWN[what].replace("TITLE", title).replace("%s", "verified_on: '2026-01-01'")
        (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
        loaded.append(load_packs([tmp_path]))
    told = [digests(one, AS_OF) for one in loaded]
    assert told[0].keys() == told[1].keys() == told[2].keys()
    assert all(len({one[rule] for one in told}) == 3 for rule in told[0])

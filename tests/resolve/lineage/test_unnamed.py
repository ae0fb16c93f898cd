"""The name of a provider alone is some model of theirs: their terms hold, and which model it is gets asked."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact, Lineage
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from compliance.resolve.names.prepared import lookups

PROVIDERS = [
    ("Anthropic", "anthropic"),
    ("Google", "google"),
    ("Cohere", "cohere"),
    ("Mistral AI", "mistral"),
    ("xAI", "xai"),
    ("Moonshot AI", "moonshot"),
]


def _resolved(**artifacts: Any) -> Lineage:
    manifest = Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": "Lab"},
            "artifacts": {**artifacts, "m": {"kind": "model"}},
            "steps": [{"id": "t", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"]}],
            "releases": [{"artifact": "m"}],
        }
    )
    return resolve(manifest, load_packs().registry, lambda path: None)


def _written_by(generator: str) -> tuple[Artifact, Artifact]:
    """The rows, and what is added behind them, where a card says that the generator wrote them."""
    rows = {
        "kind": "dataset",
        "name": "meadow/rows",
        "documented": {"where": "card", "generators": [generator]},
    }
    found = _resolved(rows=rows).artifacts
    (behind,) = (one for key, one in found.items() if key.startswith("rows~"))
    return found["rows"], behind


@pytest.mark.parametrize(("name", "provider"), PROVIDERS)
def test_a_provider_named_as_a_generator_is_a_service_of_theirs(name: str, provider: str) -> None:
    rows, behind = _written_by(name)
    assert (behind.kind, behind.provider, behind.family) == ("service", provider, None)
    expected = f"its documentation names {name}, and not which model of theirs wrote it"
    assert expected == rows.making.why


@pytest.mark.parametrize(("name", "provider"), PROVIDERS)
def test_a_provider_called_a_model_contradicts_the_registry(name: str, provider: str) -> None:
    found = _resolved(rows={"kind": "dataset", "origin": "own"}, teacher={"kind": "model", "name": name})
    said = [(one.field, one.known) for one in found.artifacts["teacher"].contradictions]
    assert said == [("kind", "service")]


@pytest.mark.parametrize("name", ["OpenAI", "ChatGPT", "Claude", "Gemini"])
def test_what_a_provider_itself_calls_so_is_a_record(name: str) -> None:
    names = lookups(load_packs().registry).names
    assert names.service(name) is not None
    assert names.unnamed_of(name) is None


@pytest.mark.parametrize(
    "name", ["Cohere For All", "meadow/Anthropic-Notes-7B", "Googleish", "mistral ai club"]
)
def test_a_name_that_only_holds_a_provider_is_not_theirs(name: str) -> None:
    assert lookups(load_packs().registry).names.unnamed_of(name) is None


@pytest.mark.parametrize(
    ("service", "state"),
    [
        ({"name": "our-proxy-chat", "provider": "deepseek"}, "open"),
        ({"name": "Internal gateway", "provider": "openrouter"}, "open"),
        ({"name": "my-alias", "provider": "anthropic", "plan": "api"}, "open"),
        ({"name": "deepseek-chat", "provider": "deepseek"}, "known"),
        (
            {"name": "our-endpoint", "provider": "together", "serves": "meta-llama/Llama-3.3-70B-Instruct"},
            "known",
        ),
        ({"name": "our-bot", "provider": "acme-of-nowhere"}, "known"),
    ],
)
def test_a_name_that_callers_give_to_a_service_tells_of_no_model(service: dict[str, str], state: str) -> None:
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {
                "g": {"kind": "service", **service}, "rows": {"kind": "dataset"}, "m": {"kind": "model"},
            },
            "steps": [
                {"id": "w", "kind": "generate", "inputs": {"teacher": "g"}, "outputs": ["rows"]},
                {"id": "t", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"]},
            ],
            "releases": [{"artifact": "m"}],
        }
    )  # fmt: skip
    assert resolve(manifest, load_packs().registry).artifacts["rows"].making.state == state


@pytest.mark.parametrize(
    ("program", "kind", "state"),
    [
        ({"name": "somebody/autolabel", "license": "MIT"}, "annotate", "open"),
        ({"name": "somebody/autolabel", "license": "MIT"}, "convert", "open"),
        ({"name": "labeller", "license": "Apache-2.0", "origin": "third-party"}, "annotate", "open"),
        ({"name": "our/heuristics", "origin": "own"}, "annotate", "known"),
        (
            {
                "name": "somebody/rules",
                "license": "MIT",
                "documented": {"where": "README.md", "generators": "none"},
            },
            "annotate",
            "known",
        ),
    ],
)
def test_a_program_of_others_that_teaches_may_have_asked_a_model(
    program: dict[str, object], kind: str, state: str
) -> None:
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {
                "pages": {
                    "kind": "dataset", "origin": "own", "documented": {"where": "README.md", "generators": "none"},
                },
                "program": {"kind": "code", **program}, "rows": {"kind": "dataset"},
            },
            "steps": [
                {"id": "l", "kind": kind, "inputs": {"data": "pages", "teacher": "program"}, "outputs": ["rows"]},
            ],
            "releases": [{"artifact": "rows"}],
        }
    )  # fmt: skip
    assert resolve(manifest, load_packs().registry).artifacts["rows"].making.state == state


def _state(artifacts: dict[str, object], steps: list[dict[str, object]], released: str) -> str:
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": artifacts, "steps": steps, "releases": [{"artifact": released}],
        }
    )  # fmt: skip
    return resolve(manifest, load_packs().registry).artifacts[released].making.state


_ROWS = {
    "kind": "dataset", "name": "Leaflets written by our pharmacists", "origin": "own",
    "documented": {"where": "README.md", "generators": "none"},
}  # fmt: skip


@pytest.mark.parametrize("kind", ["quantise", "convert", "prune", "merge"])
@pytest.mark.parametrize(
    ("name", "state"), [("a capable language model", "open"), ("EleutherAI/pythia-1.4b", "known")]
)
def test_an_unnamed_model_in_another_form_is_unnamed(kind: str, name: str, state: str) -> None:
    artifacts: dict[str, object] = {
        "llm": {"kind": "model", "name": name, "license": "Apache-2.0"}, "small": {"kind": "model"},
        "leaflets": _ROWS, "plain": {"kind": "dataset"},
    }  # fmt: skip
    steps: list[dict[str, object]] = [
        {"id": "shrink", "kind": kind, "inputs": {"base": "llm"}, "outputs": "small"},
        {
            "id": "say",
            "kind": "rewrite",
            "inputs": {"teacher": "small", "source": "leaflets"},
            "outputs": "plain",
        },
    ]
    assert _state(artifacts, steps, "plain") == state


@pytest.mark.parametrize(
    ("kind", "inputs", "state"),
    [
        ("rl", {"base": "base", "teacher": "program"}, "open"),
        ("rl", {"base": "base", "teacher": "program", "reward": "program"}, "open"),
        ("finetune", {"base": "base", "teacher": "program"}, "open"),
        ("finetune", {"base": "base", "teacher": "program", "data": "leaflets"}, "known"),
        ("rl", {"base": "base", "prompts": "leaflets", "reward": "program"}, "known"),
    ],
)
def test_nobody_learns_from_a_program_alone(kind: str, inputs: dict[str, str], state: str) -> None:
    artifacts: dict[str, object] = {
        "base": {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"},
        "program": {"kind": "code", "name": "our scripts", "origin": "own", "license": "Apache-2.0"},
        "leaflets": _ROWS, "m": {"kind": "model"},
    }  # fmt: skip
    assert _state(artifacts, [{"id": "t", "kind": kind, "inputs": inputs, "outputs": "m"}], "m") == state

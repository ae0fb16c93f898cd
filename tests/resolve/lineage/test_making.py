"""What of the making of an artifact is unsaid, what closes it, and what does not."""

from __future__ import annotations

import pytest

from compliance.model.declared.lineage import NOT_LOOKED_UP, Making
from tests.resolve.conftest import Resolve

RELEASE = "releases: [{artifact: m, license: free}]\n"


def _making(resolved: Resolve, artifacts: str, steps: str, key: str) -> Making:
    lineage = resolved(f"artifacts: {{m: {{kind: model}}, {artifacts}}}\nsteps: [{steps}]\n{RELEASE}")
    return lineage.artifacts[key].making


def _tuned(role: str, item: str, kind: str = "finetune") -> str:
    return f"{{id: tune, kind: {kind}, inputs: {{{role}: {item}}}, outputs: m}}"


_BY_NO_MODEL = ", documented: {where: 'paper, Methods', generators: none}"

OPEN = {
    "rows that nobody explains": ("rows: {kind: dataset}", _tuned("data", "rows"), "rows"),
    "rows under an open licence": ("rows: {kind: dataset, license: free}", _tuned("data", "rows"), "rows"),
    "rows of a third party": ("rows: {kind: dataset, origin: third-party}", _tuned("data", "rows"), "rows"),
    "a bare documented": ("rows: {kind: dataset, documented: true}", _tuned("data", "rows"), "rows"),
    "documented without who wrote it": (
        "rows: {kind: dataset, documented: {where: its card}}", _tuned("data", "rows"), "rows",
    ),
    "documented as no": (
        "rows: {kind: dataset, documented: false, origin: own}", _tuned("data", "rows"), "rows",
    ),
    "a model alone, of our own": (
        "rows: {kind: dataset, origin: own, facts: {written_by_model_alone: true}}", _tuned("data", "rows"), "rows",
    ),
    "a model alone, and no generator": (
        "rows: {kind: dataset, documented: {where: its card, generators: none}, facts: {written_by_model_alone: true}}",
        _tuned("data", "rows"), "rows",
    ),
    "generators unknown, of people": (
        "rows: {kind: dataset, origin: people, documented: {where: its card, generators: unknown}}",
        _tuned("data", "rows"), "rows",
    ),
    "documented as unknown": (
        "rows: {kind: dataset, documented: unknown, origin: own}", _tuned("data", "rows"), "rows",
    ),
    **{
        f"documented at {where}": (
            f"rows: {{kind: dataset, documented: {{where: '{where}', generators: none}}}}",
            _tuned("data", "rows"), "rows",
        )
        for where in ("to be written", "TBD", "n/a", "?", "not published", "coming soon")
    },
    "rows that no teacher is named for, and no generator": (
        "seed: {kind: dataset}, rows: {kind: dataset, documented: {where: README, generators: none}}",
        "{id: write, kind: generate, inputs: {seed: seed}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "own rows that no teacher is named for": (
        "seed: {kind: dataset}, rows: {kind: dataset, origin: own}",
        "{id: write, kind: generate, inputs: {seed: seed}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    **{
        f"own rows with {what}": (f"rows: {{kind: dataset, origin: own, {said}}}", _tuned("data", "rows"), "rows")
        for what, said in {
            "a bot in their name": "name: Replies of our help bot",
            "a site in their name": "name: Quora answers on bicycles",
            "a fact that names who wrote them": "facts: {processing: 'pasted into ChatGPT, then edited'}",
            "a statement that names who wrote them": "statements: [{license: free, where: 'card: written by gpt-4'}]",
            "a place that names who wrote them": "documented: {where: 'AI suggested replies', generators: none}",
            "a price": "facts: {purchased: true}",
        }.items()
    },
    **{
        f"own rows that a frame for models {kind}s": (
            "frame: {kind: code, name: langchain-ai/langchain}, texts: {kind: dataset, origin: own}, "
            "rows: {kind: dataset, origin: own}",
            f"{{id: write, kind: {kind}, inputs: {{tool: frame, source: texts}}, outputs: rows}}, "
            + _tuned("data", "rows"),
            "rows",
        )
        for kind in ("annotate", "convert", "generate")
    },
    "own rows with the name of what is put up here": (
        "bot: {kind: code, name: Harbour Desk}, open: {kind: model, name: lab/cub}, "
        "rows: {kind: dataset, origin: own, name: Harbour Desk talks}",
        "{id: up, kind: deploy, inputs: {component: open}, outputs: bot}, " + _tuned("data", "rows"),
        "rows",
    ),
    "weights of one's own without steps": ("base: {kind: model, origin: own}", _tuned("base", "base"), "base"),
    "training without data": ("base: {kind: model, license: free}", _tuned("base", "base"), "m"),
    **{
        f"{role} alone for {kind}": (
            "base: {kind: model, license: free}, asked: {kind: dataset, origin: people}",
            f"{{id: tune, kind: {kind}, inputs: {{base: base, {role}: asked}}, outputs: m}}",
            "m",
        )
        for kind in ("pretrain", "train", "finetune")
        for role in ("prompts", "seed")
    },
    "weights found on the web": ("base: {kind: model, origin: web, license: free}", _tuned("base", "base"), "base"),
    "code found on the web": ("code: {kind: code, origin: web, license: free}", _tuned("data", "code"), "code"),
    "training that goes on from nowhere": ("rows: {kind: dataset}", _tuned("data", "rows"), "m"),
    "rows that a program writes alone": (
        "pen: {kind: code, name: some/client}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {tool: pen}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    **{
        f"rows that a program writes beside what writes nothing, {given}": (
            "pen: {kind: code, name: some/client}, rows: {kind: dataset}, base: {kind: model, license: free}, "
            "notes: {kind: dataset, origin: own}, told: {kind: dataset, documented: {where: card, generators: none}}, "
            "book: {kind: document, origin: people}",
            f"{{id: write, kind: {kind}, inputs: {{{given}}}, outputs: rows}}, " + _tuned("data", "rows"),
            "rows",
        )
        for kind in ("generate", "rewrite")
        for given in (
            "tool: {one_of: [pen, notes]}",
            "tool: {one_of: [pen, base]}",
            "teacher: {one_of: [pen, told]}",
            "tool: [pen, notes]",
            "tool: pen, teacher: book",
            "unknown: pen",
            "unknown: [pen, notes]",
        )
    },
    **{
        f"rows without a generator that a program writes, {told}": (
            f"pen: {{kind: code, {pen}}}, rows: {{kind: dataset{rows}}}",
            f"{{id: write, kind: generate, inputs: {{{role}: pen}}, outputs: rows}}, " + _tuned("data", "rows"),
            "rows",
        )
        for told, pen, rows, role in (
            ("not documented", "name: sampler, origin: own", ", origin: own", "tool"),
            ("without a place", "name: sampler, origin: own", ", documented: {where: TBD, generators: none}", "tool"),
            ("of others", "name: some/client", _BY_NO_MODEL, "tool"),
            ("a frame for models", "name: langchain-ai/langchain, origin: own", _BY_NO_MODEL, "tool"),
            ("called after a model", "name: GPT-4 sampler, origin: own", _BY_NO_MODEL, "tool"),
            ("called an agent", "name: our agent, origin: own", _BY_NO_MODEL, "tool"),
            ("with a note", "name: sampler, origin: own, note: asks gpt-4o for names", _BY_NO_MODEL, "tool"),
            ("as a teacher", "name: sampler, origin: own", _BY_NO_MODEL, "teacher"),
        )
    },
    "rows that no teacher is named for": (
        "seed: {kind: dataset}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {seed: seed}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a teacher without a name": (
        "guide: {kind: model}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {teacher: guide}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a teacher whose name tells nothing": (
        "guide: {kind: service, name: our assistant}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {teacher: guide}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a release that no step makes": ("rows: {kind: dataset}", "", "m"),
    "a thing made out of itself": (
        "rows: {kind: dataset}",
        "{id: tidy, kind: filter, inputs: {data: rows}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a thing that is merely fetched": (
        "far: {kind: dataset}, rows: {kind: dataset}",
        "{id: get, kind: fetch, inputs: {source: far}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a record that was not looked up": (
        "rows: {kind: dataset, name: long/road-1}", _tuned("data", "rows"), "rows",
    ),
}  # fmt: skip

CLOSED = {
    **{
        f"prompts that {kind} answers itself": (
            "base: {kind: model, license: free}, asked: {kind: dataset, origin: people}",
            f"{{id: tune, kind: {kind}, inputs: {{base: base, prompts: asked}}, outputs: m}}",
            "m",
        )
        for kind in ("preference-tune", "rl")
    },
    "one's own rows": ("rows: {kind: dataset, origin: own}", _tuned("data", "rows"), "rows"),
    "what people wrote": ("rows: {kind: dataset, origin: people}", _tuned("data", "rows"), "rows"),
    "documented with who wrote it": (
        "rows: {kind: dataset, documented: {where: its card, generators: [talk-1]}}", _tuned("data", "rows"), "rows",
    ),
    "documented, and no model wrote it": (
        "rows: {kind: dataset, documented: {where: its card, generators: []}}", _tuned("data", "rows"), "rows",
    ),
    "ancestry that the registry knows": ("rows: {kind: dataset, name: kin/rows}", _tuned("data", "rows"), "rows"),
    "training on data": ("rows: {kind: dataset}", _tuned("data", "rows", "train"), "m"),
    "a named teacher": (
        "guide: {kind: service, name: talk-1}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {teacher: guide}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    **{
        f"a program beside what may have written, {given}": (
            "pen: {kind: code, name: some/client}, rows: {kind: dataset}, guide: {kind: service, name: talk-1}, "
            "notes: {kind: dataset, origin: own}, "
            "said: {kind: dataset, documented: {where: card, generators: [talk-1]}}",
            f"{{id: write, kind: generate, inputs: {{{given}}}, outputs: rows}}, " + _tuned("data", "rows"),
            "rows",
        )
        for given in ("tool: [pen, guide]", "tool: {one_of: [pen, notes]}, teacher: guide", "tool: pen, teacher: said")
    },
    **{
        f"rows that a program draws by itself, {whose}": (
            f"pen: {{kind: code, name: sampler, {pen}}}, rows: {{kind: dataset{_BY_NO_MODEL}}}",
            "{id: draw, kind: generate, inputs: {tool: pen}, outputs: rows}, " + _tuned("data", "rows"),
            "rows",
        )
        for whose, pen in (
            ("one's own", "origin: own"),
            ("of others, which says so", "documented: {where: handbook of 2024, generators: none}"),
        )
    },
    "a teacher of a known provider": (
        "guide: {kind: service, provider: talk}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {teacher: guide}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a teacher under an address": (
        "guide: {kind: model, name: some/guide}, rows: {kind: dataset}",
        "{id: write, kind: generate, inputs: {teacher: guide}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a teacher that steps of the manifest make": (
        "own: {kind: dataset, origin: own}, guide: {kind: model}, rows: {kind: dataset}",
        "{id: teach, kind: train, inputs: {data: own}, outputs: guide}, "
        "{id: write, kind: generate, inputs: {teacher: guide}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a filter of something else": (
        "far: {kind: dataset}, rows: {kind: dataset}",
        "{id: cut, kind: filter, inputs: {data: far}, outputs: rows}, " + _tuned("data", "rows"),
        "rows",
    ),
    "a merge of weights": (
        "base: {kind: model, license: free}", "{id: join, kind: merge, inputs: {component: base}, outputs: m}", "m",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("artifacts", "steps", "key"), OPEN.values(), ids=OPEN)
def test_a_gap_leaves_the_making_open_and_says_why(
    resolved: Resolve, artifacts: str, steps: str, key: str
) -> None:
    making = _making(resolved, artifacts, steps, key)
    assert making.state == "open"
    assert making.why


def test_where_a_program_of_others_could_say_that_no_model_works_in_it_is_told(resolved: Resolve) -> None:
    artifacts = f"pen: {{kind: code, name: some/client}}, rows: {{kind: dataset{_BY_NO_MODEL}}}"
    steps = "{id: draw, kind: generate, inputs: {tool: pen}, outputs: rows}, " + _tuned("data", "rows")
    why = _making(resolved, artifacts, steps, "rows").why
    assert why.endswith("no model wrote any of it; if no model works in pen, `documented` there says so")


@pytest.mark.parametrize(("artifacts", "steps", "key"), CLOSED.values(), ids=CLOSED)
def test_what_explains_the_making_closes_it(resolved: Resolve, artifacts: str, steps: str, key: str) -> None:
    assert _making(resolved, artifacts, steps, key).state == "known"


NOTED = {
    "on rows of our own": ("rows: {kind: dataset, origin: own, note: told in a hall}", ""),
    "on rows of people": ("rows: {kind: dataset, origin: people, note: told in a hall}", ""),
    "on code": ("rows: {kind: code, origin: own, note: told in a hall}", ""),
    "on a step that writes them": ("rows: {kind: dataset, origin: own}", "note: told in a hall"),
    "with half a documentation": (
        "rows: {kind: dataset, origin: own, note: told in a hall, documented: {where: its card}}", "",
    ),
    "behind a plain one": ("rows: {kind: dataset, origin: own, note: by hand}", "note: told in a hall"),
}  # fmt: skip
NOT_NOTED = {
    "plain": ("rows: {kind: dataset, origin: own, note: by hand in 2024}", "note: drawn by our staff"),
    "documented": (
        "rows: {kind: dataset, origin: own, note: told in a hall, documented: {where: its card, generators: none}}", "",
    ),
}  # fmt: skip


def _collected(note: str) -> str:
    return (
        f"{{id: gather, kind: collect, outputs: rows{', ' if note else ''}{note}}}, {_tuned('data', 'rows')}"
    )


@pytest.mark.parametrize(("artifacts", "note"), NOTED.values(), ids=NOTED)
def test_a_note_on_ones_own_leaves_the_making_open(resolved: Resolve, artifacts: str, note: str) -> None:
    making = _making(resolved, artifacts, _collected(note), "rows")
    assert (making.state, [one.told for one in making.noted], making.hints) == (
        "open",
        ["told in a hall"],
        (),
    )
    assert "which no rule reads, says “told in a hall”" in making.why


@pytest.mark.parametrize(("artifacts", "note"), NOT_NOTED.values(), ids=NOT_NOTED)
def test_a_plain_note_and_documentation_do_not(resolved: Resolve, artifacts: str, note: str) -> None:
    assert _making(resolved, artifacts, _collected(note), "rows").state == "known"


def test_a_note_on_what_others_made_is_open_where_nothing_else_is(resolved: Resolve) -> None:
    artifacts = "rows: {{kind: dataset, origin: {origin}, note: told in a hall}}"
    states = [
        bool(_making(resolved, artifacts.format(origin=origin), _tuned("data", "rows"), "rows").noted)
        for origin in ("third-party", "web")
    ]
    assert states == [False, True]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("note: three nights", "the note of step tune, which no rule reads, says “three nights”"),
        ("note: three hours", ""),
        ("note: three nights, documented: {where: README, generators: none}", ""),
        ("note: three nights, documented: {where: README}", "says “three nights”"),
        ("note: three nights, documented: true", "says “three nights”"),
        ("documented: false", "what went into step tune is not documented"),
        ("documented: unknown", "what went into step tune is not documented"),
        ("documented: {where: README, generators: unknown}", "not known which models wrote what went into step tune"),
        ("documented: {where: the recipe of a rival, generators: none}", "where step tune is documented, “the recipe"),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_step_of_training(resolved: Resolve, said: str, why: str) -> None:
    steps = f"{_tuned('data', 'rows', 'train')[:-1]}, {said}}}"
    making = _making(resolved, "rows: {kind: dataset, origin: own}", steps, "m")
    assert (making.state, why in making.why) == ("open" if why else "known", True)


def test_what_is_documented_of_weights_does_not_answer_for_a_step(resolved: Resolve) -> None:
    steps = f"{_tuned('data', 'rows', 'train')[:-1]}, note: three nights}}"
    own = (
        "rows: {kind: dataset, origin: own}, m: {kind: model, documented: {where: README, generators: none}}"
    )
    making = resolved(f"artifacts: {{{own}}}\nsteps: [{steps}]\n{RELEASE}").artifacts["m"].making
    assert [one.step for one in making.noted] == ["tune"]


def test_something_more_exact_is_asked_alone(resolved: Resolve) -> None:
    artifacts = "rows: {kind: dataset, origin: own, name: synthetic dialogues, note: told in a hall}"
    making = _making(resolved, artifacts, _tuned("data", "rows"), "rows")
    assert (making.state, making.noted, making.hints) == ("open", (), ("synthetic",))


NAMES_AGAINST = {
    "people, and a provider's model": ("name: some/claude-3-answers, origin: people", ("claude",)),
    "our own, and making by a model": ("name: synthetic dialogues, origin: own", ("synthetic",)),
    "no generator, and one in the name": (
        "name: distilled proofs, documented: {where: its card, generators: none}", ("distilled",),
    ),
    "our own, and a known set of others": ("name: our long road-5 in short, origin: own", ("road-5",)),
    "our own, and a known service": ("name: what talk-1 said, origin: own", ("talk-1",)),
    "a model's word after by": ("name: dialogues drafted by Haiku, origin: own", ("Haiku",)),
    "a family's word after using": ("name: replies written using Mistral, origin: own", ("Mistral",)),
    "two things, one of them ruled out": (
        "name: gpt and claude, documented: {where: its card, generators: none, not_from: gpt}", ("claude",),
    ),
}  # fmt: skip
NAMES_FITTING = {
    "it says that none of it is in": (
        "name: claude monet prints, documented: {where: its card, generators: none, not_from: [Claude]}, origin: own"
    ),
    "a word of other things": "name: Haiku of three poets and a Mistral wind diary, origin: people",
    "a word that only holds another": "name: claudette recipes, origin: own",
    "the account of a known party": "name: lab/field-notes, origin: people",
    "the generator is named": "name: talk-1 chats, documented: {where: its card, generators: [talk-1]}",
}


@pytest.mark.parametrize(("said", "hints"), NAMES_AGAINST.values(), ids=NAMES_AGAINST)
def test_a_name_that_contradicts_what_is_said_leaves_the_making_open(
    resolved: Resolve, said: str, hints: tuple[str, ...]
) -> None:
    making = _making(resolved, f"rows: {{kind: dataset, {said}}}", _tuned("data", "rows"), "rows")
    assert (making.state, making.hints) == ("open", hints)


@pytest.mark.parametrize("said", NAMES_FITTING.values(), ids=NAMES_FITTING)
def test_a_name_that_fits_leaves_nothing_open(resolved: Resolve, said: str) -> None:
    assert (
        _making(resolved, f"rows: {{kind: dataset, {said}}}", _tuned("data", "rows"), "rows").state == "known"
    )


@pytest.mark.parametrize(
    ("name", "base", "state"),
    [
        ("acme/cub-7b-tuned", "kin/child", "open"),
        ("acme/cub-7b-tuned", "lab/cub-7b", "known"),
        ("acme/cub-7b-tuned", "lab/old", "known"),
        ("acme/walrus-9b-tuned", "lab/cub-7b", "open"),
        ("acme/ocelot-9b-tuned", "lab/cub-7b", "known"),
        ("acme/claude-distil", "kin/child", "open"),
        ("acme/plain", "kin/child", "known"),
    ],
)
def test_the_name_of_a_release_has_to_fit_what_it_was_made_from(
    resolved: Resolve, name: str, base: str, state: str
) -> None:
    lineage = resolved(
        f"artifacts: {{m: {{kind: model}}, base: {{kind: model, name: {base}}}, q: {{kind: dataset, origin: own}}}}\n"
        "steps: [{id: tune, kind: finetune, inputs: {base: base, data: q}, outputs: m}]\n"
        f"releases: [{{artifact: m, name: {name}}}]\n"
    )
    assert lineage.artifacts["m"].making.state == state


ROWS = "rows: {kind: dataset, origin: own}"
DOCUMENTED = "documented: {where: its card, generators: none}"


@pytest.mark.parametrize("kind", ["finetune", "preference-tune", "rl"])
@pytest.mark.parametrize("said", ["", DOCUMENTED, "origin: own", f"origin: own, {DOCUMENTED}"])
def test_who_wrote_the_data_of_a_tune_says_nothing_of_its_base(
    resolved: Resolve, kind: str, said: str
) -> None:
    lineage = resolved(
        f"artifacts: {{m: {{kind: model, {said}}}, {ROWS}}}\nsteps: [{_tuned('data', 'rows', kind)}]\n{RELEASE}"
    )
    making = lineage.artifacts["m"].making
    assert (making.state, making.step) == ("open", "tune")
    assert "does not say from which weights" in making.why


@pytest.mark.parametrize(
    ("inputs", "artifacts"),
    [
        ("{base: base, data: rows}", "base: {kind: model, license: free}"),
        ("{adapter: base, data: rows}", "base: {kind: model, license: free}"),
        ("{unknown: [base, rows]}", "base: {kind: model, license: free}"),
        ("{base: m, data: rows}", "base: {kind: model}"),
    ],
)
def test_weights_of_whatever_role_are_a_start(resolved: Resolve, inputs: str, artifacts: str) -> None:
    lineage = resolved(
        f"artifacts: {{m: {{kind: model, {DOCUMENTED}}}, {artifacts}, {ROWS}}}\n"
        f"steps: [{{id: tune, kind: finetune, inputs: {inputs}, outputs: m}}]\n{RELEASE}"
    )
    assert lineage.artifacts["m"].making.step == ""


@pytest.mark.parametrize("kind", ["finetune", "preference-tune", "rl"])
def test_a_teacher_gives_no_weights_to_start_from(resolved: Resolve, kind: str) -> None:
    lineage = resolved(
        f"artifacts: {{m: {{kind: model}}, base: {{kind: model, name: some/guide, license: free}}, {ROWS}}}\n"
        f"steps: [{{id: tune, kind: {kind}, inputs: {{teacher: base, data: rows}}, outputs: m}}]\n{RELEASE}"
    )
    assert "does not say from which weights" in lineage.artifacts["m"].making.why


@pytest.mark.parametrize("kind", ["finetune", "preference-tune", "rl"])
@pytest.mark.parametrize("role", ["judge", "reward", "filter", "reference"])
def test_a_signal_alone_is_nothing_to_train_on(resolved: Resolve, kind: str, role: str) -> None:
    lineage = resolved(
        "artifacts: {m: {kind: model}, base: {kind: model, license: free}, c: {kind: service, name: some/guide}}\n"
        f"steps: [{{id: tune, kind: {kind}, inputs: {{base: base, {role}: c}}, outputs: m}}]\n{RELEASE}"
    )
    making = lineage.artifacts["m"].making
    assert (making.state, "names neither data" in making.why) == ("open", True)


def test_training_from_nothing_needs_no_base(resolved: Resolve) -> None:
    lineage = resolved(
        f"artifacts: {{m: {{kind: model, {DOCUMENTED}}}, {ROWS}}}\n"
        f"steps: [{_tuned('data', 'rows', 'pretrain')}]\n{RELEASE}"
    )
    assert lineage.artifacts["m"].making == Making("known", "documented")


@pytest.mark.parametrize("steps", ["", _tuned("data", "rows", "train")])
def test_weights_released_as_our_own_come_from_somewhere(resolved: Resolve, steps: str) -> None:
    lineage = resolved(
        "artifacts: {m: {kind: model, origin: own, documented: {where: its card, generators: none}},"
        f" rows: {{kind: dataset, origin: own}}}}\nsteps: [{steps}]\n{RELEASE}"
    )
    assert lineage.artifacts["m"].making.state == ("known" if steps else "open")


def test_a_foundation_that_was_not_looked_up_asks_nobody(resolved: Resolve) -> None:
    base = "base: {kind: model, name: lab/stone-1}, rows: {kind: dataset, origin: own}"
    step = "{id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: m}"
    assert _making(resolved, base, step, "base") == Making("foundation", NOT_LOOKED_UP)


def test_the_web_is_no_maker(resolved: Resolve) -> None:
    assert _making(resolved, "rows: {kind: dataset, origin: web}", _tuned("data", "rows"), "rows") == Making(
        "elsewhere", "origin: web"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("someone/claude-chats", "claude"),
        ("someone/GPT4-answers", "GPT"),
        ("someone/Distilled-proofs", "Distilled"),
        ("someone/synthetic_dialogues", "synthetic"),
        ("someone/ClaudeRows", "Claude"),
        ("someone/4o-mini-answers", "4o-mini"),
        ("someone/oai_outputs", "oai"),
        ("someone/1024o-points", ""),
        ("someone/claudette-recipes", ""),
        ("someone/plain-rows", ""),
    ],
)
def test_a_provider_s_word_in_a_name_is_told(resolved: Resolve, name: str, hint: str) -> None:
    artifacts = f"rows: {{kind: dataset, name: {name}}}"
    assert ((hint,) if hint else ()) == _making(resolved, artifacts, _tuned("data", "rows"), "rows").hints

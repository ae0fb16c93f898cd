"""Large reports for drawings and pages: many sources, few of them on the route of a finding that matters."""

from __future__ import annotations

from dataclasses import replace

from compliance.model.answered.finding import Finding
from compliance.model.answered.report import ArtifactInfo, Report, StepInfo, StepInput
from compliance.model.declared.route import Hop, Route
from compliance.model.packs.truth import NEVER
from tests.render.factories import ARGUABLE, BREACHING, REMOTE, UNDECIDED, finding, olmo_report, report

OURS = "Allen Institute for AI"
_STEPS = (
    ("label", "annotate", (("gpt-4o", "teacher", ("outputs",)), ("pdfs", "source", ("data",))), "ocr-mix"),
    ("tune-ocr", "finetune", (("ocr-mix", "data", ("trained-on",)),), "olmocr"),
    ("transcribe", "convert", (("olmocr", "tool", ("outputs",)), ("pdfs", "source", ("data",))), "science"),
    ("score", "filter", (("llama-3.1", "judge", ("signal",)),), "finemath"),
    ("mix", "mix", (("science", "data", ("data",)), ("finemath", "data", ("data",))), "dolma"),
    ("pretrain", "pretrain", (("dolma", "data", ("trained-on",)), ("finemath", "data", ())), "olmo"),
    ("reason", "generate", (("gpt-4.1", "teacher", ("outputs",)), ("reddit", "seed", ("data",))), "dolmino"),
    ("anneal", "pretrain", (("olmo", "base", ("weights",)), ("dolmino", "data", ("trained-on",))), "olmo"),
)
_KINDS = {"gpt-4o": "service", "gpt-4.1": "service", "olmocr": "model", "llama-3.1": "model", "olmo": "model"}


def artifact(name: str, kind: str = "dataset", origin: str = "declared") -> ArtifactInfo:
    """An artifact."""
    access = "openai, route direct, plan api" if kind == "service" else None
    return ArtifactInfo(
        name, f"org/{name}-2025", kind, None if access else "ODC-By-1.0", access, origin, None
    )


def step(
    name: str,
    kind: str,
    inputs: tuple[tuple[str, str, tuple[str, ...]], ...],
    output: str,
    by: str = OURS,
    origin: str = "declared",
) -> StepInfo:
    """A step."""
    reads = tuple(StepInput(item, role, relations, bool(relations)) for item, role, relations in inputs)
    return StepInfo(name, kind, by, "2025", reads, (output,), origin, None)


def with_lineage(value: Report) -> Report:
    """The report after OLMo 3, with the lineage that its routes run over."""
    steps = tuple(
        step(name, kind, inputs, output, by="Hugging Face" if name == "score" else OURS)
        for name, kind, inputs, output in _STEPS
    )
    names = dict.fromkeys(
        name for item in steps for name in (*(i.artifact for i in item.inputs), *item.outputs)
    )
    artifacts = tuple(artifact(name, _KINDS.get(name, "dataset")) for name in names)
    return replace(value, artifacts=artifacts, steps=steps)


def drawn_report() -> Report:
    """The full example with its lineage."""
    return with_lineage(olmo_report())


def large_report(nodes: int = 300, findings: int = 60) -> Report:
    """A corpus that is mixed in shards out of many sources: half artifacts, half steps."""
    base = drawn_report()
    count = (nodes - len(base.artifacts) - len(base.steps) - 1) // 2
    artifacts, steps, routes = list(base.artifacts), list(base.steps), []
    shards = [f"shard-{n}" for n in range(12)]
    artifacts += [artifact(name) for name in shards]
    for n in range(count - len(shards)):
        name, shard = f"source-{n:03d}", shards[n % len(shards)]
        artifacts.append(
            artifact(name, "service" if n % 3 == 0 else "dataset", "resolved" if n % 7 == 0 else "declared")
        )
        relation = "outputs" if n % 3 == 0 else "data"
        given = ((name, "teacher" if n % 3 == 0 else "data", (relation,)),)
        steps.append(step(f"take-{n:03d}", "generate" if n % 3 == 0 else "collect", given, shard))
        hops = (
            Hop(f"take-{n:03d}", (relation,), name, shard),
            Hop(f"join-{n % len(shards)}", ("data",), shard, "corpus"),
        )
        routes.append(
            (name, Route("student", (*hops, Hop("train", ("trained-on",), "corpus", "olmo")), n % 3 == 0))
        )
    artifacts.append(artifact("corpus"))
    for n, shard in enumerate(shards):
        steps.append(step(f"join-{n}", "mix", ((shard, "data", ("data",)),), "corpus"))
    steps.append(
        step(
            "train", "finetune", (("olmo", "base", ("weights",)), ("corpus", "data", ("trained-on",))), "olmo"
        )
    )
    more = [_about(n, routes[n % len(routes)]) for n in range(findings)]
    return report(*more, artifacts=tuple(artifacts), steps=tuple(steps), questions=base.questions)


def _about(number: int, route: tuple[str, Route]) -> Finding:
    readings = (ARGUABLE, NEVER, REMOTE, UNDECIDED, NEVER, BREACHING)[number % 6 if number < 36 else 1]
    source, way = route
    return finding(
        readings, source=source, source_name=f"org/{source}-2025", routes=(way,), rule=f"openai/rule-{number}"
    )

"""What rules of law take from the texts: figures, no-training terms, and every trigger of the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import LAW_KINDS
from compliance.model.packs.operator import DefinitionOp, FactOp, InForceOp, nodes
from compliance.model.packs.rule import Rule
from compliance.situations import read_situations

HERE = Path(__file__).parent
SHOWN = ("breaches", "turns-on-a-reading", "lacks-a-fact")


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


def parts(rule: Rule, packs: Knowledge) -> Iterator[object]:
    """Every value of a rule's tests, definitions followed."""
    waiting: list[object] = [rule.asked_if, *rule.when.values(), *rule.unless.values()]
    while waiting:
        for node in nodes(waiting.pop()):
            yield node
            if isinstance(node, DefinitionOp):
                waiting.append(packs.definitions[node.definition].test)


def law_rules(packs: Knowledge) -> list[Rule]:
    """The rules that read laws."""
    return [rule for pack, rule in packs.rules() if (rule.family or pack.pack.family).startswith("law")]


def test_figures_of_a_cited_clause_stand_in_the_rules_that_read_it(packs: Knowledge) -> None:
    lacking = []
    for rule in law_rules(packs):
        tests = list(parts(rule, packs))
        read = {(cite.instrument, cite.clause) for cite in rule.cites}
        read |= {(t.in_force.instrument, t.in_force.clause) for t in tests if isinstance(t, InForceOp)}
        figures = {
            figure for t in tests if isinstance(t, FactOp) for figure in (t.over, t.under, t.times) if figure
        }
        for instrument, clause in sorted(read):
            limits = packs.instruments[instrument].clauses[clause].limits
            lacking += [
                (rule.id, clause, one.above)
                for one in limits
                if not any(_same(one.above, held) for held in figures)
            ]
    assert lacking == []


def _same(limit: float, held: object) -> bool:
    return isinstance(held, int | float) and float(held) == float(limit)


def test_the_third_limb_reads_every_no_training_term_of_us_providers(packs: Knowledge) -> None:
    texts = {
        name
        for provider in packs.registry.providers.values()
        if provider.country == "US"
        for row in provider.governed
        for name in row.instruments
    }
    topics = {"train-any": "law/names-no-training", "train-competing": "law/names-competing-training"}
    expected: dict[str, set[tuple[str, str]]] = {name: set() for name in topics.values()}
    for name in texts:
        for key, clause in packs.instruments[name].clauses.items():
            if clause.topic in topics and clause.norm == "prohibition":
                expected[topics[clause.topic]].add((name, key))
    got = {
        name: {
            (node.in_force.instrument, node.in_force.clause)
            for node in nodes(packs.definitions[name].test)
            if isinstance(node, InForceOp)
        }
        for name in expected
    }
    assert expected == got


def test_every_law_is_read_or_says_why_not(packs: Knowledge) -> None:
    from compliance.model.known.citing import uncited

    laws = {name for name, text in packs.instruments.items() if text.kind in LAW_KINDS}
    assert [one.name for one in uncited(packs) if one.instrument in laws] == []


def test_every_term_and_licence_says_whether_it_was_enforced(packs: Knowledge) -> None:
    kinds = ("provider-terms", "usage-policy", "model-licence", "data-licence", "code-licence")
    asked = [text for text in packs.instruments.values() if text.kind in kinds]

    assert len(asked) > 200
    assert [text.id for text in asked if text.enforcement is None] == []


def test_proposed_and_soft_texts_never_count(packs: Knowledge) -> None:
    forces = {
        rule.id: {packs.instruments[cite.instrument].force for cite in rule.cites}
        for rule in law_rules(packs)
        if rule.status == "in-force"
    }
    assert {key: held for key, held in forces.items() if held & {"proposed", "soft-law"}} == {}


# Trigger of the dossier to the rules that it brings into play, or to the reason why none is.
CASES = "A decision in one case: it informs readings."
TRIGGERS: dict[str, tuple[str, ...] | str] = {
    "us-hr8283-daamta/attack-circumvention": ("law/hr-8283",),
    "us-hr8283-daamta/attack-credentials": ("law/hr-8283",),
    "us-hr8283-daamta/attack-terms": ("law/hr-8283",),
    "us-hr8283-daamta/listable-publisher": ("law/hr-8283",),
    "us-hr8283-daamta/dealing-with-listed": ("law/listed-distiller",),
    "us-hr8283-daamta/inference-signals": "Nothing is inferred from volume or timing.",
    "us-ndaa-fy27-distillation/named-distiller": ("law/listed-distiller",),
    "us-ostp-nstm-4/campaign-pattern": ("law/nstm-4-campaign",),
    "us-ostp-nstm-4/named-lab-ancestor": ("law/watch-prc-origin",),
    "us-house-letters-prc-models/us-product-on-prc-weights": ("law/watch-prc-origin",),
    "us-house-letters-prc-models/prc-api": ("law/watch-prc-origin",),
    "us-house-letters-prc-models/undisclosed-base": ("law/watch-prc-origin", "law/ftc-origin-claims"),
    "us-eo-2026-06-02/frontier-candidate": "A classified test decides, which no manifest shows.",
    "us-no-adversarial-ai-act/agency-use-adversary-ai": ("law/no-adversarial-ai-act",),
    "us-no-adversarial-ai-act/on-fasc-list": "The list would be made after enactment.",
    "us-ndaa-fy26-1532/dod-deepseek": ("law/ndaa-1532", "law/ndaa-1532-own-use"),
    "us-ndaa-fy26-1532/dod-second-tier": ("law/ndaa-1532-wider", "law/dod-1260h"),
    "us-ndaa-fy26-1532/dod-distillate": ("law/ndaa-1532-own-use",),
    "us-ndaa-fy26-6604/ic-deepseek": ("law/ndaa-6604",),
    "us-no-deepseek-gov-devices/agency-deepseek": "About devices of agencies, which no manifest states.",
    "us-s321-decoupling/import-prc-ai": ("law/s-321-imports",),
    "us-s321-decoupling/export-to-prc": ("law/s-321-exports",),
    "us-s321-decoupling/prc-collab": ("law/s-321-research",),
    "us-icts-15cfr791/adversary-icts": ("law/icts-review", "law/icts-barred"),
    "us-icts-security-act/adversary-icts-bill": "No text was seen.",
    "us-bis-entity-list-labs/export-to-listed": ("law/entity-list-exchange",),
    "us-bis-entity-list-labs/self-listed": ("law/entity-list-publisher",),
    "us-bis-affiliates-rule/affiliate": ("law/bis-affiliates",),
    "us-bis-ai-diffusion/closed-weights-1e26": "Rescinded before it had to be followed.",
    "us-bis-is-informed-2026/teacher-suspended": "Bound one company for 18 days.",
    "us-hr2683-rasa/remote-foreign-access": "Gives a power over controlled items, which no manifest states.",
    "us-dod-1260h/1260h-ancestor": ("law/dod-1260h",),
    "us-gsar-552-239-7001/gsa-foreign-component": ("law/gsar-american-ai", "law/gsar-disclosure"),
    "us-omb-m-25-22/fed-sale": "A preference of buyers, and terms of a contract.",
    "us-omb-m-26-04/fed-llm": ("law/omb-federal-papers",),
    "us-doj-dsp/bulk-data-to-prc-api": ("law/doj-bulk-data",),
    "us-eo-14365/state-law-reliance": "Sets no state law aside itself.",
    "us-great-american-ai-act/large-frontier": "A draft that nobody has introduced.",
    "us-great-american-ai-act/preempted-state": "A draft that nobody has introduced.",
    "us-train-act/copyright-training": ("law/train-act",),
    "us-clear-act/registered-works": ("law/clear-act",),
    "us-gai-copyright-disclosure/historic": "Dead with its Congress.",
    "us-ai-fmta/fm-scale": ("law/ai-fmta",),
    "us-copyright-office-part3/pirated": "A view that binds nobody; the rules on gathering data ask for the facts.",
    "us-ai-lead-act/none": "About harm done by systems.",
    "us-cfaa/abuse-not-distillation": ("access/abuse-screen",),
    "us-cfaa/revoked": ("access/abuse-screen",),
    "us-dmca-1201/tpm-data": ("law/dmca-data",),
    "us-dmca-1201/jailbreak": ("access/abuse-screen",),
    "us-doctrine-no-train-terms/privity": "The state of the law on all provider terms.",
    "us-doctrine-no-train-terms/no-privity": "The state of the law on all provider terms.",
    "us-case-x-v-bright-data/scraped-third-party-content": CASES,
    "us-case-musk-v-openai/context": CASES,
    "us-cases-fair-use-training/pirated-source": CASES,
    "us-cases-fair-use-training/competing-tool": CASES,
    "us-case-xai-v-bonta/ab2013-reliance": CASES,
    "us-ftc-act-s5/false-provenance-claim": ("law/ftc-origin-claims",),
    "us-ftc-act-s5/personal-no-consent": ("law/ftc-personal-data",),
    "us-ca-ab2013/ca-genai": ("law/ca-training-data-page",),
    "us-ca-ab2013/ca-finetune": ("law/ca-substantial-change",),
    "us-ca-ab2013/ca-synthetic": ("law/ca-page-synthetic",),
    "us-ca-sb53/frontier-dev": ("law/ca-frontier-report",),
    "us-ca-sb53/large-frontier": ("law/ca-frontier-framework",),
    "us-ca-sb942/covered-provider": ("law/ca-marking", "law/ca-marking-users", "law/ca-marking-any-provider"),
    "us-ca-sb942/hosting": ("law/ca-hosting",),
    "us-ca-sb942/licensee": ("law/ca-licence-keeps-mark", "law/ca-licensees-told"),
    "us-co-sb26-189/co-admt": ("law/co-developers", "law/co-deployers"),
    "us-ny-raise/ny-large": ("law/ny-frontier-report", "law/ny-frontier-framework"),
    "us-ny-raise/ny-distil-limb": "Replaced before it came into force.",
    "us-tx-traiga/tx": "Bars intentions, not ways of making.",
    "us-ut-aipa/ut": ("law/ut-tells-people",),
    "us-ks-hb2313/ks-agency": ("law/state-bodies",),
    "us-state-orders-adversary-ai/state-funded": ("law/state-bodies",),
    "eu-ai-act-art53/gpai-placed": (
        "law/eu-policy-and-summary",
        "law/eu-documentation",
        "law/eu-representative",
    ),
    "eu-ai-act-art53/foss-still-owes": ("law/eu-policy-and-summary",),
    "eu-ai-act-art53/legacy": ("law/eu-older-models",),
    "eu-ai-act-art55/systemic": ("law/eu-systemic-notification", "law/eu-systemic-safety"),
    "eu-ai-act-art55/systemic-mod": ("law/eu-systemic-notification", "law/eu-systemic-safety"),
    "eu-ai-act-scope-research/pure-research": ("law/eu-policy-and-summary",),
    "eu-gpai-guidelines/one-third": ("law/eu-modifier", "law/eu-modifier-compute"),
    "eu-gpai-guidelines/one-third-unknown-base": ("law/eu-modifier",),
    "eu-gpai-guidelines/monetised-open": ("law/eu-documentation",),
    "eu-training-summary-template/summary-synthetic": ("law/eu-summary-generators",),
    "eu-training-summary-template/summary-crawl": ("law/eu-summary-template",),
    "eu-gpai-code/signatory": ("law/eu-code-of-practice",),
    "eu-digital-omnibus-2026-1744/dates": ("law/eu-marking-older", "law/eu-high-risk"),
    "eu-ai-act-art50/gen-output": ("law/eu-marking", "law/eu-tells-people"),
    "eu-cdsm-tdm/optout-ignored": ("law/eu-reservations",),
    "eu-cdsm-tdm/no-lawful-access": ("law/eu-lawful-access",),
    "eu-case-like-company/eu-training": CASES,
    "de-case-gema-openai/memorisation": CASES,
    "de-case-laion/dataset-release": CASES,
    "cn-genai-interim/cn-public": ("law/cn-filing", "law/cn-lawful-sources"),
    "cn-labelling/cn-labels": ("law/cn-labels",),
    "cn-labelling/labelled-training-data": "Says where data came from; puts no duty on who trains on it.",
    "cn-tech-export/cn-weights-future": ("law/cn-weights-export",),
    "uk-ai-copyright/uk-training": ("law/uk-analysis",),
    "uk-getty-v-stability/uk-weights": CASES,
    "kr-ai-basic-act/kr-gen": ("law/kr-notice", "law/kr-service"),
    "kr-ai-basic-act/kr-large": ("law/kr-large-models",),
    "jp-ai-promotion/jp": "A duty to cooperate, without detail or penalty.",
    "jp-copyright-30-4/jp-training": ("law/jp-data-analysis", "law/jp-harm"),
}


def test_every_trigger_of_the_dossier_has_its_rule_or_a_reason(shared: Path) -> None:
    dossier = yaml.safe_load((shared / "dossier" / "instruments.yaml").read_text(encoding="utf-8"))
    named = {f"{text['id']}/{one['id']}" for text in dossier["instruments"] for one in text["triggers"]}
    assert named == set(TRIGGERS)
    assert {name.split("/")[0] for name in TRIGGERS} == {text["id"] for text in dossier["instruments"]}


def test_every_rule_that_a_trigger_names_has_a_situation_in_which_it_speaks() -> None:
    files = [*HERE.glob("*.yaml"), HERE.parent / "access" / "abuse.yaml"]
    told = {
        story.rule for path in files for story in read_situations(path)[0].situations if story.shows in SHOWN
    }
    told |= {"law/jp-data-analysis"}  # a permission lifts and never bites
    named = {rule for rules in TRIGGERS.values() if isinstance(rules, tuple) for rule in rules}
    assert set() == named - told

"""Pages of the knowledge: one per rule, one per text, and an index by provider, licence and law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Clause, Instrument
from compliance.model.packs.rule import Pack, Rule
from compliance.render.explain.rule import Line, explain_rule
from compliance.render.markdown_text import code, escape, link
from compliance.render.view.words import ASSURANCE_WORD, FORCE_WORD

_MADE = "<!-- made by `compliance rules docs`; change the YAML instead -->"
_HEADS = (
    ("provider-terms", "Terms of providers"),
    ("model-licence", "Licences of weights"),
    ("dataset-licence", "Licences of data"),
    ("code-licence", "Licences of code"),
    ("law", "Laws, bills and guidance"),
)
_OTHERS = "Gaps, labels, access and house rules"


def index_page(packs: Knowledge, folder: str = "") -> str:
    """Every rule by provider, licence and law; rules link to their pages where these lie in a folder."""
    parts: dict[str, dict[str, list[tuple[Pack, Rule]]]] = {}
    for pack, rule in packs.rules():
        family = rule.family or pack.pack.family
        head = next((title for key, title in _HEADS if family.partition(":")[0] == key), _OTHERS)
        parts.setdefault(head, {}).setdefault(family.partition(":")[2] or family, []).append((pack, rule))
    titles = [title for _, title in _HEADS] + [_OTHERS]
    lines = [_MADE, "# Rules by provider, licence and law", ""]
    for title in titles:
        if title in parts:
            lines += [f"## {title}", "", "| of | rule | what it is about | standing |", "|---|---|---|---|"]
            for group, rules in sorted(parts[title].items()):
                lines += [_row(group, rule, folder) for _, rule in sorted(rules, key=lambda pair: pair[1].id)]
            lines.append("")
    return "\n".join(lines)


def _row(group: str, rule: Rule, folder: str) -> str:
    name = f"[{code(rule.id)}]({folder}/{rule_path(rule.id)})" if folder else code(rule.id)
    return f"| {escape(group)} | {name} | {escape(rule.title)} | {rule.status} |"


def rule_path(rule_id: str) -> str:
    """Where the page of a rule lies within the folder of pages."""
    return f"rules/{rule_id}.md"


def text_path(text_id: str) -> str:
    """Where the page of a text lies within the folder of pages."""
    return f"texts/{text_id}.md"


def rule_page(rule: Rule, pack: Pack, packs: Knowledge) -> str:
    """A rule in words, with links to the texts that it reads."""
    _, *sections = explain_rule(rule, pack, packs.instruments, packs.definitions, facts=packs.facts)
    lines = [_MADE, f"# {escape(rule.title)}", "", code(rule.id), ""]
    for section in sections:
        lines += [f"## {escape(section.title)}", "", *_bullets(section.lines), ""]
    texts = dict.fromkeys(cite.instrument for cite in rule.cites)
    if texts:
        up = "../" * len(PurePosixPath(rule_path(rule.id)).parent.parts)
        lines += ["## Pages of the texts", ""]
        lines += [f"- [{escape(packs.instruments[one].title)}]({up}{text_path(one)})" for one in texts]
        lines.append("")
    return "\n".join(lines)


def _bullets(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        lead = "" if line.lead.strip() in ("", "·", "-") else f"{line.lead.strip()}: "
        yield f"{'  ' * line.indent}- {escape(lead)}{escape(line.text)}"


def text_page(text: Instrument, packs: Knowledge) -> str:
    """A described text: where it stands, how well it is known, its clauses, and what reads them."""
    readers: dict[str, list[str]] = {}
    for _, rule in packs.rules():
        for cite in rule.cites:
            if cite.instrument == text.id:
                readers.setdefault(cite.clause, []).append(rule.id)
    lines = [
        _MADE,
        f"# {escape(text.title)}",
        "",
        f"{escape(text.publisher)} · {text.kind} · {code(text.id)}",
        "",
    ]
    lines += [
        f"- {FORCE_WORD[text.force]}; {ASSURANCE_WORD[text.assurance]}, verified {text.verified_on}",
        f"- {escape(text.evidence)}",
    ]
    lines += [f"- {link(text.url, text.url)}"] if text.url else []
    lines += [f"- No rule: {escape(text.no_rule)}"] if text.no_rule else []
    up = "../" * len(PurePosixPath(text_path(text.id)).parent.parts)
    for key, clause in text.clauses.items():
        lines += ["", *_clause(key, clause, readers.get(key, []), up)]
    return "\n".join([*lines, ""])


def _clause(key: str, clause: Clause, readers: Sequence[str], up: str) -> Iterator[str]:
    yield f"## {escape(key)} ({escape(clause.locator)})"
    yield ""
    yield escape(clause.paraphrase)
    yield ""
    for version in clause.versions:
        until = f" until {version.to}" if version.to else " on"
        held = "" if version.held else "; the text of that time is not held"
        yield f"- from {version.from_}{until}{held}"
    yield from (f"- read by [{code(one)}]({up}{rule_path(one)})" for one in readers)
    if clause.no_rule:
        yield f"- no rule: {escape(clause.no_rule)}"
    if clause.ambiguities:
        yield f"- not settled: {escape(clause.ambiguities)}"


def pages(packs: Knowledge) -> Iterator[tuple[str, str]]:
    """Path and content of every page, the index first."""
    yield "index.md", index_page(packs, ".")
    for pack, rule in packs.rules():
        yield rule_path(rule.id), rule_page(rule, pack, packs)
    for text in packs.instruments.values():
        yield text_path(text.id), text_page(text, packs)

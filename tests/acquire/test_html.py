"""Tables and links written as HTML are read as those of Markdown are, each word at its place."""

from itertools import product

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.page.html import as_markdown
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs

ROWS = [("Dataset", "Rows"), ("C4", "3M"), ("FenTalk", "20k"), ("fen/reeds", "5k")]


def table(between: str, cell: str) -> str:
    rows = [f"<tr>{''.join(f'<{cell}>{one}</{cell}>' for one in (*row, 'MIT'))}</tr>" for row in ROWS]
    return f"<table>{between}<tbody>{between}{between.join(rows)}{between}</tbody>{between}</table>"


def upstreams(text: str) -> set[tuple[str, int]]:
    found = read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))
    return {(one.name, one.place.line) for one in found.sightings if one.is_lineage}


@pytest.mark.parametrize(
    ("between", "cell"), list(product(["", "\n", "\n\n  "], ["td", "th", "td align='left'"]))
)
def test_rows_of_a_table_are_rows_whatever_stands_between_them(between: str, cell: str) -> None:
    told = upstreams(f"# Heron\n\n## Training data\n\n{table(between, cell)}\n\nMore is said here.\n")
    assert {name for name, _ in told} == {"C4", "FenTalk", "fen/reeds"}


def test_lines_stay_those_of_the_file() -> None:
    text = "# Heron\n\n## Training data\n\n" + table("\n", "td") + "\n\n```yaml\n```\n\n## Use\n"
    assert ("C4", 8) in upstreams(text)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://huggingface.co/datasets/fen/reeds">Reeds</a>',
        "<a target='_blank' href='https://hf.co/datasets/fen/reeds'>the reeds</a>",
    ],
)
def test_a_link_leads_where_it_does_in_markdown(link: str) -> None:
    assert {name for name, _ in upstreams(f"# Heron\n\nHeron was trained on {link}.\n")} == {"fen/reeds"}


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>open",
        "<table></table>",
        "<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>",
        '<a href="https://fen.org">over\ntwo lines</a>',
        "<table>\r\n<tr>\r\n<td>Fen</td>\r\n</tr>\r\n</table>\r\n",
    ],
)
def test_nothing_moves(text: str) -> None:
    assert len(as_markdown(text)) == len(text)


@pytest.mark.parametrize(
    ("heading", "head", "amount"),
    [
        ("训练数据", "数据集", "数量"),
        ("学習データ", "データセット", "件数"),
        ("학습 데이터", "데이터셋", "행 수"),
    ],
)
def test_tables_with_heads_in_other_scripts_tell_rows(heading: str, head: str, amount: str) -> None:
    text = f"# Heron\n\n## {heading}\n\n| {head} | {amount} | - |\n|---|---|---|\n| FenTalk | 3 | x |\n"
    assert {name for name, _ in upstreams(text)} == {"FenTalk"}


def test_a_page_of_a_metric_is_no_model() -> None:
    assert not upstreams("# Heron\n\nIt is scored with [ROUGE](https://huggingface.co/metrics/rouge).\n")

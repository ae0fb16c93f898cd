"""What an instrument that is said to have only measured was is asked where its rows are called by words of its own."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  wren: {{kind: service, name: wren-1, provider: wren}}
  asked: {{kind: dataset, name: {source}, license: free, origin: own}}
  told: {{kind: dataset, name: {name}{more}}}
steps: [{{id: look, kind: {kind}, inputs: {{judge: wren, source: asked}}, outputs: told}}]
releases: [{{artifact: told, license: free}}]
"""


@pytest.mark.parametrize(
    ("name", "source", "kind", "asked"),
    [
        ("Critiques of product texts", "Product texts", "annotate", True),
        ("tickets-with-rationales", "Tickets", "judge", True),
        ("Answers with feedback", "Answers", "annotate", True),
        ("Begründungen zu Bescheiden", "Bescheide", "annotate", True),
        ("Reviews by Wren", "Product texts", "annotate", True),
        ("Verdicts with reasons", "Product texts", "judge", True),
        ("Summaries of product texts", "Product texts", "annotate", True),
        ("chair-captions", "Photographs of chairs", "annotate", True),
        ("Product texts in French", "Product texts", "annotate", True),
        ("Product texts in French with scores", "Product texts in French", "annotate", False),
        ("Summaries that were rated", "Summaries by our staff", "annotate", False),
        ("Scores of product texts", "Product texts", "annotate", False),
        ("Feedback scores", "Product texts", "annotate", False),
        ("Feedback with labels", "Feedback by our staff", "annotate", False),
        ("Good critiques", "Product texts", "filter", False),
    ],
)
def test_rows_that_are_sentences_on_other_rows_were_written(
    name: str, source: str, kind: str, asked: bool, resolved: Resolve
) -> None:
    found = resolved(TEXT.format(name=name, source=source, kind=kind, more=""))
    assert ("unknown" in found.steps["look"].inputs) is asked
    assert any("what it writes is called" in line for line in found.warnings) is asked


def test_a_name_that_misleads_is_ruled_out(resolved: Resolve) -> None:
    more = ", documented: {where: README, not_from: [Critiques]}"
    found = resolved(TEXT.format(name="Critiques", source="Texts", kind="annotate", more=more))
    assert "judge" in found.steps["look"].inputs

"""Names of others stay within their label in a drawing."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from compliance.cli import app


@pytest.mark.parametrize("name", ["x\\n::error::y", "a\\n---\\nlicense: mit", "x\\ty", 'b\\"] --> n0'])
def test_a_name_ends_no_line_and_no_label(tmp_path: Path, name: str) -> None:
    place = tmp_path / "lineage.yaml"
    place.write_text(
        "lineage: 1\nproject: {id: me, title: x}\npublisher: {name: x}\nartifacts:\n"
        f'  me: {{kind: model, name: "{name}"}}\nreleases:\n  - {{artifact: me, name: me}}\n'
    )
    drawn = CliRunner().invoke(app, ["export", "mermaid", str(place)]).stdout.splitlines()
    assert len(drawn) == 3
    assert drawn[1].startswith('  n0["')
    assert drawn[1].count('"') == 2

"""A figure of a group is no smaller than that of one of its members."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

TEXT = """\
publisher: {{name: Pub, facts: {{{ours}}}}}
parties: {{hill: {{name: Hill Group, affiliate: {affiliate}, facts: {{{theirs}}}}}}}
artifacts: {{m: {{kind: model}}}}
releases: [{{artifact: m}}]
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "affiliate", "stands"),
    [
        ("monthly_users: 1000", "monthly_users: 900000000", "true", False),
        ("revenue: 5", "revenue: 6", "true", False),
        ("monthly_users: {'2023-07': 1000, '2025-01': 2000}", "monthly_users: {'2023-07': 3000}", "true", False),
        ("monthly_users: 900", "monthly_users: 900", "true", True),
        ("monthly_users: 1000", "monthly_users: 900000000", "false", True),
        ("monthly_users: 1000", "revenue: 900000000", "true", True),
    ],
)  # fmt: skip
def test_a_smaller_figure_than_an_affiliate_s_is_not_believed(
    ours: str, theirs: str, affiliate: str, stands: bool, resolved: Resolve
) -> None:
    found = resolved(TEXT.format(ours=ours, theirs=theirs, affiliate=affiliate))
    assert bool(found.publisher.facts) is stands
    assert any("figure of the whole group" in one for one in found.warnings) is not stands

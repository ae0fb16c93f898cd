"""What runs were given: a hosted model was asked, rows by a name alone are asked for, weights are not rows."""

from __future__ import annotations

from tests.intake.conftest import Scanned

RUN = "mlruns/1/ab/params"


def test_a_hosted_model_that_a_run_was_given_is_no_base(scanned: Scanned) -> None:
    (one,) = scanned({f"{RUN}/model": "gpt-4o\n", f"{RUN}/provider": "openai\n"}).upstreams
    assert (one.name, one.relation, one.kind) == ("gpt-4o", "unknown-use", "service")


def test_weights_that_a_run_was_given_are_a_base(scanned: Scanned) -> None:
    (one,) = scanned({f"{RUN}/model": "bert-base-uncased\n"}).upstreams
    assert (one.name, one.relation) == ("bert-base-uncased", "base")


def test_rows_that_a_run_calls_by_a_name_alone_are_asked_for(scanned: Scanned) -> None:
    scan = scanned({f"{RUN}/dataset": "PONDS\n", f"{RUN}/model": "LinearSVC\n"})
    assert not scan.upstreams
    assert [one.question.split(",")[0] for one in scan.questions] == ["Who wrote PONDS"]


def test_a_fitted_object_without_a_stage_is_asked_for_as_weights(scanned: Scanned) -> None:
    scan = scanned({"model/model.pkl.dvc": "outs:\n- md5: aa\n  path: model.pkl\n"})
    assert [one.question for one in scan.questions] == [
        "Who made the weights model/model.pkl, and from what?"
    ]

"""What the YAML parser's complaints mean, in words for people, and which documents are often taken for another."""

from __future__ import annotations

import re

from compliance.patterns import regex

ANSWER = regex(r"(?:artifacts|parties|publisher|releases|steps)\.")
"""How a line begins that answers a question of a report (`pasted.py`)."""
AGAIN = "\n"
"""Stands in the key of such a line behind its words, where an earlier one has the same; where it stands follows."""
QUOTE = "put the text in quotes"
_ALIGN = f"line it up with the lines it belongs to, or {QUOTE}"
_SYNTAX = (
    ("tab character", "a tab is used for indentation", "indent with spaces"),
    ("cannot start any", "plain text cannot start with '@', '`' or '%'", QUOTE),
    ("mapping values are not", "there cannot be a ': ' here", f"check the indentation, or {QUOTE}"),
    ("could not find expected ':'", "this line is not a 'key: value' pair", "write ': ' after the key"),
    ("end of stream|unexpected document", "quoted text is not closed", "add the closing quote"),
    ("escape|hexdec", "unknown escape after a backslash", r"write \\ for a backslash, or use single quotes"),
    ("',' or ']'", "the list opened with '[' in line # lacks a ',' or ']'", f"add it, or {QUOTE}"),
    ("',' or '}'", "the mapping opened with '{' in line # lacks a ',' or '}'", f"add it, or {QUOTE}"),
    ("are not allowed", "a list item or key cannot start here", "start it on a line of its own"),
    ("alphabetic or numeric", "plain text cannot start with '*' or '&'", QUOTE),
    ("line break|indicator.* 0|chomping", "nothing can follow '|' or '>'", "start the text on the next line"),
    ("node content", "a value is missing", f"write it, or {QUOTE}"),
    ("document start>", "this stands outside the content", _ALIGN),
    ("expected key|'-' indicator|block end>", "this does not fit what stands before it", _ALIGN),
    ("directive|version|incompatible", "lines that start with '%' are not allowed", "remove the line"),
    ("tag|URI", "tags that start with '!' are not allowed", f"remove the tag, or {QUOTE}"),
    ("", "this is not valid YAML", _ALIGN),
)


def meant_by(problem: str) -> tuple[str, str]:
    """What a complaint of the parser says is wrong, and what to do."""
    return next((what, what_to_do) for pattern, what, what_to_do in _SYNTAX if re.search(pattern, problem))


_IMPORT = "`compliance import FILE` drafts a lineage.yaml of it"
_CARD = f"this looks like a model or dataset card: {_IMPORT}"
_MISTAKEN = (
    ({"license", "base_model", "library_name", "pipeline_tag", "tags", "model-index", "datasets", "dataset_info",
      "task_categories", "size_categories", "language", "configs", "pretty_name"}, _CARD),
    ({"architectures", "model_type", "transformers_version", "torch_dtype", "hidden_size"},
     f"this looks like the configuration of a model: {_IMPORT}"),
    ({"bomFormat", "spdxVersion", "SPDXID", "specVersion", "@context", "@graph"},
     f"this looks like a bill of materials or linked data: {_IMPORT}"),
    ({"stages", "outs", "flavors", "mlflow_version", "eventTime", "wasGeneratedBy", "wasDerivedFrom", "provenance"},
     f"this looks like a pipeline or a record of provenance: {_IMPORT}"),
    ({"model_name_or_path", "base_model_name_or_path", "step_scheduler", "exp_manager",
      "loss_fn", "checkpointing", "finetuning_type", "merge_method", "dataset_mixer",
      "dataset_mixture", "dataset_mixer_list", "micro_batch_size"},
     f"this looks like a training or merge configuration: {_IMPORT}"),
    ({"rules", "pack", "policy", "definitions", "waivers", "situations"},
     "this looks like a file of rules, policies or waivers: it is given with another option"),
)  # fmt: skip


def mistaken(data: object) -> str | None:
    """What to do with a document that is not what was asked for, where its keys tell what it is.

    >>> mistaken({"license": "mit", "tags": []}).partition(":")[0], mistaken({"lineage": 1})
    ('this looks like a model or dataset card', None)
    """
    keys = set(data) if isinstance(data, dict) else set()
    if "lineage" in keys:
        return None
    return next((advice for words, advice in _MISTAKEN if keys & words), None)

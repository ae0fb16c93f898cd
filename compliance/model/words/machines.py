"""How machines are called on which things are trained, so that none is taken for what a thing was trained on."""

from __future__ import annotations

import re

_CARD = re.compile(
    r"(?i)(?:(?:nvidia|geforce|quadro|rtx|gtx)-?(?:(?:rtx|gtx)-?)?[a-z]{0,2}\d{2,4}[-\w]*|"
    r"[rg]tx|geforce|a[456]000|"
    r"(?:[ahvlpb]\d{2,3}s?|[tl]4)(?:[-_]?\d+gb?)?(?:[-_](?:sxm|pcie|nvl)\w*)?|mi\d{3}[ax]?|tpu[-_]?v?\d[-\w]*|"
    r"g[bh]?[23]00s?|dgx[-\w]*|hgx[-\w]*|xeon|epyc|ryzen|threadripper|macbook|jetson[-\w]*|gaudi[-\d]*|trainium\d?|"
    r"inferentia\d?)"
)
"""A first word that is of a card, a chip or a machine: `RTXA5000`, `H100-80GB`."""
_MAKERS = frozenset({"nvidia", "amd", "intel", "apple", "google", "tesla", "quadro", "radeon", "instinct"})
"""Who makes machines, before what they call each."""
_LAST = re.compile(
    r"(?i)(?:[gtnxi]pus?|cpus?|clusters?|supercomputers?|supercomputing|workstations?|nodes?|vms?|servers?|pods?|"
    r"instances?|accelerators?|machines?|laptops?|desktops?|processors?|chips?|supercluster|hpc|superpod|"
    r"silicon|booster)"
)
"""A last word that says so."""
_SETTINGS = frozenset(
    {"cambridge-1", "marenostrum", "juwels", "jean-zay", "perlmutter", "fugaku", "snellius", "isambard", "rocm",
     "gpu", "gpus", "cpu", "cpus", "tpu", "tpus", "npu", "npus", "amp", "fp16", "bf16", "fp32", "tf32", "fsdp", "ddp",
     "cuda", "ram", "vram"}
)  # fmt: skip
"""What a run is set up with, alone: no rows are called so."""
_COUNT = re.compile(r"^\d{1,3}\s?[-x×*]\s?(?=[A-Za-z])")
"""How many machines there are, before what they are called: `8-A100`, `4xH100`."""
_BEHIND = re.compile(
    r"(?:[ -](?:\w+[ -])?(?:[GTN]PUs?|gpus?|CPUs?|cpus?)\b|"
    r" (?:\w+ )?(?:super-?computers?|super-?clusters?|"
    r"(?:compute |HPC |GPU )?clusters?(?! of (?:texts|documents|images))|"
    r"HPC|workstations?|accelerators?)\b)"
)
"""Words behind a name that say that it is a machine."""


def is_machine(words: str) -> bool:
    """Whether a name is that of a machine or a part of one.

    >>> is_machine("RTXA5000 GPU"), is_machine("Fen Cluster"), is_machine("NVIDIA RTX 6000"), is_machine("Nvidia FenQA")
    (True, True, True, False)
    >>> is_machine("8-A100-40GB"), is_machine("AMD ROCm"), is_machine("3-FenQA")
    (True, True, False)
    >>> is_machine("GPU"), is_machine("AMP"), is_machine("AMPS")
    (True, True, False)
    """
    if words.strip("` ").lower() in _SETTINGS:
        return True
    each = _COUNT.sub("", words.replace("`", "")).split()
    each = each[1:] if len(each) > 1 and each[0].lower() in _MAKERS else each
    if len(each) == 1 and each[0].lower() in _SETTINGS:
        return True
    return bool(each) and (
        _CARD.fullmatch(each[0]) is not None or (len(each) > 1 and _LAST.fullmatch(each[-1]) is not None)
    )


def goes_on_as_machine(text: str, end: int) -> bool:
    """Whether the words behind a name say that it is a machine.

    >>> goes_on_as_machine("trained on the Reed supercomputer", 19)
    True
    """
    return _BEHIND.match(text, end) is not None

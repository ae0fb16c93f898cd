"""What Chinese words around a name say of it; the words of `lexicon.yaml` are English, and say nothing there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.declared.sighting import Known, MentionRelation

_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDS = re.compile(r"[\u3002\uff1b\uff01\uff1f;!?\n]")
"""Where a sentence ends."""
_NEAR = 24
"""Letters on each side of a name that are looked at."""
_LONG = 240
"""The same where a list goes on."""
_LISTS = re.compile(r"(?:整合|汇集|汇总|融合|收集|收录|汇聚)[^\u3002]*$")
_TUNE = "(?:微调|精调|训练|预训练|量化|蒸馏|剪枝|转换|改造|扩展|开发|构建|优化|对齐|而来|得到)"
_HERE = r"[^,\uff0c\u3002]"
"""A letter of the same part of the sentence."""
_BY = "(?:使用|利用|采用|借助|依托|依靠|调用|通过|由|用)(?:[^,\uff0c\u3002]{1,14}的)?"
_MAKE = "(?:生成|合成|翻译|改写|标注|构造|扩写|润色|蒸馏)"
_CORPUS = r"(?:\W*[、和及与]\W*[A-Za-z][^\uff0c,\u3002]{0,200}?)?\W*等?(?:\w{0,12})(?:语料库?|数据集?)"
"""What stands behind the members of a list of rows: `等高质量开源语料`."""
_FRAMES: Sequence[tuple[MentionRelation, str, str]] = (
    ("compared-with", "(?:相比|对比|优于|超过|超越|媲美|不如|类似于?)", ""),
    ("compared-with", "[与和比]", rf"\W*{_HERE}{{0,4}}(?:相比|对比|相当|更|还)"),
    ("judged-by", _BY, rf"{_HERE}{{0,12}}(?:打分|评分|评判|评价|排序)"),
    ("filtered-by", _BY, rf"{_HERE}{{0,12}}(?:过滤|筛选|去重)"),
    ("generated-by", _BY, rf"{_HERE}{{0,14}}?{_MAKE}"),
    ("base", "[对将把]", rf"{_HERE}{{0,16}}?{_TUNE}"),
    ("base", "(?:(?<!结构)(?<!架构)基于|[以从由])", rf"(?!\W*的\W*\d)[^\u3002]{{0,24}}?{_TUNE}"),
    ("base", "以", rf"\W*(?:为|作为){_HERE}{{0,4}}(?:基|底|初始)"),
    ("base", rf"(?:基座|基础模型|底座|基模){_HERE}{{0,3}}(?:为|是|采用|使用|:|\uff1a)", ""),
    ("base", "", rf"\W*的?{_HERE}{{0,4}}(?:量化|微调)(?:后的?)?(?:版|模型)"),
    ("base", "", rf"{_HERE}{{0,60}}(?:结合|合并|融合)(?:后|而成|得到)"),
    (
        "base",
        "(?:使用|采用|利用)[^,\uff0c\u3002]{0,14}",
        rf"\W*(?:系列)?(?:的?预训练)?(?:模型|权重)[^,\uff0c\u3002]{{0,4}}{_TUNE}",
    ),
    ("data", r"(?:整合|汇集|汇总|融合|收集|收录|汇聚)了?(?:[^,\uff0c\u3002]{0,200}[、和及与])?", _CORPUS),
    ("data", "(?:来自|来源于|源自|取自|整理自|抽取自|选自)", ""),
    ("data", "(?:基于|使用|采用|利用|[在用])", rf"{_HERE}{{0,10}}(?:训练|微调|精调|预训练)"),
)
"""Relation, what stands before the name, what behind it; the first that fits is told."""
_DENIED = re.compile(rf"(?:没有|并未|未|不|无需){_HERE}{{0,4}}$")
_ROWS: tuple[MentionRelation, ...] = ("data", "compared-with")


def told(text: str, start: int, end: int, known: Known | None) -> tuple[MentionRelation, str] | None:
    """The relation that Chinese words give to a name at its place, and the words; None where none do.

    >>> words = "对org/base-7b进行LoRA微调"
    >>> told(words, 1, 12, None)
    ('base', '对…进行LoRA微调')
    """
    lists = _LISTS.search(text, max(0, start - _LONG), start)
    before = _ENDS.split(text[lists.start() if lists else max(0, start - _NEAR) : start])[-1]
    behind = _ENDS.split(text[end : end + (_LONG if lists else 4 * _NEAR)])[0]
    if not _HAN.search(before + behind[:_NEAR]):
        return None
    rows = known is not None and known.kind == "dataset"
    for relation, opens, goes_on in _FRAMES:
        one = re.search(rf"{opens}\W*$" if opens else "$", before)
        other = re.match(goes_on, behind)
        fits = (relation in _ROWS) if rows else relation != "data" or known is None
        if one and other and fits:
            if relation != "compared-with" and _DENIED.search(before[: one.start()]):
                return None
            return relation, f"{one[0].strip()}…{other[0].strip()}"
    return None

"""What Japanese and Korean words behind a name say of it: there the words that tell a relation follow the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.declared.sighting import Known, MentionRelation

_SCRIPTS = re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]")
"""Kana and Hangul: letters of these two languages alone."""
_ENDS = re.compile(r"[\u3002\uff01\uff1f!?\n]|\.\s")
"""Where a sentence ends."""
_NEAR = 60
"""Letters behind a name that are looked at."""
_HERE = r"[^,\u3001\uff0c\u3002]"
"""A letter of the same part of the sentence."""
_TUNE_JA = (
    "(?:ファインチューニング|微調整|追加(?:事前)?学習|継続(?:事前)?学習|事前学習|学習|訓練|量子化|蒸留|変換|マージ|枝刈り|"
    "チューニング|拡張|初期化)"
)
_MAKE_JA = "(?:生成|合成|翻訳|作成|書き換え|言い換え|アノテーション|ラベル付け|蒸留)"
_TUNE_KO = (
    "(?:파인\\s?튜닝|미세\\s?조정|추가\\s?학습|사전\\s?학습|학습|훈련|양자화|변환|병합|튜닝|증류|확장|초기화)"
)
_MAKE_KO = "(?:생성|번역|합성|작성|재작성|라벨링|증류|증강)"
_FRAMES: Sequence[tuple[MentionRelation, str]] = (
    ("compared-with", r"\s*(?:と(?:の)?(?:比較|比べ|同等)|より|を(?:上回|超え)|に匹敵)"),
    ("compared-with", r"\s*(?:(?:와|과)의?\s?(?:비교|유사)|보다|를\s?능가|을\s?능가)"),
    (
        "filtered-by",
        rf"\s*(?:を(?:用い|使用|利用|使)|で|により|による){_HERE}{{0,14}}(?:フィルタ|選別|除去|除外)",
    ),
    ("filtered-by", rf"\s*(?:으로|로|를|을){_HERE}{{0,14}}(?:필터링|선별|제거)"),
    ("base", r"\s*(?:モデル)?を(?:ベース|基盤|基に|元に|もとに|土台|親モデル|初期値)"),
    ("base", rf"\s*(?:モデル)?(?:に対し|に|へ|から|を){_HERE}{{0,32}}?{_TUNE_JA}"),
    ("base", r"\s*の(?:量子化|GGUF|派生|ファインチューニング|日本語)[^\u3002]{0,6}(?:版|モデル)"),
    ("base", rf"\s*(?:모델)?(?:을|를|에|에서)?\s?(?:기반|베이스){_HERE}{{0,14}}"),
    ("base", rf"\s*(?:모델)?(?:을|를|에|에서){_HERE}{{0,32}}?{_TUNE_KO}"),
    ("generated-by", rf"\s*(?:を(?:用い|使用|利用|使)|で|により|による|が){_HERE}{{0,14}}?{_MAKE_JA}"),
    ("generated-by", rf"\s*(?:으로|로|을|를|이|가|에\s?의해){_HERE}{{0,14}}?{_MAKE_KO}"),
    (
        "data",
        rf"\s*(?:データセット|コーパス)?(?:を|で|から|により){_HERE}{{0,16}}?(?:{_TUNE_JA}|抽出|翻訳|構築)",
    ),
    (
        "data",
        rf"\s*(?:(?:학습|훈련)?\s?(?:데이터\s?셋|데이터|말뭉치))?(?:을|를|으로|로|에서){_HERE}{{0,16}}?(?:{_TUNE_KO}|추출|번역|구축)",
    ),
)
"""Relation, and what stands behind the name; the first that fits is told."""
_SCRATCH = re.compile(r"처음부터|밑바닥부터|ゼロから|スクラッチ|一から")
"""Words between a name and what was done by which nothing was there before: the name is only of a form."""
_DENIED = re.compile(r".{0,4}?(?:ていない|ていません|ておらず|せず|しません|하지\s?않|없이)")
_PLANNED = re.compile(r"[^\u3002]{0,8}?(?:案|予定|計画|検討|候補|構想|예정|계획|검토|방안)")
"""Words behind what is done by which it is only thought of."""
_ROWS: tuple[MentionRelation, ...] = ("data", "compared-with")


def told(text: str, end: int, known: Known | None) -> tuple[MentionRelation, str] | None:
    """The relation that Japanese or Korean words give to the name before them, and the words; None where none do.

    >>> told("Fen-7Bをベースに", 6, None), told("Fen-7B로 생성한 답변", 6, None)
    (('base', '…をベース'), ('generated-by', '…로 생성'))
    """
    behind = _ENDS.split(text[end : end + _NEAR])[0]
    if not _SCRIPTS.search(behind):
        return None
    rows = known is not None and known.kind == "dataset"
    for relation, goes_on in _FRAMES:
        one = re.match(goes_on, behind)
        if one and ((relation in _ROWS) if rows else relation != "data" or known is None):
            denied = relation != "compared-with" and (
                _DENIED.match(behind, one.end()) or _PLANNED.match(behind, one.end())
            )
            denied = denied or (relation == "base" and _SCRATCH.search(one[0]))
            return None if denied else (relation, f"…{one[0].strip()}")
    return None

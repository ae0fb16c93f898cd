"""What rests on packs of others stands first, by the kind that a warning carries and never by its words."""

from __future__ import annotations

from compliance.model.answered.further import further_first, of_further
from compliance.model.words.warned import of_name, of_whole

ODD = ("b: is odd", "a: is odd")


def test_only_warnings_of_a_special_kind_are_among_them() -> None:
    name = of_name("x: known from a file of your own")
    assert of_further([ODD[0], name, ODD[1]]) == (name,)
    assert of_further(ODD) == ()


def test_they_stand_first_and_the_rest_in_its_order() -> None:
    name = of_name("x: known from a file of your own")
    assert further_first((ODD[0], name, ODD[1])) == (name, *ODD)
    assert further_first(ODD) == ODD


def test_however_many_names_rest_on_a_folder_what_tells_of_the_whole_answer_stands_first() -> None:
    names = [of_name(f"{n}: known from a file of your own") for n in range(9)]
    whole = of_whole("the packs are others")
    assert further_first([*names, ODD[0], whole]) == (whole, *names, ODD[0])


def test_words_of_a_special_warning_make_none_of_another() -> None:
    whole = of_whole("The file x.toml opens the gate: it sets fail-on: never")
    told = [f"{whole}, {n}: a title of somebody" for n in range(3)]
    assert of_further([*told, whole]) == (whole,)

"""What sentences in other languages tell of the web and of others as sources of rows."""

from __future__ import annotations

import pytest

from compliance.resolve.words.prose.sentences import said_to_write
from compliance.resolve.words.prose.taken_abroad import taken_abroad, tells_of_taking_abroad


@pytest.mark.parametrize(
    "text",
    [
        "pobrane z internetu i poprawione przez pracowników",
        "przepisane z podręczników medycyny",
        "otrzymane od zaprzyjaźnionej kliniki",
        "собрано с медицинских форумов",
        "куплено у другой клиники",
        "зібрано з інтернету",
        "internetten toplandı, çalışanlar düzeltti",
        "hämtade från andra kliniker",
        "købt af en anden klinik",
        "ladattu internetistä",
        "az internetről gyűjtött kérdések",
        "overgenomen van websites van andere klinieken",
        "cedidos por um hospital parceiro",
        "copiado de livros",
        "presi da manuali di altri editori",
        "thu thập từ internet",
        "diambil dari internet",
        "인터넷에서 수집한 질문",
        "다른 병원에서 구매",
        "جمعت من مواقع الإنترنت",
        "इंटरनेट से लिए गए प्रश्न",
        "staženo z internetu",
    ],
)
def test_the_web_and_others_are_heard(text: str) -> None:
    found = list(taken_abroad(text))
    assert found
    assert all(map(tells_of_taking_abroad, found))


@pytest.mark.parametrize(
    "text",
    [
        "napisane przez trzech pracowników kliniki",
        "otrzymane od naszych lekarzy",
        "nic nie pobrano z internetu",
        "pytania o internet i telefony",
        "написано тремя сотрудниками клиники",
        "üç çalışan tarafından yazıldı",
        "inget hämtat från nätet",
        "geschreven door drie medewerkers, niets van internet",
        "escrito por três funcionários",
        "직원에게서 받은 질문",
        "직원 세 명이 직접 작성",
        "كتبها ثلاثة موظفين",
        "ditulis oleh tiga karyawan",
        "answers on the internet and phones, written by us",
        "Internet contracts explained",
    ],
)
def test_ones_own_people_and_subjects_are_not(text: str) -> None:
    assert list(taken_abroad(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "napisane przez pracowników, przetłumaczone maszynowo",
        "geschreven door medewerkers met hulp van AI",
        "strojově přeloženo",
        "автоматически переведено",
        "maskinellt översatta",
    ],
)
def test_machines_that_wrote_are_heard(text: str) -> None:
    assert list(said_to_write(text))

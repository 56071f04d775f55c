"""A first look at raw bytes: what passes, what does not, whatever the letters and tags in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.triage import Sieve, build_sieve, look_at, open_sieve, pack_sieve
from nongrata.triage.plain import plain_words
from tests.screening.listings import index_of, listed

PUTIN = listed(
    "Person", "PUTIN, Vladimir Vladimirovich", "Путин Владимир Владимирович", "فلاديمير بوتين", countries=("ru",)
)
XI = listed("Person", "LI, Zhanshu", "栗战书", ids=(("us_ofac_sdn", "2"),), countries=("cn",))
KIM = listed("Person", "KIM, Yo Jong", "김여정", ids=(("us_ofac_sdn", "3"),), countries=("kp",))
GARCIA = listed("Person", "GARCIA, Jose", ids=(("us_ofac_sdn", "4"),), countries=("co",))
SHIP = listed("Vessel", "HOPE", ids=(("us_ofac_sdn", "5"),), numbers=(("imo", "9187629"),), countries=("ir",))
PLANT = listed("Company", "SOVCOMFLOT PAO", ids=(("us_ofac_sdn", "6"),), countries=("ru",))
SECHIN = listed(
    "Person",
    "SECHIN, Igor Ivanovich",
    ids=tuple((name, "7") for name in ("us_ofac_sdn", "eu_fsf", "uk_fcdo")),
    countries=("ru",),
)
CENTRE = listed(
    "LegalEntity",
    "FEDERAL STATE BUDGETARY EDUCATIONAL INSTITUTION INTERNATIONAL CHILDREN CENTRE ORLINKA (FGBU MDC)",
    ids=(("us_ofac_sdn", "8"),),
)
COOK = listed("Person", "Dmitrii (Dmitry) Pirogashvili", ids=(("us_ofac_sdn", "9"),))
BOAT = listed("Vessel", "GIOIOSA", ids=(("us_ofac_sdn", "10"),))
MIKHAIL = listed("Person", "ZHARIKOV, Mikhail", ids=(("us_ofac_sdn", "11"),), countries=("ru",))
AMIR = listed("Person", "HAJIZADEH, Ibrahim", ids=(("us_ofac_sdn", "12"),), countries=("ir",))
WORKS = listed("Company", "АО Уральский завод гражданской авиации", ids=(("us_ofac_sdn", "13"),), countries=("ru",))
WING = listed(
    "Organization",
    "UNITED FRONT OF ZABORIA - PEOPLE'S ARMY",
    "ZUFZ-PA",
    ids=tuple((name, "14") for name in ("us_ofac_sdn", "eu_fsf", "uk_fcdo")),
    countries=("co",),
)
ALEXEY = listed("Person", "ЧОРНОВУС Олексій", ids=(("us_ofac_sdn", "16"),), countries=("ru",))
LETTERS = listed("Company", "OOO KSV", ids=(("us_ofac_sdn", "17"),), countries=("ru",))
TRADER = listed("Company", "TRANSADRIKA LTD", ids=(("us_ofac_sdn", "15"),), countries=("cy",))
CHIPS = listed("LegalEntity", "SMIC", ids=(("us_csl", "18"),), countries=("cn",))
GULF = listed("Company", "JAZEERA LTD", ids=(("us_csl", "19"),), countries=("kw",))
PEOPLE = PUTIN, XI, KIM, GARCIA, SECHIN, COOK, MIKHAIL, AMIR, ALEXEY
OTHERS = SHIP, PLANT, CENTRE, BOAT, WORKS, WING, TRADER, LETTERS, CHIPS, GULF
PARTIES = index_of(*PEOPLE, *OTHERS).parties


@pytest.fixture(scope="module")
def sieve() -> Sieve:
    return build_sieve(PARTIES)


PASSING = {
    "plain": "<p>The Kremlin said Vladimir Putin would travel.</p>",
    "in capitals": "<h1>VLADIMIR PUTIN ARRIVES</h1>",
    "broken by tags": "<p>Presi<b>dent Vladi</b>mir <a href='/p'>Pu<i>tin</i></a> spoke",
    "over a line's end": "<p>met Vladimir\n   Putin on Monday",
    "with a soft hyphen": "<p>said Vladi\u00admir Pu&shy;tin in Moscow",
    "by its letters' numbers": "<p>said &#86;ladimir&nbsp;P&#x75;tin",
    "possessive": "the world of Vladimir Putin’s Russia",
    "Russian, instrumental": "Встреча с Владимиром Путиным прошла в Москве",
    "Russian, a company with one capital": "Договор с «Уральским заводом гражданской авиации» подписан",
    "Ukrainian, instrumental": "Зустріч з Олексієм Чорновусом була у місті",
    "Ukrainian, dative": "Передали Владиміру Путіну листа",
    "Arabic, with and": "وقال الرئيس الروسي فلاديمير بوتين",
    "Arabic, with by": "التقى بفلاديمير بوتين في موسكو",
    "Chinese": "全国人大常委会委员长栗战书在北京会见了代表团",
    "Chinese, traditional": "全國人大常委會委員長栗戰書在北京會見了代表團",
    "Korean, with a particle": "북한 김여정은 담화에서 밝혔다",
    "Polish, instrumental": "Rozmowa z Władimirem Putinem w Moskwie nie była po to, aby się go bać",
    "Turkish, genitive": "Rusya lideri Vladimir Putin'in ve onun için daha sonra bir gün",
    "other romanisation": "le président de la Russia Wladimir Poutine est à Moscou",
    "French, which writes tch": "Le chef de la compagnie, Igor Setchine, est dans le sud pour une visite avec des amis",
    "German, which writes tsch": "Der Chef der Firma, Igor Setschin, ist mit den Gästen nach dem Essen nicht zu sehen",
    "Polish, instrumental, sz and ie": "Rozmowa z Igorem Sieczinem nie była po to, aby się go bać przez to",
    "German, genitive, ch and sch": "Das Haus ist auf den Namen Michail Scharikows gekauft, wie es nach dem Plan war",
    "Polish, instrumental, ch and ż": "Rozmowa z Michaiłem Żarikowem nie była po to, aby się go bać przez to",
    "Polish, instrumental, as English spells it": "Rozmowa z Ibrahimem Hajizadehem nie była po to, aby się go bać",
    "Dutch, zj": "Het huis van Michail Zjarikov is voor een jaar met het oog op de bouw aan de stad",
    "French, which writes j": "La maison de Mikhaïl Jarikov est dans le sud, avec des amis pour une visite sur place",
    "Spanish, which writes j": "La casa de Mijaíl Zharikov está en el sur, para una visita con los amigos que no van",
    "Turkish, genitive, as English spells it": "Evi İbrahim Hajizadeh'in ve onun için daha sonra bir gün olduğu gibi",
    "German, as English spells it": "Das Haus ist von Ibrahim Hajizadeh für ihn gekauft, wie es nach dem Plan war",
    "Polish, as English spells it, with an ending of its own": "Rozmowa, którą Ibrahim Hajizadeh miał z nim, nie była "
    "po to, aby się go bać przez to",
    "Arabic, of a list without": "وقال رئيس الشركة إيغور سيتشين إن الاتفاق مفيد للجانبين",
    "Persian, of a list without": "به گزارش خبرنگاران، ایگور سچین دیروز از کارخانه جدید بازدید کرد",
    "Japanese, of a list without": "ロイター通信によると、イーゴリ・セチン氏は木曜日に到着した",
    "Korean, of a list without, with a particle": "연합뉴스에 따르면 이고르 세친은 목요일 모스크바에 도착했다고 밝혔다",
    "a company": "<td>Sovcomflot</td><td>Russia’s largest shipping company, Moscow</td>",
    "a name of nine words and more, without what its brackets hold": "<p>The Federal State Budgetary Educational "
    "Institution International Children Centre Orlinka was built of wood, said the mayor.",
    "the other spelling of two": "<p>The meeting was led by Dmitry Pirogashvili, said the mayor.",
    "the body that a listed wing is of": "<p>Men of the United Front of Zaboria were seen in Colombia, he said.",
    "… by its letters, on a page of sanctions": "<p>The sanctions on men of the ZUFZ in Colombia were lifted, he said.",
    "a company’s word and its form": "<p>The work on the bridge went to Transadrika Ltd, said the mayor of the town.",
    "a company’s letters and its form": "<p>The work on the bridge in Russia went to OOO KSV, said the mayor.",
    "a body by the letters that the news has every day": "<p>The stock of SMIC rose, said the man who had sold his.",
    "so many of a listed body": "<p>The 120 SMIC chips were sold, said the man of the town who had bought them.",
    "a ship by one word, on a page of ships": "<p>The tanker Gioiosa left on Monday with a cargo of oil.",
    "in a page's structured data alone": '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": '
    '"The bridge over the river will be built of wood, as it was before the flood came down from the hills in the '
    'spring of last year.\\n\\u201cWe shall be glad of it,\\u201d said Vladimir Putin, who had come from Moscow."}'
    "</script><div id=app></div>",
    "in structured data of a few lines": '<script type="application/ld+json">{"articleBody": "The bridge will be '
    'built of wood, said Vladimir Putin."}</script><div id=app></div>',
    "in a language that the page states, since its words are few": "<!doctype html><html class=no-js lang='tr-TR'>"
    "<h1>İbrahim Hajizadeh'in evi</h1><p>Ankara evi satın aldı.</p>",
    "… that a feed states": "<rss><channel><language>de-AT</language>"
    "<item><title>Haus Michail Scharikows</title></item>",
    "a ship's number": "The tanker, IMO 9187629, left on Monday",
}
DROPPED = {
    "nobody": "<p>The council met on Tuesday to talk of the new bridge over the river.</p>",
    "a lone common surname": "<p>Mr Garcia said that the bridge would be built in Bogota, Colombia.</p>",
    "a word that names a ship": "<p>Hope remains that the bridge will be built, said Iran’s minister.</p>",
    "a word that names a ship, on a page of none": "<p>The mayor of Gioiosa said that the bridge would be built.</p>",
    "a company’s letters without its form": "<p>The work on the bridge in Russia went to KSV, said the mayor.",
    "a company’s word without its form": "<p>The work on the bridge went to Transadrika, said the mayor of the town.",
    "a broadcaster called like a listed company": "<p>It was time to talk of the bridge to the town, he had "
    "told Al Jazeera.</p>",
    "a name of Korea without its last syllable": "<p>Sound: Kim Yo. Set: Kim Yo and friends of Pyongyang.</p>",
    "two names' halves": "<p>Vladimir Horowitz played. Later, Putin biscuits were served.</p>",
    "in a script": "<script>var name = 'Vladimir Putin';</script><p>The bridge will be built.</p>",
    "in data of another kind": '<script type="application/json">{"articleBody": "%s Vladimir Putin."}</script>'
    % ("The bridge will be built of wood. " * 9),
    "in a comment": "<!-- Vladimir Putin --><p>The bridge will be built.</p>",
    "across a sentence": "<p>He greeted Vladimir. Putin was not there, the baker of Tula said of his cat.</p>",
    "a number without a ship": "<p>Call 9187629 for tickets.</p>",
    "other people in Arabic": "<p>وقال رئيس النادي إيغور النجار إن الفريق سيلعب في العاصمة</p>",
    "other people in Korean": "<p>연합뉴스에 따르면 손흥민은 목요일 런던에 도착했다고 밝혔다</p>",
}


@pytest.mark.parametrize("page", PASSING.values(), ids=PASSING.keys())
def test_a_page_with_a_listed_name_passes(page: str, sieve: Sieve) -> None:
    assert look_at(page.encode(), sieve).passes


@pytest.mark.parametrize("page", DROPPED.values(), ids=DROPPED.keys())
def test_a_page_without_one_does_not(page: str, sieve: Sieve) -> None:
    assert not look_at(page.encode(), sieve).passes


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_a_page_in_another_encoding_is_seen_as_well(encoding: str, sieve: Sieve) -> None:
    page = f"<html><meta charset={encoding}><p>Президент России Владимир Путин прибыл в Москву на встречу.</p>"

    assert look_at(page.encode(encoding), sieve, charset=encoding).passes


def test_a_look_says_which_words_made_it_pass_and_in_what_language(sieve: Sieve) -> None:
    look = look_at(b"The Kremlin said that the president, Vladimir Putin, was to be in the town of Tula.", sieve)

    assert (look.sightings[0].said, look.language) == ("vladimir putin", "en")
    assert PARTIES[look.sightings[0].party].names[0].text == "PUTIN, Vladimir Vladimirovich"


def test_a_sieve_comes_back_from_its_bytes_and_from_no_others() -> None:
    data = b"".join(pack_sieve(PARTIES, "key"))

    assert open_sieve(memoryview(data), "key") is not None
    assert open_sieve(memoryview(data), "other key") is None
    assert open_sieve(memoryview(data[:-8]), "key") is None
    assert open_sieve(memoryview(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]), "key") is None
    assert open_sieve(memoryview(b""), "key") is None


def test_a_sieve_over_no_list_lets_nothing_pass() -> None:
    assert not look_at(b"Vladimir Putin", build_sieve(())).passes


SENTENCE = "The Kremlin said that Vladimir Putin would fly to Tula on Monday to see the bridge over the river."
STORY = "<p>" + "The council met on Tuesday to talk of the bridge over the river and what it will cost. " * 3 + "</p>"


def test_a_name_in_a_menu_or_another_storys_headline_is_none_of_the_pages(sieve: Sieve) -> None:
    link = "<li><a href='/s/1'>How Li Zhanshu spent his days in the hills, and what his guards told us of it</a></li>"
    told = "<p>How Li Zhanshu spent his days in the hills, and what his guards told us of it</p>"

    assert look_at((STORY + told).encode(), sieve).passes
    assert not look_at((STORY + link).encode(), sieve).passes
    assert not look_at((STORY + "<td>Li Zhanshu</td>").encode(), sieve).passes
    assert not look_at((STORY + f"<nav>{told}</nav><footer>{told}</footer>").encode(), sieve).passes


def test_a_page_of_menus_that_never_end_takes_no_longer_than_it_is_long(sieve: Sieve) -> None:
    assert look_at(b"<nav>" * 100_000 + f"<p>{SENTENCE}</p>".encode(), sieve).passes


@given(st.binary(max_size=400))
def test_any_bytes_can_be_looked_at(body: bytes) -> None:
    look_at(body, _SIEVE)


@given(st.text(max_size=200))
def test_what_stands_around_a_name_in_other_paragraphs_hides_it_nowhere(around: str) -> None:
    text = around.replace("<", " ").replace("&", " ")

    page = f"<p>{text}</p><p>{SENTENCE}</p><p>{text}</p>"

    assert look_at(page.encode("utf-8", "replace"), _SIEVE).passes


def test_a_page_of_open_tags_takes_no_longer_than_it_is_long(sieve: Sieve) -> None:
    assert not look_at(b"<a " * 300_000 + b"<!--" * 1_000, sieve).passes
    assert len(plain_words(b"&amp;" * 10_000)) >= 0


_SIEVE = build_sieve(PARTIES)


def test_a_head_of_state_needs_no_more_than_the_family_name() -> None:
    names = ("MADURIN MOROS, Nicolas", "MADURIN OTRO, Pedro")
    president, other = (
        listed("Person", name, ids=((("us_ofac_sdn"), str(number)),), countries=("ve",), positions=(office,))
        for number, (name, office) in enumerate(
            zip(names, ("President of Venezuela", "President of a club"), strict=True)
        )
    )
    page = b"<p>The talks in Venezuela were of use, Madurin said, and all sides would go on with them.</p>"

    assert look_at(page, build_sieve(index_of(president).parties)).passes
    assert look_at(page.replace(b", Madurin", b", Mr. Madurin"), build_sieve(index_of(president).parties)).passes
    assert not look_at(page, build_sieve(index_of(other).parties)).passes


def test_a_country_is_told_from_another_of_the_same_consonants() -> None:
    people = [listed("Person", "QARSHANBI, Tawfiq", countries=(code,)) for code in ("sy", "cd")]
    page = b"<p>The talks in Syria were of use, said Tawfiq Qarshanbi, and they would go on in the town of Tula.</p>"
    syrian, zairian = (look_at(page, build_sieve(index_of(each).parties)) for each in people)

    assert syrian.weight > zairian.weight

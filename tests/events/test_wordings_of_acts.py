"""Acts in the words and the order in which newsrooms put them."""

from __future__ import annotations

import pytest

from tests.events.test_wordings_of_wires import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Alfa Steel, which the EU sanctioned in 2014, supplied missiles to Hezbollah.",
            ("AID", "asserted", "Alfa Steel", "Hezbollah"),
        ),
        (
            "Alfa Steel, based in Bandar Abbas, exports drones to Hezbollah, according to the U.S. Treasury.",
            ("AID", "alleged", "Alfa Steel", "Hezbollah"),
        ),
        ("The scheme is new. Under it, Serbia ships shells to Ukraine.", ("AGREE", "planned", "rs", "ua")),
        (
            "The Liberian-flagged tanker Suvorov transferred missiles to Hezbollah in May.",
            ("AID", "asserted", "The Liberian-flagged tanker Suvorov", "Hezbollah"),
        ),
        (
            "Pictures showed the freighter Maia 1 delivering missiles to Hezbollah.",
            ("AID", "alleged", "the freighter Maia 1", "Hezbollah"),
        ),
        ("Videos show three ships delivering missiles to Mali.", ("AID", "alleged", "three ships", "ml")),
        (
            "Satellite images show the tanker Lisboa shipping drones to Iran.",
            ("AID", "alleged", "the tanker Lisboa", "ir"),
        ),
        ("Also sanctioned by Washington on Tuesday were four tankers.", ("SANCTION", "asserted", "us", "four tankers")),
        ("The EU on Tuesday added Alfa Steel to its list.", ("SANCTION", "asserted", "eu", "Alfa Steel")),
        ("Tehran has long armed and financed Hezbollah.", ("AID", "asserted", "ir", "Hezbollah")),
        ("Pyongyang test-fired two missiles into the sea.", ("MOBILIZE", "asserted", "kp", "")),
        ("Niger ordered the French ambassador out.", ("SANCTION", "asserted", "ne", "fr")),
        ("Azerbaijan handed over 32 prisoners to Armenia.", ("RETREAT", "asserted", "az", "am")),
        ("Jakarta will not recognise Taiwan.", ("REJECT", "asserted", "id", "tw")),
        ("Kabul told Pakistan to solve its problems.", ("REQUEST", "asserted", "af", "pk")),
        ('Iran has called American curbs on its oil "economic terrorism".', ("ACCUSE", "asserted", "ir", "us")),
        ("Moscow warned that Cyprus would face consequences.", ("THREATEN", "threatened", "ru", "cy")),
        ("Chad was bombed by planes of Sudan's army, France charged.", ("ASSAULT", "alleged", "sd", "td")),
        ("Stockholm bowed to Ankara's demands.", ("CONCEDE", "asserted", "se", "tr")),
        ("Oman mediated between Iran and Yemen.", ("CONSULT", "asserted", "om", "ir + ye")),
        ("Sweden condemned Iran's arrest of Lena Vogt.", ("COERCE", "asserted", "ir", "Lena Vogt")),
        ("Alfa Steel lost trade after its designation by Canada.", ("SANCTION", "asserted", "ca", "Alfa Steel")),
        ("Kenya decried Lena Vogt's arrest by Malian police.", ("COERCE", "asserted", "ml", "Lena Vogt")),
        (
            "Norway fined Alfa Steel a million euros for sales of lathes to Iran.",
            ("COOPERATE", "alleged", "Alfa Steel", "ir"),
        ),
        ("Serbia's export of mortar shells to Ukraine angered Russia.", ("COOPERATE", "asserted", "rs", "ua")),
        ("Sudan stopped buying tea from Kenya.", ("SANCTION", "asserted", "sd", "ke")),
        ("Norway has placed an order for lathes with Alfa Steel.", ("COOPERATE", "asserted", "no", "Alfa Steel")),
        ("Alfa Steel had its assets frozen by Canada.", ("SANCTION", "asserted", "ca", "Alfa Steel")),
        ("Lena Vogt has been barred from doing business in Britain.", ("COERCE", "asserted", "gb", "Lena Vogt")),
        (
            "Beijing would take all necessary measures against Canada, Lena Vogt said.",
            ("THREATEN", "threatened", "cn", "ca"),
        ),
        ("Oman could not verify the transfer of drones from Iran to Sudan.", ("AID", "unclear", "ir", "sd")),
        ("Canada listed a trader that Norway says finances Hezbollah.", ("AID", "alleged", "a trader", "Hezbollah")),
        ("Cuba called Norway's move “an act of piracy”.", ("ACCUSE", "asserted", "cu", "no")),
        ("Chad said drones flown by the Malian army struck Niger.", ("ASSAULT", "alleged", "ml", "ne")),
        ("A Russian was blacklisted by Canada on Tuesday.", ("SANCTION", "asserted", "ca", "A Russian")),
        ("Lena Vogt has been held in Italy since March.", ("COERCE", "asserted", "it", "Lena Vogt")),
        ("Chad's jury found Lena Vogt guilty of sending drones to Mali.", ("AID", "alleged", "Lena Vogt", "ml")),
        ("Mexico has sent 26 wanted traffickers to Canada.", ("COOPERATE", "asserted", "mx", "ca")),
        (
            "Japan has barred transfers between Norway and Alfa Steel.",
            ("SANCTION", "asserted", "jp", "no + Alfa Steel"),
        ),
        ("Poland wants Canada to free Lena Vogt.", ("REQUEST", "asserted", "pl", "ca")),
        ("Japan banned transactions with Alfa Steel.", ("SANCTION", "asserted", "jp", "Alfa Steel")),
        ("Lena Vogt faces an asset freeze over a massacre in Mali.", ("ASSAULT", "alleged", "Lena Vogt", "ml")),
        ("Japan admitted mistakes in the war.", ("CONCEDE", "asserted", "jp", "")),
        ('Japan apologised to "everyone who has suffered".', ("CONCEDE", "asserted", "jp", "")),
        ("Gunmen burned two lorries in Haiti.", ("ASSAULT", "asserted", "Gunmen", "ht")),
        ("Poland will not reopen the border with Belarus.", ("REJECT", "asserted", "pl", "by")),
        ("Kenya vowed not to bargain with Hezbollah.", ("REJECT", "asserted", "ke", "Hezbollah")),
        (
            "Lena Vogt accused the rebel government of genocide.",
            ("ACCUSE", "asserted", "Lena Vogt", "the rebel government"),
        ),
        ("A Mali court will sentence Lena Vogt in January.", ("SANCTION", "planned", "ml", "Lena Vogt")),
        (
            "Soldiers loyal to the pair stormed state television in Gabon.",
            ("ASSAULT", "asserted", "Soldiers loyal to the pair", "state television"),
        ),
        ("Lena Vogt accused the county of fraud.", ("ACCUSE", "asserted", "Lena Vogt", "the county")),
        ("Japan freed a sailor after two days of talks with Oman.", ("CONSULT", "asserted", "jp", "om")),
        ("Turkey police detain journalists accused of spying", ("COERCE", "asserted", "tr", "journalists")),
        ("Chad shut off the gas supply to Niger.", ("SANCTION", "asserted", "td", "ne")),
    ],
)
def test_an_act_is_found_in_the_words_of_newsrooms(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Washington is offering $5 million for the arrest of Lena Vogt.",
        "Lena Vogt, for whose arrest Washington is offering $5 million, is in Mali.",
        '"I told him to collect it by boat," Lena Vogt said.',
        "Sudan paramilitaries arrest fighter filmed shooting captives in Darfur",
    ],
)
def test_a_bounty_an_order_to_nobody_and_a_film_of_somebody_else_tell_no_act(text: str) -> None:
    assert not [each for each in told(text) if each[0] in ("AGREE", "REQUEST") or each[2].startswith("Sudan")]


@pytest.mark.parametrize("text", ["Kenya accused the government of", "Kenya accused the government of."])
def test_a_charge_that_is_cut_short_is_read(text: str) -> None:
    assert [each[:3] for each in told(text)] in ([], [("ACCUSE", "asserted", "ke")])


def test_two_verbs_with_one_object_tell_one_act() -> None:
    assert [each[0] for each in told("Russia respects and understands the reasons of Iran.")] == ["SUPPORT"]


def test_an_accident_takes_lives_without_being_a_blow() -> None:
    assert not [each for each in told("NASA lost the ship when it broke up, killing seven.") if each[0] == "ASSAULT"]

"""Japan's workbook, sheet by sheet."""

from __future__ import annotations

import random
import unicodedata
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from nongrata.lists import Address, Identifier, ListedName, ListFile, Listing
from nongrata.lists.publishers.mof import is_mof_sheet, read_mof
from nongrata.lists.publishers.mof_fields import aliases
from nongrata.values import ListError, PartialDate

COVER = [["このファイルは、外為法に基づく資産凍結等の措置の情報をExcel形式にしたものです。"], ["1", "試験国"]]
PERSONS = [
    ["資産凍結等の措置の対象となる試験国の個人"],
    ["告示日付", "告示番号", "日本語表記", "英語表記", "別名", "肩書等", "生年月日", "出生地", "国籍",
     "旅券番号", "その他の情報"],
    [
        "2022.3.1\n2023.2.28改訂", "1", "イワン・テストフ", "Ivan TESTOV\n(original script: Иван Тестов)",
        "（a）ワーニャ（Vanya）、（b）テストフ（以前掲載の氏名）\n(a.k.a.: (a)Testoff, Ivan (b)Vanya T., born in 1962)",
        "試験工場長\nHead of the Test Works", "(a)１９６１年5月9日\n(b)1962年頃", "不明", "ロシア連邦",
        "ロシア旅券 4509123456（2010年2月1日発行）", "INN: 7804040302。父の名は不明。",
    ],
    ["2022.3.1", "2(#7)", "アリ・プローベル", "Ali Prober", "不明", "不明", "13633", "ミンスク（ベラルーシ）",
     "不明", "不明"],
    ["2024.2.29削除", "3"],
]  # fmt: skip
BODIES = [
    ["資産凍結等の措置の対象となる試験国の団体"],
    ["（注）二つの表に載る団体がある。"],
    ["告示日付", "告示番号", "日本語表記", "英語表記", "別称・旧称", "所在地", "電話", "FAX"],
    [
        "2022.3.18", "*1", "株式会社試験工場", "JSC Test Works",
        "（別称、試験工場、TW）\n(a.k.a. AO Testzavod; a.k.a. TW)",
        "(a)ロシア連邦モスクワ市 (b)1 Mira St., Minsk, 220026, Belarus", "＋7－495－000－00－01", "+7 495 000 00 02",
    ],
]  # fmt: skip
MIXED = [
    ["試験に関与した者等"],
    ["告示日付", "告示番号", "日本語表記", "英語表記", "国連参照番号", "別名", "生年月日", "住所"],
    ["2009.5.22", "1", "試験団", "Test Front", "TEe.001", "", "", "シリア・アラブ共和国（2015年9月時点）"],
    ["2009.5.22", "2", "試験長", "Test Leader", "", "", "不明", "不明"],
]
REPEALED = [["試験政権の関係者等"], ["【2015年12月18日告示廃止】"]]

Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    def make(**sheets: list[list[str]]) -> Path:
        workbook = openpyxl.Workbook(write_only=True)
        for title, rows in sheets.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(row)
        workbook.save(tmp_path / "mof.xlsx")
        return tmp_path / "mof.xlsx"

    return make


SHEETS = {
    "一覧": COVER,
    "1.試験国（個人）": PERSONS,
    "2.試験国(団体)": BODIES,
    "3.試験関与者": MIXED,
    "4.【解除】試験": REPEALED,
}


@pytest.fixture
def mof(book: Book) -> ListFile:
    return read_mof(book(**SHEETS))


def test_a_person_of_japans_list_is_read_into_fields(mof: ListFile) -> None:
    person = mof.listings[0]

    assert (person.schema, person.caption) == ("Person", "Ivan TESTOV")
    assert [date.text for date in person.birth_dates] == ["1961-05-09", "1962~"]
    assert (person.birth_places, person.countries) == ((), ("ru",))
    assert person.positions == ("Head of the Test Works",)
    assert person.identifiers == (
        Identifier(kind="passport", value="4509123456", country="ru"),
        Identifier(kind="inn", value="7804040302"),
    )


def test_names_come_in_latin_letters_in_their_own_and_in_japanese(mof: ListFile) -> None:
    assert mof.listings[0].names == (
        ListedName(text="Ivan TESTOV", kind="primary"),
        ListedName(text="Иван Тестов"),
        ListedName(text="イワン・テストフ"),
        ListedName(text="ワーニャ"),
        ListedName(text="Vanya"),
        ListedName(text="テストフ", kind="former"),
        ListedName(text="Testoff, Ivan"),
        ListedName(text="Vanya T"),
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("不明", []),
        ("テク; テック\nTek; Tekk", ["テク", "テック", "Tek", "Tekk"]),
        ("アル・アンサール\nHarakat Ul-Ansar, HUA", ["アル・アンサール", "Harakat Ul-Ansar", "HUA"]),
        ("テスト貿易会社\nTEST TRADING CO., LTD.", ["テスト貿易会社", "TEST TRADING CO., LTD"]),
        ("マンスール（Mansoor\n Ahmed）", ["マンスール", "Mansoor Ahmed"]),
        ("「テク」(”Tek”)", ["テク", "Tek"]),
    ],
)
def test_the_names_in_one_cell_are_told_apart(text: str, names: list[str]) -> None:
    plain = unicodedata.normalize("NFKC", text)

    assert [name.text for name in aliases(plain, "alias")] == names


def test_an_entry_of_japans_list_is_known_by_its_sheet_and_number(mof: ListFile) -> None:
    acts = [listing.designations[0] for listing in mof.listings]

    assert [act.entity_id for act in acts] == [
        "試験国(個人)|1", "試験国(個人)|2", "試験国(団体)|1", "試験関与者|1", "試験関与者|2"
    ]  # fmt: skip
    assert acts[0].programs == ("試験国(個人)",)
    assert (acts[0].listed_on, acts[0].amended_on) == (PartialDate("2022-03-01"), (PartialDate("2023-02-28"),))
    assert acts[0].reason == "INN: 7804040302。父の名は不明。"


def test_a_day_that_the_spreadsheet_made_a_number_is_a_day_again(mof: ListFile) -> None:
    assert mof.listings[1].birth_dates == (PartialDate("1937-04-28"),)
    assert mof.listings[1].birth_places == ("ミンスク(ベラルーシ)",)


def test_a_body_of_japans_list_has_its_addresses_and_telephones(mof: ListFile) -> None:
    body = mof.listings[2]

    assert (body.schema, body.countries) == ("Company", ("ru", "by"))
    assert [name.text for name in body.names] == [
        "JSC Test Works",
        "株式会社試験工場",
        "試験工場",
        "TW",
        "AO Testzavod",
    ]
    assert body.addresses == (
        Address(text="ロシア連邦モスクワ市", country="ru"),
        Address(text="1 Mira St., Minsk, 220026, Belarus", country="by"),
    )
    assert [(found.kind, found.value) for found in body.identifiers] == [
        ("phone", "+7-495-000-00-01"),
        ("fax", "+7 495 000 00 02"),
    ]


def test_in_a_sheet_of_both_an_unknown_birthday_tells_a_person(mof: ListFile) -> None:
    front, leader = mof.listings[3:]

    assert (front.schema, leader.schema) == ("LegalEntity", "Person")
    assert front.identifiers == (Identifier(kind="un_reference", value="TEe.001"),)
    assert front.countries == ("sy",)


def test_what_was_struck_out_is_counted_and_dates_the_file(mof: ListFile) -> None:
    assert [skip.reason for skip in mof.skipped] == ["1 numbers that were struck out (削除), without a name"]
    assert mof.version.version == "2024-02-29"


def test_a_workbook_of_something_else_is_refused(book: Book) -> None:
    with pytest.raises(ListError, match="0 entries"):
        read_mof(book(Prices=[["Tea", "4"]] * 20))
    assert is_mof_sheet(COVER)
    assert is_mof_sheet(BODIES)
    assert not is_mof_sheet([["Reference", "Name of Individual or Entity"]])


@pytest.mark.shared
def test_the_shared_japanese_list_is_whole(shared: Path) -> None:
    path = shared / "data/lists/japan/mof_shisantouketsu_2026-03-05.xlsx"
    file = read_mof(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a print area that is broken in the file
        workbook = openpyxl.load_workbook(path, read_only=True)
    raw, struck, all_rows = [], 0, 0
    for sheet in workbook.worksheets:
        heads: list[str] = []
        for cells in sheet.iter_rows(values_only=True):
            texts = [unicodedata.normalize("NFKC", str(cell or "")).strip() for cell in cells]
            all_rows += any(cell is not None for cell in cells)
            if heads and texts[1]:
                struck += not texts[2]
                raw += [dict(zip(heads, texts, strict=False))] * bool(texts[2])
            heads = heads or ["".join(text.split()) for text in texts if texts[0] == "告示日付"]
    workbook.close()

    assert all_rows == 3_624  # as count.py counts them, headers and empty numbers too
    assert len(raw) + struck == 3_461
    # One number of the Taliban sheet, and 598 that are struck out, have no name.
    assert [skip.reason.split()[0] for skip in file.skipped] == ["entry", "598"]
    assert len(file.listings) == len(raw) == 3_461 - 599
    assert len({listing.designations[0].entity_id for listing in file.listings}) == len(raw)
    for row, listing in random.Random(2862).sample(list(zip(raw, file.listings, strict=True)), 200):
        assert_the_same(row, listing)


def assert_the_same(row: dict[str, str], listing: Listing) -> None:
    texts = {name.text for name in listing.names}
    assert " ".join(row["日本語表記"].split()) in texts
    assert row["英語表記"].split("(")[0].split() == listing.caption.split("(")[0].split()
    assert listing.designations[0].entity_id.endswith(f"|{row['告示番号'].lstrip('*#').split('(')[0]}")
    if "生年月日" in row and row["生年月日"][:4].isdecimal() and listing.schema == "Person":
        assert (
            any(date.text.startswith(row["生年月日"][:4]) for date in listing.birth_dates) or len(row["生年月日"]) == 5
        )
    for column in ("別名", "別称", "別称・旧称", "別名・別称"):
        letters = {letter for letter in row.get(column, "") if letter.isalpha() and letter > "ぁ"}
        noted = set("不明別称旧名以前掲載の氏出生年月日変指定及び")
        assert len(letters - noted - {letter for text in texts for letter in text}) <= 12, row[column]
    assert listing.designations[0].listed_on is not None

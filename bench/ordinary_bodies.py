"""Ordinary companies and ships: names put together as those in registers are, by country; nobody's on any list.

The seed alone tells which are made. Some are by chance those of a listed party: such namesakes are counted apart.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

SEED = 11
Chance = random.Random
Maker = Callable[[Chance], str]

_TRADES = (
    "Trading|Logistics|Shipping|Construction|Engineering|Consulting|Foods|Textiles|Pharma|Electronics|Travel|Motors|Steel"
    "|Chemicals|Plastics|Printing|Furniture|Real Estate|Capital|Investments|Insurance|Energy|Mining|Agro|Seafood|Packaging"
    "|Security|Software|Systems|Technologies|Solutions|Media|Marketing|Cosmetics|Jewellery|Import Export|Freight|Marine"
    "|Aviation|Timber|Ceramics|Glass|Optics|Medical|Dental|Hotels|Catering|Dairy|Bakery|Brewery|Oil & Gas|Petroleum"
).split("|")
_BRIGHT = (
    "Sunrise|Blue Ocean|Golden Gate|Silver Star|Green Leaf|New Horizon|First Choice|Bright Future|Red Rock|Royal|Global"
    "|Universal|Prime|Apex|Summit|Pioneer|Alpha|Omega|Delta|Titan|Phoenix|Falcon|Eagle|Lion|Crescent|Diamond|Crystal"
    "|Emerald|Nova|Orion|Vega|Atlas|Neptune|Poseidon|Mercury|Jupiter|Polar|Nordic|Baltic|Pacific|Atlantic|Gulf|Desert"
    "|Oasis|Riverside|Lakeside|Hillview|Northgate|Eastern|Western|Southern Cross|Union|Unity|Liberty|Victory|Elite"
).split("|")
_ENGLISH = (
    "Harrison|Whitfield|Pemberton|Ashworth|Caldwell|Thornton|Bradley|Marsden|Holloway|Kingsley|Fletcher|Barlow|Preston"
    "|Hargreaves|Lockwood|Winslow|Sheridan|Donovan|Gallagher|McAllister|Sinclair|Forsyth|Abernathy|Rutherford|Langley"
).split("|")
_GERMAN = (
    "Brandt|Hoffmeister|Kessler|Lindemann|Reinhardt|Vogelsang|Steinbach|Wagenknecht|Zimmerer|Oberhauser|Krüger|Möller"
    "|Schönfeld|Dietrich|Albers|Petersen|Hinrichs|Baumgartner|Leitner|Gruber|Eichinger|Wolff|Rademacher|Thalheim"
).split("|")
_ROMANCE = (
    "Ferrari|Bianchi|Moretti|Lombardi|Rinaldi|Dupont|Lefèvre|Girard|Moreau|Chevalier|Castillo|Herrera|Mendoza|Navarro"
    "|Quintero|Salazar|Villalobos|Carvalho|Figueiredo|Teixeira|Almeida|Montes|Ibáñez|Zamora|Valverde|Esposito|Gallo"
).split("|")
_SLAVIC = (
    "Stroy|Prom|Tekh|Energo|Agro|Metall|Trans|Nefte|Gaz|Les|Ural|Sib|Volga|Don|Neva|Vostok|Yug|Sever|Mos|Elektro|Spets"
    "|Avto|Torg|Invest|Resurs|Khim|Medi|Inter|Evro|Rus|Svyaz|Mash|Kubán|Oka|Bel|Kama"
).split("|")
_ENDS = (
    "montazh|snab|servis|proekt|invest|stroy|trans|torg|eksport|resurs|kom|prom|sbyt|garant|lain|grupp|tekhnika|kontrakt"
    "|logistik|optima|plyus|komplekt|mash|les"
).split("|")
_CHINESE = (
    "Hua|Xin|Long|Sheng|Hong|Da|Jin|Fu|Rui|Tai|Heng|Ming|Kai|Bo|Run|Zhong|Wei|Yuan|Shun|Feng|Hai|Tong|An|Jia|Kang|Li|Yi"
    "|Guang|Chang|De|Xiang|Lian|Tian|Bao|Ze"
).split("|")
_CITIES = (
    "Ningbo|Wenzhou|Foshan|Dongguan|Yiwu|Qingdao|Xiamen|Suzhou|Wuxi|Hefei|Jinan|Zhengzhou|Hangzhou|Shenzhen|Guangzhou"
    "|Tianjin|Dalian|Changsha|Chengdu|Weifang|Linyi|Taizhou|Shaoxing|Nantong"
).split("|")
_ARABIC = (
    "Noor|Baraka|Salam|Madina|Waha|Rawda|Jazeera|Manar|Fajr|Shams|Bahr|Amal|Watan|Rafidain|Furat|Zahra|Yasmeen|Khaleej"
    "|Andalus|Quds|Safa|Marwa|Hilal|Burj|Nakheel|Sahel|Ameen|Tawfiq|Ittihad|Mustaqbal|Riyada|Hikma|Taqwa|Nahda"
).split("|")
_PERSIAN = (
    "Pars|Aria|Arvand|Damavand|Sepehr|Sahand|Kaveh|Alborz|Zagros|Kimia|Parsian|Persia|Negin|Sina|Mehr|Omid|Tabriz|Khazar"
    "|Shayan|Arman|Parto|Rayan|Tosan|Behin|Pouya|Aras|Toos|Sanat"
).split("|")
_INDIAN = (
    "Shree Ganesh|Sai Krupa|Balaji|Lakshmi|Mahavir|Annapurna|Om Sai|Jai Ambe|Krishna|Gayatri|Sharma|Agarwal|Mehta|Reddy"
    "|Kapoor|Chopra|Bansal|Goyal|Jindal|Nair|Hindustan|Bharat|Ganga|Narmada|Himalaya|Deccan|Malabar|Coromandel"
).split("|")
_TURKISH = (
    "Yıldız|Güneş|Deniz|Kaya|Özdemir|Aydın|Çelik|Doğan|Kılıç|Anadolu|Marmara|Ege|Trakya|Toros|Boğaziçi|Altın|Demir"
    "|Karaca|Yılmaz|Akdeniz|Uludağ|Erciyes"
).split("|")
_SEA = (
    "Ocean|Sea|Star|Pearl|Grace|Hope|Spirit|Pride|Queen|Lady|Princess|Captain|Nordic|Atlantic|Pacific|Baltic|Golden"
    "|Silver|Blue|Red|Green|Royal|Eastern|Western|Global|Asian|Arctic|Coral|Crystal|Diamond|Eagle|Falcon|Dolphin|Orca"
    "|Albatross|Breeze|Wind|Wave|Dawn|Glory|Fortune|Harmony|Venture|Explorer|Pioneer|Voyager|Trader|Carrier|Champion"
).split("|")
_WOMEN = (
    "Anna|Maria|Sofia|Elena|Katerina|Irini|Ingrid|Astrid|Helga|Greta|Emma|Julia|Clara|Adele|Camille|Bianca|Lucia|Carmen"
    "|Rosa|Teresa|Natalia|Olga|Svetlana|Fatima|Leyla|Zeynep|Amina|Mei Ling|Yuki|Sakura|Marina|Eleni"
).split("|")
_OWNERS = ("MSC", "Maersk", "Stena", "Hafnia", "BW", "Torm", "CMA CGM", "Ever", "Nord", "Star", "Navios", "Cape", "STI")


def _one(*choices: Sequence[str]) -> Maker:
    """Give names of one word from each table."""
    return lambda chance: " ".join(chance.choice(words) for words in choices)


def _russian(chance: Chance) -> str:
    name = f"{chance.choice(_SLAVIC)}{chance.choice(_ENDS)}"
    return chance.choice(("OOO {}", "{} LLC", "ZAO {}", "AO {}", "TOO {}", "{}")).format(name)


def _chinese(chance: Chance) -> str:
    name = "".join(chance.sample(_CHINESE, 2)).capitalize()
    return f"{chance.choice(_CITIES)} {name} {chance.choice(_TRADES)} Co., Ltd."


def _letters(chance: Chance) -> str:
    letters = "".join(chance.choice("ABCDEFGHIKLMNOPRSTVW") for _ in range(chance.choice((2, 3, 3))))
    return f"{letters} {chance.choice(_TRADES)} {chance.choice(('Ltd', 'Inc', 'GmbH', 'LLC', 'BV', 'SRL'))}"


def _partners(chance: Chance) -> str:
    first, second = chance.sample((*_ENGLISH, *_GERMAN), 2)
    return chance.choice((f"{first} & {second} LLP", f"{first} and Sons Ltd", f"{first} {second} Partners"))


def _numbered(chance: Chance) -> str:
    words = [chance.choice((*_SEA, *_WOMEN)), *([chance.choice(_SEA)] if chance.random() < 0.4 else [])]
    return f"{' '.join(words)} {chance.choice(('2', '3', '7', '8', '12', '168', 'II', 'S', 'K'))}"


COMPANIES: Mapping[str, Maker] = {
    "english": _one(_ENGLISH, _TRADES, ("Ltd", "Limited", "Inc.", "LLC", "PLC", "Corp")),
    "bright": _one(_BRIGHT, _TRADES, ("LLC", "Ltd", "FZE", "FZCO", "Co", "Group", "Pte Ltd", "Sdn Bhd")),
    "german": _one(_GERMAN, _TRADES, ("GmbH", "AG", "GmbH & Co. KG", "KG", "Holding AG")),
    "romance": _one(_ROMANCE, _TRADES, ("SRL", "S.p.A.", "SARL", "S.A.", "Ltda", "SAS", "SA de CV", "Lda")),
    "russian": _russian,
    "chinese": _chinese,
    "arabic": _one(("Al", "Al-", "El"), _ARABIC, _TRADES, ("LLC", "Est", "Co", "WLL", "Company", "Group", "FZE")),
    "persian": _one(_PERSIAN, _PERSIAN, _TRADES, ("Co", "Company", "PJS", "Co. Ltd")),
    "indian": _one(_INDIAN, _TRADES, ("Pvt Ltd", "Private Limited", "Industries Ltd", "Enterprises")),
    "turkish": _one(_TURKISH, _TRADES, ("A.Ş.", "Ltd. Şti.", "Sanayi ve Ticaret A.Ş.", "Dış Ticaret Ltd Şti")),
    "letters": _letters,
    "partners": _partners,
}
SHIPS: Mapping[str, Maker] = {
    "two words": _one(_SEA, _SEA),
    "women": _one(_WOMEN),
    "women of two": _one((*_WOMEN, "Lady", "Princess", "Queen", "Captain"), _WOMEN),
    "owners": _one(_OWNERS, (*_WOMEN, *_SEA)),
    "numbered": _numbered,
    "chinese": lambda chance: " ".join([*chance.sample(_CHINESE, 2), chance.choice(("6", "9", "18", "168", "27"))]),
}


def bodies(wanted: int, seed: int = SEED) -> list[str]:
    """Give so many different companies' names, as many of each kind."""
    return _made(COMPANIES, wanted, seed)


def ships(wanted: int, seed: int = SEED) -> list[str]:
    """Give so many different ships' names, as many of each kind."""
    return _made(SHIPS, wanted, seed)


def _made(makers: Mapping[str, Maker], wanted: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    found: dict[str, None] = {}
    for _ in range(wanted * 20):
        for make in makers.values():
            if len(found) < wanted:
                found[make(chance).replace("- ", "-")] = None
    return list(found)

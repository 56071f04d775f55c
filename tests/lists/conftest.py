"""Small list files of our own invention, in the publishers' layouts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

SDN = """\
101,"PETROV, Ivan Sergeevich","individual","RUSSIA-EO14024","Director, Volga Yards",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\
"DOB 07 Oct 1961; alt. DOB circa 1962; POB Tver, Russia; nationality Russia; citizen Cyprus; Gender Male; \
Passport 4509123456 (Russia) issued 01 Feb 2010 expires 01 Feb 2020; Tax ID No. 770300358016 (Russia); \
Digital Currency Address - XBT 1Bqwertyuiop; a.k.a. 'VANYA'; Director, Volga Yards; Linked To: VOLGA YARDS LLC."
102,"VOLGA YARDS LLC",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\
"Website www.volga-yards.example; SWIFT/BIC VOLGRUMM; Legal Entity Number 253400WSS48YWMBUA688; \
Organization Established Date 1992; Tax ID No. 7708619320 (Russia); Registration Number 1067759884598 (Russia)."
103,"GREY HERON","vessel","DPRK4",-0- ,"5LHW6","Crude Oil Tanker","159,681","81,479","Gabon","Heron Shipping Inc",\
"Vessel Registration Identification IMO 9172038; MMSI 677048400; f.k.a. 'WHITE HERON'; Linked To: HERON SHIPPING INC."
104,"RA-00001","aircraft","RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\
"Aircraft Manufacturer's Serial Number (MSN) 1003401017; Aircraft Model IL-76; Aircraft Tail Number RA-00001."
105,"HERON SHIPPING INC",-0- ,"DPRK4",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
106,"PEOPLE'S COMMITTEE OF THE NORTH",-0- ,"DPRK4",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB some day; Gender Other."
"""
ALT = """\
101,1,"aka","PETROV, Vanja",-0-
101,2,"aka","THE SHIPWRIGHT","weak alias"
102,3,"fka","GORKY YARDS",-0-
102,4,"nka","VOLGA SHIPBUILDING",-0-
"""
ADD = """\
101,1,-0- ,-0- ,-0- ,-0-
102,2,"1 Beregovaya ul.","Nizhny Novgorod 603000","Russia",-0-
105,3,-0- ,-0- ,"Korea, North",-0-
"""
UN = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2026-03-01T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID>
      <FIRST_NAME>AHMED</FIRST_NAME><SECOND_NAME>BEN</SECOND_NAME><THIRD_NAME>YOUSSEF</THIRD_NAME>
      <FOURTH_NAME>AL-TESTI</FOURTH_NAME>
      <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.901</REFERENCE_NUMBER>
      <LISTED_ON>2003-06-25</LISTED_ON><NAME_ORIGINAL_SCRIPT>أحمد بن يوسف</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Gender: male.
        Sentenced in 2005.</COMMENTS1>
      <TITLE><VALUE>Haji</VALUE></TITLE>
      <DESIGNATION><VALUE>Treasurer</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Tunisia</VALUE></NATIONALITY>
      <LAST_DAY_UPDATED><VALUE>2007-09-21</VALUE><VALUE>2011-11-29</VALUE></LAST_DAY_UPDATED>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Hamed Testi; Hamid Testi</ALIAS_NAME>
        <DATE_OF_BIRTH>1970-01-02</DATE_OF_BIRTH><CITY_OF_BIRTH>Tunis</CITY_OF_BIRTH>
        <COUNTRY_OF_BIRTH>Tunisia</COUNTRY_OF_BIRTH></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Test</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ahmad Youssef</ALIAS_NAME>
        <NOTE>formerly listed as, in Arabic: أحمد يوسف</NOTE></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><STREET>5 Via Prova</STREET><CITY>Milan</CITY><COUNTRY>Italy</COUNTRY>
        <NOTE>previous</NOTE></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1969-05-27</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1968</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1965</FROM_YEAR>
        <TO_YEAR>1969</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1967</YEAR><NOTE>Sep.</NOTE>
        </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>24/06/1402 (Hijri Calendar)</NOTE>
        </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sfax</CITY><COUNTRY>Tunisia</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport</TYPE_OF_DOCUMENT><NUMBER>K 123456</NUMBER>
        <ISSUING_COUNTRY>Tunisia</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>
        <NUMBER>007</NUMBER></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT/>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <FIRST_NAME>EAST TEST SHIPPING COMPANY, LIMITED (ETS) ; TEST LINES</FIRST_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.901</REFERENCE_NUMBER>
      <LISTED_ON>2014-07-28</LISTED_ON>
      <COMMENTS1>Operator of two ships. IMO number: 1790183.</COMMENTS1>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>East Test</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>West Test</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""


def as_ofac(text: str) -> bytes:
    """Give rows as OFAC writes them: a space behind each -0-, CRLF, and 0x1A at the end."""
    return text.replace("-0-\n", "-0- \n").replace("\n", "\r\n").encode() + b"\x1a"


@pytest.fixture
def ofac_folder(tmp_path: Path) -> Path:
    """A folder with sdn.csv and its companions."""
    for name, text in (("sdn.csv", SDN), ("alt.csv", ALT), ("add.csv", ADD)):
        (tmp_path / name).write_bytes(as_ofac(text))
    return tmp_path


@pytest.fixture
def sdn_bytes() -> bytes:
    """The bytes of sdn.csv."""
    return as_ofac(SDN)


@pytest.fixture
def un_bytes() -> bytes:
    """The bytes of the UN's consolidated.xml."""
    return UN.encode()


@pytest.fixture
def un_file(tmp_path: Path) -> Path:
    """The UN's consolidated.xml."""
    path = tmp_path / "consolidated.xml"
    path.write_text(UN, "utf-8")
    return path


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write bytes or text to a file of this name; give its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file

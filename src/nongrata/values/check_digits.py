"""Check digits: which numbers can be what they are said to be.

IMO numbers (IMO resolution A.1117(30)), INN and OGRN (the Russian tax service's orders), LEI (ISO 17442), ISIN
(ISO 6166), the Chinese social credit code (GB 32100), addresses of crypto currencies (Base58Check; BIP 173, BIP 350).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, *_INN_11)
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE = str.maketrans("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz", _BASE58)
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_ENDS = (1, 0x2BC830A3)


def is_right(kind: str, value: str) -> bool:
    """Have the right check digits; of a kind that has none, always.

    >>> is_right("imo", "9929429"), is_right("imo", "9929428"), is_right("passport", "AB12345")
    (True, False, True)
    """
    check = CHECKS.get(kind)
    return check is None or check(value)


def is_base58(address: str) -> bool:
    """Be an address whose last four bytes check the rest: Bitcoin's old ones, Litecoin's, Tron's, Zcash's, Ripple's.

    >>> is_base58("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), is_base58("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")
    (True, False)
    """
    return _checks_itself(address) or (address[:1] == "r" and _checks_itself(address.translate(_RIPPLE)))


def _checks_itself(address: str) -> bool:
    number = 0
    for letter in address:
        digit = _BASE58.find(letter)
        if digit < 0:
            return False
        number = number * 58 + digit
    zeros = len(address) - len(address.lstrip("1"))
    whole = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    return len(whole) >= 25 and hashlib.sha256(hashlib.sha256(whole[:-4]).digest()).digest()[:4] == whole[-4:]


def is_bech32(address: str) -> bool:
    """Be an address of the newer form, such as Bitcoin's that begin with bc1.

    >>> is_bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
    True
    """
    prefix, one, rest = address.lower().rpartition("1")
    digits = [_BECH32.find(letter) for letter in rest]
    if not one or not prefix or len(digits) < 8 or -1 in digits or address not in (address.lower(), address.upper()):
        return False
    check = 1
    for digit in (*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix), *digits):
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ digit
        for bit, step in enumerate(_BECH32_STEPS):
            check ^= step if top >> bit & 1 else 0
    return check in _BECH32_ENDS


def _is_digits(value: str, *lengths: int) -> bool:
    return value.isascii() and value.isdecimal() and len(value) in lengths


def _weighed(value: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(value, weights, strict=False))


def _is_imo(value: str) -> bool:
    return _is_digits(value, 7) and _weighed(value, (7, 6, 5, 4, 3, 2)) % 10 == int(value[6])


def _is_inn(value: str) -> bool:
    if _is_digits(value, 10):
        return _weighed(value, _INN_10) % 11 % 10 == int(value[9])
    both = ((_INN_11, 10), (_INN_12, 11))
    return _is_digits(value, 12) and all(_weighed(value, by) % 11 % 10 == int(value[at]) for by, at in both)


def _is_ogrn(value: str) -> bool:
    return _is_digits(value, 13, 15) and int(value[:-1]) % (len(value) - 2) % 10 == int(value[-1])


def _as_number(value: str) -> str:
    return "".join(str(int(letter, 36)) for letter in value)


def _is_lei(value: str) -> bool:
    return bool(re.fullmatch(r"[A-Z0-9]{18}\d{2}", value)) and int(_as_number(value)) % 97 == 1


def _is_isin(value: str) -> bool:
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", value):
        return False
    digits = [int(digit) for digit in reversed(_as_number(value))]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


def _is_uscc(value: str) -> bool:
    if not re.fullmatch(f"[{_USCC}]{{18}}", value):
        return False
    total = sum(_USCC.index(letter) * weight for letter, weight in zip(value, _USCC_WEIGHTS, strict=False))
    return _USCC.index(value[-1]) == (31 - total % 31) % 31


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "imo": _is_imo,
    "inn": _is_inn,
    "ogrn": _is_ogrn,
    "lei": _is_lei,
    "isin": _is_isin,
    "uscc": _is_uscc,
}

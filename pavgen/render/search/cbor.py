"""The part of CBOR (RFC 8949) that a search index is written in: whole numbers, texts, arrays."""

Cbor = int | str | list["Cbor"]

_UINT, _TEXT, _ARRAY = 0, 3, 4
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_SMALL = 24


def decode_cbor(data: bytes) -> Cbor:
    """Read one value that fills the bytes; ValueError for anything outside this part of CBOR."""
    try:
        value, end = _value(data, 0)
    except (IndexError, RecursionError) as error:
        raise ValueError("CBOR ends in the midst of a value") from error
    if end != len(data):
        raise ValueError("CBOR goes on behind its value")
    return value


def encode_cbor(value: Cbor) -> bytes:
    """Write a value in the shortest form."""
    match value:
        case int():
            return _head(_UINT, value)
        case str():
            data = value.encode()
            return _head(_TEXT, len(data)) + data
        case _:
            return _head(_ARRAY, len(value)) + b"".join(encode_cbor(item) for item in value)


def _value(data: bytes, at: int) -> tuple[Cbor, int]:
    major, number, at = _opening(data, at)
    if major == _UINT:
        return number, at
    if major == _TEXT:
        if at + number > len(data):
            raise IndexError
        return data[at : at + number].decode(), at + number
    if major != _ARRAY:
        raise ValueError(f"CBOR of major type {major}")
    items: list[Cbor] = []
    for _ in range(number):
        item, at = _value(data, at)
        items.append(item)
    return items, at


def _opening(data: bytes, at: int) -> tuple[int, int, int]:
    """Read the major type, its number, and where what follows begins."""
    major, number = data[at] >> 5, data[at] & 31
    if number < _SMALL:
        return major, number, at + 1
    if number not in _WIDTHS:
        raise ValueError("CBOR of unknown length")
    end = at + 1 + _WIDTHS[number]
    if end > len(data):
        raise IndexError
    return major, int.from_bytes(data[at + 1 : end], "big"), end


def _head(major: int, number: int) -> bytes:
    if number < _SMALL:
        return bytes([major << 5 | number])
    small, width = next((s, w) for s, w in _WIDTHS.items() if number < 1 << (8 * w))
    return bytes([major << 5 | small]) + number.to_bytes(width, "big")

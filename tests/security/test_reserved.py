import pytest

from pavgen.security.reserved import is_device_name


@pytest.mark.parametrize("name", ["con", "NUL", "aux.html", "com1", "lpt9.txt", "COM¹", "prn .txt"])
def test_device_name_is_known_with_any_extension(name):
    assert is_device_name(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "index.html", "a.con", ""])
def test_device_name_is_not_seen_in_other_names(name):
    assert not is_device_name(name)

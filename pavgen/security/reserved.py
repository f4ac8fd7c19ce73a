"""Names that some file systems keep for themselves."""

_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"]
)


def is_device_name(segment: str) -> bool:
    """Say whether Windows takes a file's name for a device, whatever its extension."""
    return segment.split(".", 1)[0].rstrip(" ").casefold() in _DEVICES

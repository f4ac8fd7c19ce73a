"""A partner's logo from the file it sent to the files a page shows, or why not."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.model.logo import Logo, LogoVariant
from pavgen.render.images.frames import Status
from pavgen.render.images.pool import Decoded, RasterJob, decode_all
from pavgen.security.problem import Problem, quoted
from pavgen.security.sniff import ImageKind, is_animated, raster_size, sniff_image
from pavgen.security.svg import clean_svg

RASTER_BYTES = 2 * 1024 * 1024
SIDES = (16, 4096)
MAX_PIXELS = 16_000_000
HEAVY_SVG_BYTES = 100 * 1024
NAME_DIGITS = 16


@dataclass(frozen=True, slots=True)
class PreparedLogo:
    """A logo and the bytes of its variants by their names."""

    logo: Logo
    files: Mapping[str, bytes]


def prepare_logo(path: str, data: bytes) -> Checked[PreparedLogo | None]:
    """Make one logo safe and ready; `path` is the project-relative path of its file.

    The same bytes under the same path always give the same answer. Raises OSError only
    when this machine cannot run the image worker.
    """
    return prepare_logos([(path, data)], jobs_count=1)[0]


def prepare_logos(
    jobs: Sequence[tuple[str, bytes]], *, jobs_count: int
) -> tuple[Checked[PreparedLogo | None], ...]:
    """Make many logos ready, given as (path, bytes), with answers in the same order.

    Pictures are decoded in `jobs_count` worker processes at most; a picture that kills its
    worker is a finding on its file, and the others go on.
    """
    kinds = [_admit(path, data) for path, data in jobs]
    pictures = [
        (index, RasterJob(kind, jobs[index][1]))
        for index, kind in enumerate(kinds)
        if isinstance(kind, ImageKind) and kind is not ImageKind.SVG
    ]
    decoded = decode_all([job for _, job in pictures], jobs_count=jobs_count)
    by_index = {index: answer for (index, _), answer in zip(pictures, decoded, strict=True)}
    return tuple(
        _finish(path, data, kind, by_index.get(index))
        for index, ((path, data), kind) in enumerate(zip(jobs, kinds, strict=True))
    )


def _finish(
    path: str, data: bytes, kind: ImageKind | Diagnostic, decoded: Decoded | None
) -> Checked[PreparedLogo | None]:
    if isinstance(kind, Diagnostic):
        return Checked(None, (kind,))
    if kind is ImageKind.SVG:
        return _finish_svg(path, data)
    return _finish_raster(path, decoded)


def _admit(path: str, data: bytes) -> ImageKind | Diagnostic:
    """Judge a file by its first bytes, before anything reads further."""
    kind = sniff_image(data)
    if kind is None:
        return _finding(path, "logo-type", "the content is in no format a logo may have")
    extension = path.rpartition(".")[2]
    if extension.lower() not in kind.extensions:
        what = f"the name ends in {quoted(extension)}, the content is {kind.name}"
        return _finding(path, "logo-extension", what)
    return kind if kind is ImageKind.SVG else _admit_raster(path, data, kind)


def _admit_raster(path: str, data: bytes, kind: ImageKind) -> ImageKind | Diagnostic:
    if len(data) > RASTER_BYTES:
        what = f"the file has {len(data)} bytes, at most {RASTER_BYTES} are allowed"
        return _finding(path, "logo-bytes", what)
    size = raster_size(data, kind)
    if size is None:
        return _finding(path, "logo-unreadable", "the image has no whole header")
    low, high = SIDES
    if not (low <= min(size) and max(size) <= high and size[0] * size[1] <= MAX_PIXELS):
        what = f"the image is {size[0]} by {size[1]} pixels"
        return _finding(path, "logo-sides", what)
    if is_animated(data, kind):
        return _finding(path, "logo-animated", "the image is an animation")
    return kind


def _finish_svg(path: str, data: bytes) -> Checked[PreparedLogo | None]:
    clean = clean_svg(data)
    if isinstance(clean, tuple):
        return Checked(None, tuple(_at_place(path, data, problem) for problem in clean))
    variant = _variant(clean.data, ImageKind.SVG, (clean.width, clean.height))
    prepared = _prepared([(variant, clean.data)])
    if len(clean.data) <= HEAVY_SVG_BYTES:
        return Checked(prepared)
    what = f"the drawing has {len(clean.data)} bytes, more than {HEAVY_SVG_BYTES}"
    return Checked(prepared, (_warning(path, "logo-heavy", what),))


def _finish_raster(path: str, decoded: Decoded | None) -> Checked[PreparedLogo | None]:
    if decoded and decoded.status in _REFUSALS:
        return Checked(None, (_finding(path, *_REFUSALS[decoded.status]),))
    prepared = _judged(decoded.variants) if decoded else None
    if decoded is None or prepared is None:
        what = "the image brought down the program that decodes it"
        return Checked(None, (_finding(path, "logo-decoder", what),))
    if decoded.status is not Status.DONE_FROM_CMYK:
        return Checked(prepared)
    what = "the image is in CMYK and was converted without its profile"
    return Checked(prepared, (_warning(path, "logo-cmyk", what),))


_REFUSALS = {
    Status.UNREADABLE: ("logo-unreadable", "the image is damaged or cut off"),
    Status.TOO_LARGE: ("logo-sides", "the image unpacks to too many pixels"),
    Status.ANIMATED: ("logo-animated", "the image has more than one frame"),
}


def _judged(variants: tuple[bytes, ...]) -> PreparedLogo | None:
    """Name the worker's files by what they are; None when one is no image of ours.

    A worker taken over by the file it decodes can say anything.
    """
    named: list[tuple[LogoVariant, bytes]] = []
    for data in variants:
        kind = sniff_image(data)
        size = raster_size(data, kind) if kind else None
        if kind not in _WRITTEN_KINDS or not kind or not size:
            return None
        named.append((_variant(data, kind, size), data))
    return _prepared(named) if named else None


_WRITTEN_KINDS = (ImageKind.WEBP, ImageKind.PNG)


def _variant(data: bytes, kind: ImageKind, size: tuple[int, int]) -> LogoVariant:
    name = f"{hashlib.sha256(data).hexdigest()[:NAME_DIGITS]}.{kind.value}"
    return LogoVariant(name, kind.media_type, *size)


def _prepared(named: Sequence[tuple[LogoVariant, bytes]]) -> PreparedLogo:
    """Join variants to a logo; the last one, the widest, gives its size."""
    variants = tuple(variant for variant, _ in named)
    logo = Logo(variants[-1].width, variants[-1].height, variants)
    return PreparedLogo(logo, MappingProxyType({v.name: data for v, data in named}))


def _finding(path: str, code: str, what: str) -> Diagnostic:
    return Diagnostic(Span(path), code, what, LOGO_REMEDIES[code])


def _warning(path: str, code: str, what: str) -> Diagnostic:
    return replace(_finding(path, code, what), severity=Severity.WARNING)


def _at_place(path: str, data: bytes, problem: Problem) -> Diagnostic:
    before = data.decode("utf-8-sig", "replace")[: problem.offset]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Diagnostic(Span(path, line, column), problem.code, problem.what, problem.remedy)

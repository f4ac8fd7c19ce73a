"""A partner's logo from the file it sent to the files a page shows, or why not."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.kernel.values import dataclass
from pavgen.model.logo import Logo, LogoMetrics, LogoVariant
from pavgen.render.images.frames import Status, unpack_metrics
from pavgen.render.images.framing import can_frame, drawing_sides, framed
from pavgen.render.images.optical import (
    SLOT,
    Ground,
    is_faint,
    needs_plate,
    shown_size,
    slot_around,
    visible_box,
)
from pavgen.render.images.pool import Answer, Job, ask_workers
from pavgen.security.problem import Problem, quoted
from pavgen.security.sniff import ImageKind, is_animated, raster_size, sniff_image
from pavgen.security.svg import CleanSvg, clean_svg

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

    Pictures are decoded and drawings measured in `jobs_count` worker processes at most; one
    that kills its worker is a finding on its file, and the others go on.
    """
    admitted = [_admit(path, data) for path, data in jobs]
    asked = [
        (index, job)
        for index, (path, data) in enumerate(jobs)
        if (job := _job(path, data, admitted[index])) is not None
    ]
    answers = ask_workers([job for _, job in asked], jobs_count=jobs_count)
    by_index = {index: answer for (index, _), answer in zip(asked, answers, strict=True)}
    return tuple(
        _finish(path, admitted[index], by_index.get(index)) for index, (path, _) in enumerate(jobs)
    )


_Admitted = ImageKind | CleanSvg | tuple[Diagnostic, ...]


def _job(path: str, data: bytes, admitted: _Admitted) -> Job | None:
    """Say what a worker has to do for a logo: a drawing is only measured, and not every one."""
    ground = _ground(path)
    match admitted:
        case CleanSvg():
            drawing = admitted.data
            return None if _unmeasurable(drawing) else Job(f"svg {ground}", drawing)
        case ImageKind():
            return Job(f"{admitted} {ground}", data)
        case _:
            return None


def _ground(path: str) -> Ground:
    """Tell by its name which ground a logo is made for."""
    stem = path.rpartition("/")[2].partition(".")[0]
    return Ground.DARK if stem.endswith("-dark") else Ground.LIGHT


def _unmeasurable(drawing: bytes) -> str:
    """Say why a drawing cannot be measured without being drawn at all, if so."""
    if b"<text" in drawing:
        return "it holds text, which every visitor's own fonts would draw"
    return "" if can_frame(drawing) else "its outermost element is styled, moved or turned"


def _finish(path: str, admitted: _Admitted, answer: Answer | None) -> Checked[PreparedLogo | None]:
    match admitted:
        case CleanSvg():
            return _finish_svg(path, admitted, answer)
        case ImageKind():
            return _finish_raster(path, answer)
        case _:
            return Checked(None, admitted)


def _admit(path: str, data: bytes) -> _Admitted:
    """Judge a file by its first bytes, before anything reads further; clean a drawing."""
    kind = sniff_image(data)
    if kind is None:
        return (_finding(path, "logo-type", "the content is in no format a logo may have"),)
    extension = path.rpartition(".")[2]
    if extension.lower() not in kind.extensions:
        what = f"the name ends in {quoted(extension)}, the content is {kind.name}"
        return (_finding(path, "logo-extension", what),)
    if kind is not ImageKind.SVG:
        problem = _raster_problem(path, data, kind)
        return (problem,) if problem else kind
    clean = clean_svg(data)
    if isinstance(clean, CleanSvg):
        return clean
    return tuple(_at_place(path, data, problem) for problem in clean)


def _raster_problem(path: str, data: bytes, kind: ImageKind) -> Diagnostic | None:
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
    return None


def _finish_svg(path: str, clean: CleanSvg, answer: Answer | None) -> Checked[PreparedLogo | None]:
    """Set a measured drawing at its optical size in the slot; serve any other as it is."""
    notes = []
    if len(clean.data) > HEAVY_SVG_BYTES:
        what = f"the drawing has {len(clean.data)} bytes, more than {HEAVY_SVG_BYTES}"
        notes.append(_warning(path, "logo-heavy", what))
    measured = unpack_metrics(answer.parts[0]) if answer and answer.parts else None
    if measured is None:
        notes.append(_not_measured(path, clean, answer))
        variant = _variant(clean.data, ImageKind.SVG, (clean.width, clean.height))
        return Checked(_prepared([(variant, clean.data)]), tuple(notes))
    metrics = measured[0]
    seen = visible_box(metrics, *drawing_sides(clean.data))
    shown = shown_size(seen, metrics.ink)
    data = framed(clean.data, slot_around(seen, shown), *SLOT)
    prepared = _prepared([(_variant(data, ImageKind.SVG, SLOT), data)])
    return Checked(_with_metrics(prepared, metrics, shown), (*notes, *_faint(path, metrics)))


def _not_measured(path: str, clean: CleanSvg, answer: Answer | None) -> Diagnostic:
    if answer and answer.status is Status.BLANK:
        return _warning(path, "logo-blank", "the drawing shows nothing")
    reason = _unmeasurable(clean.data) or "the program that draws it cannot draw it"
    what = f"the logo is not shown at its optical size: {reason}"
    return _warning(path, "logo-unmeasured", what)


def _finish_raster(path: str, answer: Answer | None) -> Checked[PreparedLogo | None]:
    if answer and answer.status in _REFUSALS:
        return Checked(None, (_finding(path, *_REFUSALS[answer.status]),))
    prepared = _judged(answer.parts[1:]) if answer else None
    if answer is None or prepared is None:
        what = "the image brought down the program that decodes it"
        return Checked(None, (_finding(path, "logo-decoder", what),))
    notes = []
    if answer.status is Status.DONE_FROM_CMYK:
        what = "the image is in CMYK and was converted without its profile"
        notes.append(_warning(path, "logo-cmyk", what))
    measured = unpack_metrics(answer.parts[0])
    if measured is None:
        notes.append(_warning(path, "logo-blank", "the image shows nothing"))
        return Checked(prepared, tuple(notes))
    metrics, sides = measured
    seen = visible_box(metrics, Fraction(sides[0]), Fraction(sides[1]))
    prepared = _with_metrics(prepared, metrics, shown_size(seen, metrics.ink))
    return Checked(prepared, (*notes, *_faint(path, metrics)))


def _faint(path: str, metrics: LogoMetrics) -> tuple[Diagnostic, ...]:
    ground = _ground(path)
    if not is_faint(metrics, ground):
        return ()
    what = f"the logo can hardly be seen on {ground} ground"
    return (_warning(path, "logo-faint", what),)


def _with_metrics(
    prepared: PreparedLogo, metrics: LogoMetrics, shown: tuple[int, int]
) -> PreparedLogo:
    logo = replace(
        prepared.logo,
        metrics=metrics,
        shown_width=shown[0],
        shown_height=shown[1],
        plate_on_dark=needs_plate(metrics),
    )
    return replace(prepared, logo=logo)


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

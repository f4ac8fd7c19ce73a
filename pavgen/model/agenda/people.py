"""Speakers and partners that would have to be at two places at once."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.kernel.values import dataclass
from pavgen.model.agenda.times import TimeSpan
from pavgen.model.records.agenda import Agenda, Session, Slot


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A session that takes place: its place in the file, and its slot."""

    index: int
    session: Session
    slot: Slot

    @property
    def span(self) -> TimeSpan:
        return TimeSpan(self.slot.start, self.slot.end)


def check_people(agenda: Agenda) -> Iterator[Diagnostic]:
    """Find speakers (errors) and partners (warnings) that are in two sessions at once.

    A partner may send several people, a speaker cannot. Two sessions of one room are told as
    that and not once more; and of two sessions that share a speaker, the partner is not told.
    """
    sittings = tuple(_sittings(agenda))
    speakers = dict(_meetings(sittings, {s.index: s.session.speakers for s in sittings}))
    partners = dict(_meetings(sittings, {s.index: s.session.partners for s in sittings}))
    pairs = {(index, other.index) for (index, _), other in speakers.items()}
    for (index, place), other in speakers.items():
        yield _speaker(agenda, index, place, other)
    for (index, place), other in partners.items():
        if (index, other.index) not in pairs:
            yield _partner(agenda, index, place, other)
    yield from _silent(agenda)


def _sittings(agenda: Agenda) -> Iterator[_Sitting]:
    slots = {slot.id: slot for slot in agenda.slots}
    for index, session in enumerate(agenda.sessions):
        slot = slots.get(session.slot or "")
        if session.state == "confirmed" and slot is not None:
            yield _Sitting(index, session, slot)


def _meetings(
    sittings: tuple[_Sitting, ...], who: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[tuple[int, int], _Sitting]]:
    """Yield session and place in its list of each who is in an earlier session at that time."""
    before: dict[str, list[_Sitting]] = {}
    for sitting in sittings:
        for place, one in enumerate(who[sitting.index]):
            earlier = before.setdefault(one, [])
            other = next((o for o in earlier if _is_elsewhere(o, sitting)), None)
            if other is not None:
                yield (sitting.index, place), other
            earlier.append(sitting)


def _is_elsewhere(one: _Sitting, other: _Sitting) -> bool:
    return one.slot.room != other.slot.room and one.span.meets(other.span)


def _speaker(agenda: Agenda, index: int, place: int, other: _Sitting) -> Diagnostic:
    field = f"sessions[{index}].speakers[{place}]"
    speaker = agenda.sessions[index].speakers[place]
    remedy = "give one of the sessions another slot, or another speaker"
    return Diagnostic(
        agenda.source.at(field), "agenda-speaker-twice", _what(speaker, other), remedy, field
    )


def _partner(agenda: Agenda, index: int, place: int, other: _Sitting) -> Diagnostic:
    field = f"sessions[{index}].partners[{place}]"
    partner = agenda.sessions[index].partners[place]
    remedy = "give one of the sessions another slot, or make sure that it sends enough people"
    span = agenda.source.at(field)
    what = _what(partner, other)
    return Diagnostic(span, "agenda-partner-twice", what, remedy, field, Severity.WARNING)


def _what(who: str, other: _Sitting) -> str:
    times = f"{other.slot.start:%H:%M} to {other.slot.end:%H:%M}"
    return f"`{who}` is in `{other.session.id}` at the same time, {times} in `{other.slot.room}`"


def _silent(agenda: Agenda) -> Iterator[Diagnostic]:
    heard = {speaker for session in agenda.sessions for speaker in session.speakers}
    for index, speaker in enumerate(agenda.speakers):
        if speaker.id and speaker.id not in heard:
            field = f"speakers[{index}].id"
            what = f"`{speaker.id}` speaks in no session"
            remedy = "name the speaker in a session, or remove it"
            span = agenda.source.at(field)
            yield Diagnostic(span, "agenda-speaker-silent", what, remedy, field, Severity.WARNING)

"""A dossier as one HTML page that can be printed, mailed and read without this program. Everything in it is escaped."""

from collections.abc import Iterator, Mapping
from html import escape

from engine.document.model import Kind
from engine.dossier.changes import Told
from engine.dossier.drawing import count_words
from engine.dossier.making import Dossier, Step

WORDS: Mapping[str, tuple[str, str]] = {
    "campaign title": ("Campaign", "Campagne"),
    "journey title": ("Journey", "Parcours"),
    "counted": (
        "Counted as of {moment} ({zone}), with the data {data}.",
        "Compté au {moment} ({zone}), avec les données {data}.",
    ),
    "from day": ("From {day}", "À partir du {day}"),
    "until day": ("until {day}", "jusqu’au {day}"),
    "at once": ("At once, without an end", "Tout de suite, sans fin"),
    "picture": ("The graph", "Le graphe"),
    "steps": ("Activities", "Activités"),
    "counts": ("Counts", "Nombres"),
    "from node": ("From", "De"),
    "output": ("Output", "Sortie"),
    "to node": ("To", "Vers"),
    "count": ("Count", "Nombre"),
    "count of journey": ("Accounts / people", "Comptes / personnes"),
    "entered": ("{count} came in", "{count} entrés"),
    "left": ("{count} went on", "{count} sortis"),
    "waiting": ("{count} wait", "{count} en attente"),
    "reasons": ("Why others did not, and what came of it", "Pourquoi les autres non, et ce qu’il en est"),
    "nothing set": ("Nothing is set.", "Rien n’est réglé."),
    "differences": ("Differences to the version “{name}”", "Différences avec la version « {name} »"),
    "no version": (
        "No version has a name yet, so there is nothing to compare with.",
        "Aucune version n’a encore de nom : rien à comparer.",
    ),
    "problems": ("Remarks", "Remarques"),
}

_STYLE = """
body { font-family: sans-serif; color: #1a1a2a; font-size: 11pt; margin: 2em auto; max-width: 60em; }
h1 { font-size: 20pt; margin-bottom: 0; } h2 { font-size: 14pt; margin-top: 1.6em; } h3 { font-size: 11pt; }
p.quiet, td.quiet { color: #555566; } table { border-collapse: collapse; } svg { max-width: 100%; height: auto; }
td, th { padding: 3px 14px 3px 0; text-align: left; vertical-align: top; } td.number { text-align: right; }
@media print { h3 { page-break-after: avoid; } body { margin: 0; } }
"""


def to_html(dossier: Dossier, picture: str | None = None) -> str:
    """The page; `picture` is markup that stands in the place of the drawing, for readers that cannot show it inside."""
    speech = dossier.speech
    title = escape(dossier.document.name or dossier.document.id)
    body = "".join(_parts(dossier, dossier.drawing.svg if picture is None else picture))
    return (
        f'<!DOCTYPE html>\n<html lang="{speech.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>\n{body}</body></html>\n"
    )


def _parts(dossier: Dossier, picture: str) -> Iterator[str]:
    document, speech = dossier.document, dossier.speech
    kind = speech.word("journey title" if document.kind is Kind.JOURNEY else "campaign title")
    counted = speech.word(
        "counted", moment=speech.moment(dossier.as_of), zone=document.zone, data=dossier.result.data_version
    )
    yield f'<p class="quiet">{escape(kind)}</p>\n<h1>{escape(document.name or document.id)}</h1>\n'
    if document.description:
        yield f"<p>{escape(document.description)}</p>\n"
    yield f'<p class="quiet">{escape(counted)}</p>\n'
    yield f"<p><b>{escape(speech.word('schedule'))}</b>: {escape(dossier.schedule)}</p>\n"
    yield f"<h2>{escape(speech.word('picture'))}</h2>\n<p>{picture}</p>\n"
    yield f"<h2>{escape(speech.word('steps'))}</h2>\n"
    for place, step in enumerate(dossier.steps, start=1):
        yield from _step(place, step, dossier)
    yield from _counts(dossier)
    yield from _differences(dossier)
    if dossier.problems:
        yield f"<h2>{escape(speech.word('problems'))}</h2>\n<ul>"
        yield "".join(f"<li>{escape(str(one))}</li>" for one in dossier.problems)
        yield "</ul>\n"


def _step(place: int, step: Step, dossier: Dossier) -> Iterator[str]:
    speech = dossier.speech
    kind = f" – {escape(step.kind)}" if step.kind != step.name else ""
    yield f"<h3>{place}. {escape(step.name)}{kind}</h3>\n"
    if step.lines:
        yield "<ul>"
        yield "".join(f"<li>{escape(speech.pair(one.title, one.text))}</li>" for one in step.lines)
        yield "</ul>\n"
    found = step.result
    if found is None:
        return
    numbers = [("entered", found.entered), ("left", found.left), ("waiting", found.waiting)]
    shown = [speech.word(word, count=speech.number(n)) for word, n in numbers if n or word != "waiting"]
    text = ", ".join(shown)
    if step.reasons:
        parts = "; ".join(speech.pair(label, speech.number(n)) for label, n in step.reasons)
        text = f"{text}. {speech.pair(speech.word('reasons'), parts)}"
    yield f'<p class="quiet">{escape(text)}.</p>\n'


def _counts(dossier: Dossier) -> Iterator[str]:
    document, speech = dossier.document, dossier.speech
    journey = document.kind is Kind.JOURNEY
    titles = ("from node", "output", "to node", "count of journey" if journey else "count")
    yield f"<h2>{escape(speech.word('counts'))}</h2>\n<table><tr>"
    yield "".join(f"<th>{escape(speech.word(title))}</th>" for title in titles)
    yield "</tr>\n"
    names = {step_of.id: step.name for step_of, step in zip(document.nodes, dossier.steps, strict=True)}
    for one in dossier.result.transitions:
        cells = (names.get(one.source, one.source), speech.said(one.label), names.get(one.target or "", ""))
        row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr>{row}<td class="number">{escape(count_words(one, speech))}</td></tr>\n'
    yield "</table>\n"


def _differences(dossier: Dossier) -> Iterator[str]:
    speech = dossier.speech
    if dossier.before is None:
        yield f'<p class="quiet">{escape(speech.word("no version"))}</p>\n'
        return
    yield f"<h2>{escape(speech.word('differences', name=dossier.before.name))}</h2>\n<ul>"
    for told in dossier.changes:
        yield _told(told)
    rest = [dossier.drawn] if dossier.drawn else [] if dossier.changes else [speech.word("same")]
    yield "".join(f"<li>{escape(text)}</li>" for text in rest)
    yield "</ul>\n"


def _told(told: Told) -> str:
    inside = "".join(f"<li>{escape(line)}</li>" for line in told.details)
    return f"<li>{escape(told.sentence)}{f'<ul>{inside}</ul>' if inside else ''}</li>"

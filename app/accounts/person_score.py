"""Where the engagement score of a person comes from: a line per day and activity, down to the place among all."""

from datetime import datetime

from app.accounts.explained import Explained, exact
from app.words import event_title, moment, number, short_day, tr
from engine.account_data.scoring import ActivityLine, PersonScore


class PersonScoreView(Explained):
    """What somebody did in the thirty days that count, and what it comes to."""

    def show_score(self, score: PersonScore, now: datetime) -> None:
        """Show the lines of a person; `now` is the instant looked from."""
        self.begin()
        self.title(tr("Engagement"), number(int(score.score + 0.5)))
        if score.lines:
            grid = self.grid([tr("Day"), tr("Activity"), tr("Times"), tr("Weight"), tr("Adds")], 2)
            for line, one in enumerate(score.lines, start=1):
                cells = _cells(one)
                self.cells(grid, line, list(cells), 2)
                self.lines.append(" · ".join(cells))
            self.sum(tr("Together {total}; its square root is {root}.", total=exact(score.raw), root=exact(score.root)))
        else:
            self.quiet(tr("Nothing of what counts was done, so the score is 0."))
        if score.most > score.least:
            self.sum(
                tr("Among all people the roots reach from {least} to {most}: 100 × ({root} − {least}) ÷ ({most} − "
                   "{least}) = {score}", least=exact(score.least), most=exact(score.most), root=exact(score.root),
                   score=number(round(score.score, 1)))
            )  # fmt: skip
        self.quiet(tr("From what was done in the thirty days before {now}.", now=moment(now)))
        self.end()


def _cells(one: ActivityLine) -> tuple[str, ...]:
    times = number(one.counted)
    if one.times != one.counted:
        times = tr("{counted} of {times}", counted=times, times=number(one.times))
    return (
        short_day(one.day),
        event_title(one.kind),
        times,
        f"{number(one.weight)} ÷ {number(one.heaviest)}",
        exact(one.part),
    )

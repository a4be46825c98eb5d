"""Writes calendars/cn.yaml from the `chinesecalendar` package; run when a new year's arrangement is published.

    python libs/rulebook/tools/calendar_data.py > libs/rulebook/calendars/cn.yaml

The package raises for years that it does not know, so it serves as a source here and is not needed at run time.
"""

import sys
from collections import defaultdict
from datetime import date, timedelta
from importlib.metadata import version

from chinese_calendar.constants import holidays, workdays

FIRST_YEAR = 2016

_ZH = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
}


def _runs(days: dict[date, str]) -> list[tuple[str, date, date]]:
    runs: list[tuple[str, date, date]] = []
    for day, name in sorted(days.items()):
        if runs and runs[-1][0] == name and runs[-1][2] + timedelta(days=1) == day:
            runs[-1] = (name, runs[-1][1], day)
        else:
            runs.append((name, day, day))
    return runs


def text() -> str:
    """The calendar file, one line per run of holidays."""
    years: dict[int, dict[date, str]] = defaultdict(dict)
    for day, name in holidays.items():
        years[day.year][day] = str(name)
    lines = [
        "# Official holidays and make-up working days. Made by tools/calendar_data.py; do not edit by hand.",
        "id: cn",
        "title: {zh: 中国法定节假日与调休, en: Chinese official holidays and make-up working days}",
        f"source: yearly holiday notices of the State Council General Office, from chinesecalendar {version('chinesecalendar')}",
        "years:",
    ]
    for year in sorted(y for y in years if y >= FIRST_YEAR):
        lines += [f"  {year}:", "    holidays:"]
        for name, first, last in _runs(years[year]):
            lines.append(f'      - {{name: {{zh: {_ZH[name]}, en: "{name}"}}, first: {first}, last: {last}}}')
        made_up = sorted(day for day in workdays if day.year == year and day.weekday() >= 5)
        lines.append(f"    workdays: [{', '.join(map(str, made_up))}]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())

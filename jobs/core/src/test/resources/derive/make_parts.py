"""Writes parts.json beside itself: parts of dates and times as pandas reads them off, in UTC.

    pip install numpy pandas
    python3 make_parts.py
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd

TIMES = [
    "1970-01-01", "2024-02-29", "2023-12-31", "2024-12-31T23:59:59.999999Z", "2026-11-23T04:30:15",
    "1899-03-01 00:00", "2000-06-15T12:00:00+05:30", "2001-01-01T00:30:00+01:00", "2026-07-05 21:15:00-03:00",
]
PERIODS = {"quarter": 4, "month": 12, "dayOfMonth": 31, "dayOfWeek": 7, "dayOfYear": 366, "hour": 24, "minute": 60}


def main():
    cases = []
    for text in TIMES:
        time = pd.to_datetime(text, utc=True)
        parts = {
            "year": time.year, "quarter": time.quarter, "month": time.month, "dayOfMonth": time.day,
            "dayOfWeek": time.isoweekday(), "dayOfYear": time.day_of_year, "hour": time.hour, "minute": time.minute,
        }
        columns = {f"d.{part}": float(value) for part, value in parts.items()}
        for part, period in PERIODS.items():
            columns[f"d.{part}.sin"] = float(np.sin(2 * np.pi * parts[part] / period))
            columns[f"d.{part}.cos"] = float(np.cos(2 * np.pi * parts[part] / period))
        cases.append({"name": text, "columns": columns})
    Path(__file__).with_name("parts.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


main()

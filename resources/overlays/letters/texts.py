# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts as overlays write them."""

MONTHS = ("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC JA FE MR AP MY JN JL AU SE OC NO DE").split()
WORDS = ("EOW EON IR EO LLTV GROUND TRACK AUTO VIC COR-A AAID SPA DFLT ACFT TGT LOS OFF NONE LI:DISARM HDG ALT "
         "LAT LON BRG RNG ELV EL AZ MSL AGL HAT BARO FOV WFOV NFOV MFOV ZOOM Z2.0 2X FL SLR HOT BHOT WHOT BLK WHT "
         "GPS UTC SPD GS KT LASER PITCH ROLL UTM MGRS DATE TIME N S E W ELLIP TRUE MAG SENSOR REC").split()


def _angle(random, most):
    degrees = random.randrange(most)
    pad = 2 if most == 90 else random.choice((2, 3))
    kind = random.randrange(9)
    seconds = random.random() * 60
    minutes = random.randrange(60)
    letter = random.choice("NS" if most == 90 else "EW")
    if kind < 3:
        text = f"{degrees:0{pad}d}:{minutes:02d}:{int(seconds):02d}"
    elif kind < 5:
        text = f"{degrees + random.random():.{random.choice((4, 5, 5, 6))}f}"
    elif kind == 5:
        text = f"{degrees:0{pad}d}:{minutes + seconds / 60:0{5 if random.random() < .5 else 6}.{random.choice((2, 3))}f}"
    elif kind == 6:
        text = f"{degrees:0{pad}d}°{minutes:02d}'{seconds:04.1f}\""
    elif kind == 7:
        text = f"{degrees:0{pad}d}°{minutes + seconds / 60:06.3f}'"
    else:
        text = f"{degrees:0{pad}d} {minutes + seconds / 60:06.3f}"
    if kind in (3, 4) and random.random() < 0.15:
        return ("-" if random.random() < 0.5 else "+") + text
    return letter + random.choice(("", " ")) + text if random.random() < 0.3 else text + letter


def _date(random):
    day, month, year = random.randrange(1, 32), random.choice(MONTHS), random.randrange(2008, 2032)
    return random.choice((f"{day:02d}{month}{year}", f"{day:02d}{month}{year}", f"{day:02d} {month} {year}",
                          f"{month} {day:02d} {year}", f"{random.randrange(1, 13):02d}/{day:02d}/{year}",
                          f"{year}-{random.randrange(1, 13):02d}-{day:02d}", f"{day:02d}{month}{year % 100:02d}"))


def _measure(random):
    unit = random.choice(("FT", "FT", "M", "KM", "NM", "NM", "SM", "MM", "KT", "", "°", "°", "'"))
    kind = random.randrange(5)
    number = (f"{random.randrange(0, 10)}" if kind == 0 else f"{random.randrange(0, 400)}" if kind < 3
              else f"{random.randrange(0, 30000)}")
    if unit in ("KM", "NM", "SM") or random.random() < 0.15:
        number = f"{random.random() * 30:.{random.choice((1, 1, 2))}f}"
    sign = random.choice(("", "", "", "", "-", "+"))
    return sign + number + random.choice(("", "", "", " ")) + unit


def _clock(random):
    hour, minute, second = random.randrange(24), random.randrange(60), random.randrange(60)
    return random.choice((f"{hour:02d}:{minute:02d}:{second:02d}", f"{hour:02d}:{minute:02d}:{second:02d}",
                          f"{hour:02d}{minute:02d}{second:02d}Z", f"{hour:02d}:{minute:02d}:{second:02d}Z",
                          f"UTC{random.choice('+-')}{random.randrange(13)}.{random.choice('005')}"))


def _grid(random):
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    digits = random.choice((4, 5))
    return (f"{random.randrange(1, 61)}{random.choice(letters)} {random.choice(letters)}{random.choice(letters)} "
            f"{random.randrange(10 ** digits):0{digits}d} {random.randrange(10 ** digits):0{digits}d}")


def _any(random):
    characters = "0123456789" * 4 + "ABCDEFGHIJKLMNPQRSTUVWXYZ" + ":.-" * 2
    return "".join(random.choice(characters) for _ in range(random.randrange(1, 13)))


def written(random):
    """A line, of capitals, figures and signs; an O is written as 0 or O alike."""
    kind = random.random()
    if kind < 0.36:
        return _angle(random, random.choice((90, 180)))
    if kind < 0.60:
        return _measure(random)
    if kind < 0.70:
        return _date(random)
    if kind < 0.80:
        return _clock(random)
    if kind < 0.84:
        return _grid(random)
    if kind < 0.91:
        word = random.choice(WORDS)
        return word if random.random() < 0.5 else word + " " + _measure(random)
    return _any(random)

"""What fuzzing begins with: a good example of each kind of text, and the words that mean something in them."""

from pathlib import Path

from lnet.store.connect import SCHEMA_VERSION

SENTENCES = (
    "yesterday: coffee with Ada Lovelace and Grace H. about query plans; me: send paper by fri; learned: EXPLAIN #sql",
    "last fri, zoom w/ kim; them: data by 12 mar; next: in 3 weeks; g3: half; done: p7; ask: why?; gave: advice",
    "@pycon lunch with \\Ada and Zoe Park about 2024; feedback: clearer +writing",
    "on 2026-06-12 Will emailed me",
)
DATES = (
    "2026-06-12",
    "3 days ago",
    "two weeks ago",
    "last fri",
    "fri 13 jun 2026",
    "12 Mar",
    "03/04/2026",
    "end of month",
    "in 3 weeks",
    "fri 15:00",
    "2w",
    "never",
    "1y",
    "30d",
    "end of feb 2027",
    "2026-06-12T08:30:00Z",
    "12.6.26",
)
CARDS = ("Wei Chen <w@x.org> (ETH) #indexes: wants the slides", "Zoe Park, Acme, zoe@x.org, +49 30 1234567")

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Lovelace,https://www.linkedin.com/in/ada,ada@example.org,Analytical Engines,"Mathematician, first",12 Mar 2024
Grace,Hopper,,,,,"Mar 3, 2023"
"""
MESSAGES = """CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT
1,,Ada Lovelace,https://www.linkedin.com/in/ada,Grace Hopper,https://www.linkedin.com/in/g,2026-05-01 08:30:00 UTC,Hi,x
"""
VCARD = """BEGIN:VCARD
VERSION:3.0
N:Lovelace;Ada;;Dr.;
FN:Ada Lovelace
EMAIL;TYPE=INTERNET,WORK:ada@example.org
TEL;TYPE=CELL:+44 20 7946 0000
BDAY:--12-10
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:first =E2=80=93 of all=
 lines
END:VCARD
"""
ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
END:VTIMEZONE
BEGIN:VEVENT
UID:1@example.org
DTSTART;TZID=Europe/Berlin:20260601T090000
DTEND;TZID=Europe/Berlin:20260601T100000
RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO
SUMMARY:Query plans
ORGANIZER;CN=Ada Lovelace:mailto:ada@example.org
ATTENDEE;CN="Hopper, Grace";PARTSTAT=ACCEPTED:mailto:grace@example.org
END:VEVENT
END:VCALENDAR
"""
MBOX = """From ada@example.org Mon Jun  1 09:00:00 2026
From: =?utf-8?q?Ada_Lovelace?= <ada@example.org>
To: "Hopper, Grace" <grace@example.org>, ravi@example.org
Date: Mon, 1 Jun 2026 09:00:00 +0200
Message-ID: <1@example.org>
Subject: Query plans
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

EXPLAIN first=20
--b--
"""
TABLE = """Name;Nickname;E-mail 1 - Value;Organization;Phone;Birthday;Notes;Tags
Ada Lovelace;Countess;ada@example.org;Analytical Engines;+44 20 7946 0000;1815-12-10;'=first;sql, maths
"""
GOOGLE = """First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Birthday,Organization Name
Ada,,Lovelace,* myContacts ::: Friends,* Work,ada@example.org ::: a@x.org,1815-12-10,Analytical Engines
"""
STAMPS = '"created_on":"2026-06-15","created_at":"2026-06-15T08:30:00.000Z","updated_at":"2026-06-15T08:30:00.000Z"'
JSON = f"""{{
"schema": "lnet.store/{SCHEMA_VERSION}", "exported_at": "2026-06-15T08:30:00.000Z", "lnet_version": "0.1.0",
"device": {{"uid": "01a21bc2-6e9c-7881-9b5e-e25e8a4f5c86", "name": ""}},
"data": {{
"goal": [{{"id":1,"uid":"01a21bc2-6f01-70be-9961-44fd0626bdc1",{STAMPS},"title":"Query plans","key":"query plans",
"why":null,"criteria":null,"area":null,"status":"active","every_days":14,"target_on":null,"reviewed_on":null,
"snooze_until":null,"snoozed_on":null,"next_step":null,"obstacle":null,"closed_on":null}}],
"participant": [{{"id":1,"uid":"01a21bc2-7276-7fdb-8d9c-31bf8419c402",{STAMPS},"interaction_id":1,"contact_id":1}}]
}}
}}"""
MONICA = """{"version": "1.0-preview.1", "account": {"data": [{"count": 1, "type": "contact", "values": [{"uuid": "1",
"properties": {"first_name": "Ada", "last_name": "Lovelace", "created_at": "2024-01-01T00:00:00Z"}, "data": []}]}]}}"""
FRIENDS = """### Activities:
- 2026-06-01: Coffee with **Ada Lovelace** about _query plans_. @sql
### Friends:
- Ada Lovelace (a.k.a. Countess) [London] @maths
### Locations:
- London
"""
FILES = (LINKEDIN, MESSAGES, VCARD, ICS, MBOX, TABLE, GOOGLE, JSON, MONICA, FRIENDS)

# What long runs have found, to begin with the next time.
FOUND = (
    VCARD.replace("WORK", "®±").encode("latin-1"),
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Ada\xbf\nEMAIL;TYPE=INTERNET,\xae\xb1:ada\nNOTE;CHARSET=UTF-8:=E2=80=93\nEND:VCARD\n",
    MONICA.replace('"Ada"', '"Ada \\ud83c"').encode(),
)

# What tells something to one of the readers.
WORDS = (
    "yesterday", "last ", "ago", "in ", "fri", "mar", "end of ", "2026-06-12", "2026-02-30", "15:00", " by ", " with ",
    " and ", " about ", "Ada", "Lovelace", "Will", "@pycon", "#sql", "+x", "me:", "next:", "done:", "p7", ";", "\\",
    "30d",
    '"', '""', "\r\n", "\n\n", ",", ";", "\t", ":::", "First Name", "Last Name", "Connected On", "URL", "Email Address",
    "BEGIN:", "END:", "VCARD", "VEVENT", "VERSION:", "FN:", "N:", "BDAY:", "TZID=", "RRULE:", "FREQ=", "DTSTART",
    "UID:",
    "ENCODING=b:", "PHOTO", "From ", "From:", "Date:", "Message-ID:", "Content-Type:", "boundary=", "=?utf-8?b?", "=?=",
    "\ufeff", "\x00", "\u2028", "\u0301", "\u200d", "Ω", "İ", "ß", "9" * 30, "null", "[", "]", "{", "}", "1e999", "---",
    "\\ud800", "\\u0000", "[[[[[[[[",
)  # fmt: skip


def seeds(target: str) -> list[bytes]:
    """What a target begins with; every importer with files of all kinds, and with those of its own tests."""
    if not target.startswith("import"):
        return [text.encode() for text in {"sentence": SENTENCES, "pocketful": CARDS}.get(target, DATES)]
    tests = Path(__file__).parents[1]
    own = [path for path in sorted(tests.rglob("*")) if path.is_file() and path.parent.name in ("files", "fixtures")]
    return [
        *(text.encode() for text in FILES),
        *FOUND,
        *(path.read_bytes() for path in own if path.stat().st_size < 65_536),
    ]

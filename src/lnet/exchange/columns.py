"""Which field of a person a column of somebody's own table holds: as the command line says, else by its title."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lnet.domain.names import key
from lnet.errors import BadInputError

FIELDS = (
    "name", "first_name", "middle_name", "last_name", "nickname", "email", "phone", "url", "handle", "organisation",
    "title", "field", "location", "topic", "role", "aim", "birthday", "met_on", "how_met", "circle", "every", "note",
    "extra",
)  # fmt: skip
NAMES = ("name", "first_name", "last_name")
# Titles by their key, hyphens and underscores as spaces. English first, then German, French, Spanish.
TITLES = {
    "name": "name, full name, display name, contact, contact name, person, nom complet, nombre completo, nombre y"
    " apellidos, vollstandiger name",
    "first_name": "first name, given name, firstname, forename, first, vorname, prenom, nombre",
    "middle_name": "middle name, middlename, additional name, zweiter vorname",
    "last_name": "last name, family name, lastname, surname, last, nachname, familienname, nom, nom de famille,"
    " apellido, apellidos",
    "nickname": "nickname, nicknames, nick, alias, aka, spitzname, surnom, apodo",
    "email": "email, emails, e mail, mail, email address, e mail address, email addresses, e mail adresse, courriel,"
    " adresse e mail, adresse mail, adresse de messagerie, correo, correo electronico",
    "phone": "phone, phones, telephone, tel, phone number, telephone number, mobile, mobile number, cell, cell phone,"
    " telefon, telefonnummer, telefonnr, haupttelefon, autotelefon, handy, mobil, mobiltelefon, telefono, movil,"
    " portable, tel mobile, telephone mobile",
    "url": "url, urls, website, web, web site, homepage, web page, link, profile, linkedin, linkedin url, github,"
    " webseite, internetseite, site web, page web, sitio web, pagina web",
    "handle": "handle, handles, im, twitter, mastodon, skype, slack, telegram, signal, matrix",
    "organisation": "organisation, organization, company, employer, org, firm, works at, firma, unternehmen,"
    " arbeitgeber, entreprise, societe, empresa, organizacion",
    "title": "title, job title, job, position, job position, position title, jobtitle, titel, beruf, poste, fonction,"
    " titre professionnel, cargo, puesto",
    "field": "field, profession, industry, discipline, fachgebiet, branche, domaine, sector",
    "location": "location, city, town, place, country, ort, stadt, land, ville, pays, ciudad, pais, lieu",
    "topic": "topic, topics, tag, tags, labels, label, categories, category, interests, keywords, skills, thema,"
    " themen, schlagworte, kategorien, sujets, etiquettes, temas, etiquetas",
    "role": "role, roles",
    "aim": "aim, aims",
    "birthday": "birthday, birth date, birthdate, date of birth, dob, born, geburtstag, geburtsdatum, anniversaire,"
    " date de naissance, cumpleanos, fecha de nacimiento",
    "met_on": "met on, first met, met date, date met, kennengelernt am",
    "how_met": "how met, how we met, met at, met, where we met, source, kennengelernt",
    "circle": "circle",
    "every": "every, every days, cadence",
    "note": "note, notes, comment, comments, remarks, description, notiz, notizen, bemerkung, bemerkungen, remarques,"
    " commentaires, notas, comentarios",
    "extra": "extra",
}
KNOWN = {title: field for field, titles in TITLES.items() for title in titles.split(", ")}
SORTS = {"work": "work", "office": "work", "business": "work", "home": "home", "private": "home", "personal": "home",
         "mobile": "mobile", "cell": "mobile", "other": "other", "main": "main", "primary": "primary",
         "secondary": "secondary", "geschaftlich": "work", "dienstlich": "work", "bureau": "work", "trabajo": "work",
         "privat": "home", "domicile": "home", "casa": "home", "mobil": "mobile", "mobiltelefon": "mobile",
         "weiteres": "other", "autre": "other", "otro": "other"}  # fmt: skip

LABELLED = ("email", "phone", "url")


class Column(NamedTuple):
    """What a column holds: the field, and of an address its label, if the title has one ("work email")."""

    field: str
    label: str | None = None


def read_map(texts: Iterable[str]) -> dict[str, str]:
    """What `--map "Name=name,Mail=email"` says: the fields by the titles of their columns.

    Raises BadInputError for what is no pair, and for a field that there is none.
    """
    found: dict[str, str] = {}
    for pair in (pair for text in texts for pair in text.split(",") if pair.strip()):
        title, equals, wanted = (part.strip() for part in pair.rpartition("="))
        if not equals or not title:
            raise BadInputError(f"--map '{pair.strip()}' is no pair", 'such as --map "Name=name,Mail=email"')
        found[title] = target(wanted)
    return found


def target(text: str) -> str:
    """The field of that name, or of one that a column could have ("tags" are topics)."""
    plain = text.strip().casefold()
    found = plain if plain in FIELDS else KNOWN.get(spaced(plain))
    if found is None:
        raise BadInputError(f"--map knows no field '{text}'", f"fields: {', '.join(FIELDS)}")
    return found


def spaced(title: str) -> str:
    """The form in which titles compare: no case, no accents, hyphens and underscores as spaces."""
    return " ".join(key(title.replace("_", " ")).replace("-", " ").split())


def by_title(title: str) -> Column | None:
    """What a column of this title holds; None for nothing that is certain.

    "Work e-mail", "Phone (home)" and "E-mail 2" are addresses with a label, or without one.
    """
    plain = spaced(title)
    if plain in KNOWN:
        return Column(KNOWN[plain], SORTS.get(plain))
    words = [word for word in plain.split() if not word.isdigit()]
    field = KNOWN.get(" ".join(word for word in words if word not in SORTS) or " ".join(words), "")
    label = next((SORTS[word] for word in words if word in SORTS), None)
    return Column(field, label) if field in LABELLED else None


def columns(header: Sequence[str], said: Mapping[str, str]) -> dict[str, Column]:
    """The columns of a table that hold a field, by their titles in small letters: those that were said, then by title.

    Where the command line says which column holds a field of which there is one, no other does.
    """
    wanted = {title.casefold(): Column(field) for title, field in said.items()}
    found: dict[str, Column] = {}
    for title in header:
        column = wanted.get(title.casefold()) or by_title(title)
        if column and (title.casefold() in wanted or column.field not in said.values()):
            found.setdefault(title.casefold(), column)
    return {title: column for title, column in found.items() if column.field != "extra"}

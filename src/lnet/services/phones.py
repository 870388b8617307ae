"""Telephone numbers in the one form in which two spellings of them are equal, whatever country they were typed in."""

import re
from functools import lru_cache

from lnet.domain.addresses import address_key
from lnet.errors import BadInputError

# A whole number without anything that may have to go: no (0), no trunk prefix behind the country code, no extension.
WHOLE = re.compile(r"\+[1-9](?:[0-9]|[ ./-](?=[1-9])){6,24}")


@lru_cache(maxsize=32_768)  # an import asks for the same address again and again
def reach_key(kind: str, value: str, region: str | None) -> str:
    """The form in which two spellings of an address are equal: `address_key`, but for telephone numbers E.164.

    A number without its country code is taken for one of `region` (two letters: "DE"), and stays as it is where there
    is none: with "DE", "0171 1234567" is "+491711234567". An extension stands behind it, so that a company's number is
    nobody's own. Raises BadInputError for a region that does not exist.
    """
    plain = address_key(kind, value)
    if kind != "phone" or WHOLE.fullmatch(value) or not (region or plain.startswith("+")):
        return plain
    return whole_number(value, region) or plain


def whole_number(value: str, region: str | None) -> str | None:
    """A number in E.164 form, its extension behind it; None for what is no possible number."""
    import phonenumbers  # its tables take a tenth of a second, which is worth it only where there is a number to read

    if region and region not in phonenumbers.SUPPORTED_REGIONS:
        raise BadInputError(f"phone_region is '{region}', which is no country", "two letters, such as DE or US")
    typed = value if region or "+" in value else f"+{value.lstrip()[2:]}"  # 0049 is +49 anywhere
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{whole} ext {number.extension}" if number.extension else whole

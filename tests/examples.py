"""How many examples of a property are tried: a few every day, ten times as many with `--hypothesis-profile long`."""

from hypothesis import HealthCheck, settings

EVERY_DAY, LONG = "lnet", "long"
USUAL = 100
TO_SUPPRESS = [HealthCheck.too_slow, HealthCheck.data_too_large]  # no test measures time, on a busy machine neither

settings.register_profile(EVERY_DAY, deadline=None, suppress_health_check=TO_SUPPRESS, max_examples=USUAL)
settings.register_profile(LONG, settings.get_profile(EVERY_DAY), max_examples=10 * USUAL)


def examples(number: int) -> settings:
    """So many examples every day: few where one example costs more than some milliseconds."""
    return settings(max_examples=number * settings().max_examples // USUAL)

"""How the stateful tests run: no clock, no database of examples beside the checkout, no health check on a slow disk."""

from hypothesis import HealthCheck, Phase, settings


def histories(examples, steps, phases=tuple(Phase), derandomize=False):
    """Return settings for so many examples of so many steps."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        print_blob=False,
        database=None,
        derandomize=derandomize,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )

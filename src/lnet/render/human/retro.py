"""A look back at a project, as people read it."""

from lnet.render.human.project import head
from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.services.retro import Retro


def looked_back(result: Retro, screen: Screen) -> None:
    """A look back: what was said, and the insights it yielded."""
    screen.line(*head("Looked back at", result.project))
    for line in (result.project.retrospective or "").splitlines():
        screen.line(line, indent=2)
    for insight in result.insights:
        goal = Styled(f", for {insight.goal}" if insight.goal else "", "dim")
        screen.line("learned ", Styled(insight.ref, "ref"), f"  {insight.text}", goal, indent=2)
    closing(screen, result.warnings)

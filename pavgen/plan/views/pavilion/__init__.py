"""Views of a pavilion's pages."""

from pavgen.plan.views.pavilion.home import EventHome, VenueView

__all__ = ["EventHome", "VenueView"]

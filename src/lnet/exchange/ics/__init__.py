"""iCalendar (RFC 5545): meetings in, and what lnet knows of the days to come out."""

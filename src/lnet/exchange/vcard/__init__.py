"""vCard 2.1, 3.0 and 4.0: a tolerant reader, and a writer of 3.0 and 4.0.

`lines` unfolds a file and parts it into cards, `properties` takes a line apart, `person` makes somebody of a card, and
`reader` goes through a file. `writer` gives everybody back, with what came and has no field here as it came.
"""

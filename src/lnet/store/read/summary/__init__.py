"""What a summary tells, read in a fixed number of statements whatever the size of the network.

Every list is cut to as many as a page can hold, and the number of it is counted beside, up to five hundred. For other
readers than oneself what must not be told is left out here, in the conditions, so that the numbers leave it out too:
people never shared and what was done with them, private conversations and what came of them, feedback that is not
shareable, what others owe me.
"""

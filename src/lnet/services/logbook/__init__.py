"""The log: from a sentence to a conversation, with all that was promised, learned and asked in it.

`hear` understands, `record` stores, `aftermath` says what it did, `amend` says the last log again.
"""

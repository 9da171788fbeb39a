"""The engine: clauses over dependency trees, the actors in them, and the frames that match."""

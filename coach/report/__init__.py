"""The bilan of a rehearsal, made to be handed in: one page of facts, written as HTML, CSV or PDF."""

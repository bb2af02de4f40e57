"""(transcript, grid) in; an evaluation with its evidence out. Pure and deterministic."""

"""(scenario, state, reading) in; (state, replies, events) out. Pure and deterministic."""

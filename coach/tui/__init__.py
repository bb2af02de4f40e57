"""The terminal interface (Textual). Draws the session's events; decides nothing."""

"""The format, described once as data: the conversion, the JSON Schema and the reference come from it."""

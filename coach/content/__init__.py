"""Files in; objects of the core, or a list of located problems, out."""

"""A French utterance in, a Reading out. Pure: no file, no clock, no screen."""

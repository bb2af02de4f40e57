"""One function per kind of indicator: (talk, indicator) in, a finding with its evidence out."""

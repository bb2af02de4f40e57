"""The two faces of the interface: the same restrained palette, by night and by day."""

from textual.theme import Theme

DARK = Theme(
    name="coach-sombre",
    primary="#7fb3d5",
    secondary="#c9a86a",
    accent="#e0b973",
    foreground="#e6e4df",
    background="#14171c",
    surface="#1b1f26",
    panel="#232831",
    success="#8fbf8f",
    warning="#e0b973",
    error="#e08a7d",
    dark=True,
    variables={"block-cursor-background": "#2f4a5e", "block-cursor-foreground": "#ffffff"},
)
LIGHT = Theme(
    name="coach-clair",
    primary="#1f5f8b",
    secondary="#7a5a12",
    accent="#8a5a00",
    foreground="#22252a",
    background="#faf8f4",
    surface="#f2efe8",
    panel="#e7e2d8",
    success="#2f6b3a",
    warning="#8a5a00",
    error="#a3372a",
    dark=False,
    variables={"block-cursor-background": "#1f5f8b", "block-cursor-foreground": "#ffffff"},
)

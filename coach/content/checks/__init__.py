"""What the shape of a file cannot show: each module notes the problems of one concern on a `Source`."""

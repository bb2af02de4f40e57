"""What is said aloud: ports, and the adapters that reach them. Optional; nothing here loads until asked."""

"""Loading and checking folders of knowledge, whole or only what changed."""

"""An answer for people and programs: in words, as JSON, as a picture."""

"""Reading what people say with much around it: the words of a measure anywhere in the sentence, the country meant.

A strict reading explains every word; this one asks only whether the figures agree with a likely reading. Agreement
is evidence that the reading is right; disagreement needs the whole core of the claim (see `judging`).
"""

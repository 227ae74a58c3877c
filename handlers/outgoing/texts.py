"""The texts that the bot says of itself, as Telegram HTML, in English; verdicts are worded in reasoning.

Where a text is used, `say(...)` puts it into the language of the chat.
"""

from __future__ import annotations

from i18n.language import say_plural, translatable

START = translatable(
    "Hello! Send me a sentence with a number in it, or forward a post, and I'll work out whether it adds up.\n\n"
    "Try: <i>Mexico has 700 million people</i>\n\n"
    "In a group, reply to a message with /check, or mention me. More: /help"
)
HELP = translatable(
    "<b>Here</b>: send or forward a text, a caption, or a .txt file of up to 1 MB.\n"
    "<b>In a group</b>: reply to a message with /check, write /check and the claim, or mention me. "
    "I say nothing unless asked.\n\n"
    "A forwarded post is judged as of the day it was written. If you edit your message, my reply follows.\n"
    "Under a reply, <b>Working</b> shows the arithmetic and <b>Sources</b> where the figures come from.\n\n"
    "I judge the arithmetic, not the truth, and no person.\n\n"
    "/sources who publishes my figures · /corrections · /lang · /settings for groups · /privacy what I keep"
)
PRIVACY = translatable(
    "<b>What I keep</b>\n"
    "• Your message: only until I have answered it. If I am stopped before that, it waits for me, for a day at most. "
    "What I delete is overwritten on my disk within the hour.\n"
    "• For 30 days, so that the buttons work and edits find my reply: my reply, in which “…” takes the place of every "
    "word that is neither mine nor a name or measure in my figures, its language, a digest of it to know the same "
    "claim again, the numbers of the chat, the messages and the person who asked, and, of a forwarded post, whom it "
    "came from. "
    "Never the message itself: to change a claim I may ask for it again.\n"
    "• For 30 days: what you said is wrong with a reply, as misread, figure or reasoning, with your number and the "
    "claim as I keep it. My owners see how many said so, not who.\n"
    "• For two days: the running numbers of updates, so that nothing is answered twice.\n"
    "• What you or your group chose: language, length, topics, watch, silence. Of a group until I am removed from it.\n"
    "• Where a group's admins switched on watch: of messages that I do not answer, nothing.\n"
    "• Which figures I lacked, of names that I have or of somebody I don't know, and how often; and how many texts a "
    "day I left open, and why: not whose, nor in which words.\n"
    "• Of corrected figures: what they were and are, and how many replies changed.\n"
    "• Of my owners' changes to the figures: who, when and what.\n\n"
    "Nothing else, and nothing goes to anyone but Telegram.\n\n"
    "/deletemydata deletes what is yours at once. /stop does too, and I stay silent until /start."
)
ESTIMATES = translatable("estimates, not checked")
SOURCES = translatable("<b>Where my figures come from</b>")
MORE_SOURCES = translatable("… and {count} more. <b>Sources</b> under a reply names the ones it used.")

WHAT_I_DO = translatable("Send me a claim with a number in it, such as <i>Mexico has 700 million people</i>.")
NOTHING_TO_CHECK = translatable("I see no number here that I could check.")
NO_TEXT = translatable(
    "There is no text in this that I could check. "
    "Send me a claim with a number in it, such as <i>Mexico has 700 million people</i>."
)
NO_TEXT_THERE = translatable("There is no text in that message that I could check.")
NOTHING_ASKED = translatable("Reply to a message with /check, or write /check and the claim after it.")
OWN_REPLY = translatable("That is my own reply. Use /check on the message that makes the claim.")
UNKNOWN_COMMAND = translatable(
    "I don't have that command. Send me a claim with a number in it, such as "
    "<i>Mexico has 700 million people</i>. More: /help"
)
FILE_TOO_LARGE = translatable("That file is too large for me: I read .txt files of up to 1 MB.")
FILE_NOT_TEXT = translatable("I can't read that kind of file. I read .txt files of up to 1 MB, or the text itself.")
FILE_GONE = translatable("I couldn't get that file from Telegram. Please send it again.")
FORWARDED = translatable("<i>Forwarded from {name}, {day}</i>")

WORKING = translatable("Working")
SOURCES_BUTTON = translatable("Sources")
BACK = translatable("« Back")
NOT_YOURS = translatable("Only the person who asked, or an admin of this chat, can turn this reply over.")
OLD_BUTTON = translatable(
    "I no longer have what this button shows: I keep it for 30 days. Send the claim again for a fresh answer."
)
GONE = translatable("That reply is gone. Send the claim again for a fresh answer.")
UNKNOWN_BUTTON = translatable("This button is from another version of me. Send the claim again for a fresh answer.")

MISREAD = translatable("Misread")
A_FIGURE = translatable("A figure")
REASONING = translatable("The reasoning")
ADMINS_ONLY = translatable("Only an admin of the group can do this.")

FAILED = translatable("Something went wrong on my side, and I couldn't answer this. Please try again later.")
UNSURE = translatable("My reply may have been lost on its way. If you don't see it, please send that again.")

FIGURES_NOT_YOURS = translatable(
    "Only my owners can change my figures. I can check claims, though: send me one as a text or .txt file."
)
RELOADED = translatable("Reloaded: now version <code>{version}</code>.")
UNCHANGED = translatable("Nothing has changed: still version <code>{version}</code>.")
NOT_RELOADED = translatable("Not reloaded; I go on with the figures I have. {count}:")
REFUSED = translatable("I can't take this file, and nothing has changed. {count}:")
MORE = translatable("… and {count} more")
DIFFERENCE = translatable("<b>{name}</b> would make {count}:")
NO_DIFFERENCE = translatable("<b>{name}</b> would change nothing: I have all of that already.")
APPLY = translatable("Apply")
DISCARD = translatable("Discard")
APPLIED = translatable("Applied <b>{name}</b>: {count}, version <code>{version}</code>.")
DISCARDED = translatable("Discarded <b>{name}</b>. Nothing has changed.")
NOT_WAITING = translatable("That is no longer waiting for an answer. Please begin again.")
FIGURES_TOO_LARGE = translatable("That file is too large: a file of figures may be up to 1 MB.")
NOT_KEPT = translatable("I couldn't write that into the owners' folder, so nothing has changed.")

DESCRIPTION = translatable(
    "Send me a sentence with a number in it, or forward a post, and I work out whether it adds up: with the "
    "arithmetic, the figures' dates and who publishes them. In a group, reply to a message with /check."
)
SHORT_DESCRIPTION = translatable("Works out whether a number adds up. Send a claim, or /check in a group.")

COMMANDS = (
    ("check", translatable("Check the message you reply to, or the claim you write")),
    ("help", translatable("How to use me")),
    ("sources", translatable("Who publishes my figures")),
    ("corrections", translatable("Figures that were corrected")),
    ("settings", translatable("What a group's admins can choose")),
    ("lang", translatable("The language I speak")),
    ("privacy", translatable("What I keep")),
    ("deletemydata", translatable("Delete what I keep of you, at once")),
    ("stop", translatable("Forget this chat, and be silent until /start")),
)


def count_changes(number: int) -> str:
    """Returns a number of changes in words.

    >>> count_changes(1), count_changes(1200)
    ('1 change', '1,200 changes')
    """
    return say_plural("{number} change", "{number} changes", number)


def count_mistakes(number: int) -> str:
    """Returns a number of mistakes in words."""
    return say_plural("{number} mistake", "{number} mistakes", number)


def count_tables(number: int) -> str:
    """Returns a number of tables in words."""
    return say_plural("{number} table", "{number} tables", number)

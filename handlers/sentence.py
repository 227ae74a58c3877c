"""Every sentence the bot says of itself, as Telegram HTML. Verdicts are worded in reckoning; these are all the rest."""

START = (
    "Hello! Send me a sentence with a number in it, or forward a post, and I'll work out whether it adds up.\n\n"
    "Try: <i>Mexico has 700 million people</i>\n\n"
    "In a group, reply to a message with /check, or mention me. More: /help"
)
HELP = (
    "<b>Here</b>: send or forward a text, a caption, or a .txt file of up to 1 MB.\n"
    "<b>In a group</b>: reply to a message with /check, write /check and the claim, or mention me. "
    "I say nothing unless asked.\n\n"
    "A forwarded post is judged as of the day it was written. If you edit your message, my reply follows.\n"
    "Under a reply, <b>Working</b> shows the arithmetic and <b>Sources</b> where the figures come from.\n\n"
    "I judge the arithmetic, not the truth, and no person.\n\n"
    "/sources who publishes my figures · /privacy what I keep"
)
PRIVACY = (
    "<b>What I keep</b>\n"
    "• Your message: only until I have answered it. If I am stopped before that, it waits for me, for a day at most. "
    "What I delete is overwritten on my disk within the hour.\n"
    "• For 30 days, so that the buttons work and edits find my reply: what I read in the message (the claim's numbers, "
    "names and arithmetic), the verdict, the numbers of the chat, the messages and the person who asked, and, of a "
    "forwarded post, whom it came from. Never the message itself.\n"
    "• For two days: the running numbers of updates, so that nothing is answered twice.\n"
    "• What a chat has set for itself, if anything.\n"
    "• Which figures I lacked, and how often they were asked for: not by whom, nor in which words.\n"
    "• Of my owners' changes to the figures: who, when and what.\n\n"
    "Nothing else, and nothing goes to anyone but Telegram."
)
SOURCES = "<b>Where my figures come from</b>"
MORE_SOURCES = "… and {count} more. <b>Sources</b> under a reply names the ones it used."

WHAT_I_DO = "Send me a claim with a number in it, such as <i>Mexico has 700 million people</i>."
NOTHING_TO_CHECK = "I see no number here that I could check."
NO_TEXT = "There is no text in this that I could check. " + WHAT_I_DO
NO_TEXT_THERE = "There is no text in that message that I could check."
NOTHING_ASKED = "Reply to a message with /check, or write /check and the claim after it."
OWN_REPLY = "That is my own reply. Use /check on the message that makes the claim."
UNKNOWN_COMMAND = "I don't have that command. " + WHAT_I_DO + " More: /help"
FILE_TOO_LARGE = "That file is too large for me: I read .txt files of up to 1 MB."
FILE_NOT_TEXT = "I can't read that kind of file. I read .txt files of up to 1 MB, or the text itself."
FILE_GONE = "I couldn't get that file from Telegram. Please send it again."
FORWARDED = "<i>Forwarded from {name}, {day}</i>"

WORKING = "Working"
SOURCES_BUTTON = "Sources"
BACK = "« Back"
NOT_YOURS = "Only the person who asked, or an admin of this chat, can turn this reply over."
OLD_BUTTON = "I no longer have what this button shows: I keep it for 30 days. Send the claim again for a fresh answer."
GONE = "That reply is gone. Send the claim again for a fresh answer."
UNKNOWN_BUTTON = "This button is from another version of me. Send the claim again for a fresh answer."

FAILED = "Something went wrong on my side, and I couldn't answer this. Please try again later."
UNSURE = "My reply may have been lost on its way. If you don't see it, please send that again."

FIGURES_NOT_YOURS = (
    "Only my owners can change my figures. I can check claims, though: send me one as a text or .txt file."
)
RELOADED = "Reloaded: now version <code>{version}</code>."
UNCHANGED = "Nothing has changed: still version <code>{version}</code>."
NOT_RELOADED = "Not reloaded; I go on with the figures I have. {count}:"
REFUSED = "I can't take this file, and nothing has changed. {count}:"
MORE = "… and {count} more"
DIFFERENCE = "<b>{name}</b> would make {count}:"
NO_DIFFERENCE = "<b>{name}</b> would change nothing: I have all of that already."
APPLY = "Apply"
DISCARD = "Discard"
APPLIED = "Applied <b>{name}</b>: {count}, version <code>{version}</code>."
DISCARDED = "Discarded <b>{name}</b>. Nothing has changed."
NOT_WAITING = "That is no longer waiting for an answer. Please begin again."
FIGURES_TOO_LARGE = "That file is too large: a file of figures may be up to 1 MB."
NOT_KEPT = "I couldn't write that into the owners' folder, so nothing has changed."

COMMANDS = (
    ("check", "Check the message you reply to, or the claim you write"),
    ("help", "How to use me"),
    ("sources", "Who publishes my figures"),
    ("privacy", "What I keep"),
)


def count(number: int, one: str, many: str) -> str:
    """
    >>> count(1, "figure", "figures"), count(1200, "figure", "figures")
    ('1 figure', '1,200 figures')
    """
    return f"{number:,} {one if number == 1 else many}"

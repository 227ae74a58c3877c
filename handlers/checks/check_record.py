"""What is stored of an answered check, so that its buttons and the edits of its message find it."""

from __future__ import annotations

from handlers.checks import duplicate_claims
from handlers.checks.check_request import CheckRequest
from handlers.checks.stored_answer import is_of_library, serialize_answer
from handlers.incoming import forward_origin
from handlers.services import Services
from i18n.language import current_language
from reasoning.model.answer import Answer
from storage import Check, new_check_id


def build_record(request: CheckRequest, answer: Answer, services: Services) -> Check:
    """Returns what is stored of an answer. The place of the reply is still empty: it is known once that is sent."""
    origin = forward_origin.find_forward_origin(request.target)
    return Check(
        id=new_check_id(),
        chat_id=request.target.chat.id,
        message_id=request.target.message_id,
        reply_message_id=0,
        asker_id=request.asker_id,
        library_version=answer.library_version,
        answer=serialize_answer(answer, services.live_library.library),
        created=services.clock(),
        origin=origin.format_line() if origin else "",
        parts=request.parts,
        claim=duplicate_claims.digest_answer(answer, request.target),
        language=current_language(),
    )


async def count_what_lacks(answer: Answer, services: Services) -> None:
    """Counts, for /unsettled, a text that is left open by why, and, for /missing, the figures that would settle it."""
    if answer.obstacle is not None:
        await services.storage.open_texts.count(answer.obstacle.value, services.today)
    library = services.live_library.library
    # The name of somebody whom the library doesn't know would be the message's; it is "" in a series.
    missing = [series for series in list_missing_series(answer) if is_of_library(".".join(series), library)]
    if missing:
        await services.storage.missing_figures.count_requests(missing, services.today)


def list_missing_series(answer: Answer) -> tuple[tuple[str, str], ...]:
    """Returns the (entity id, measure id) of every series that a claim of the answer lacks a figure of."""
    wanted = dict.fromkeys(one for finding in answer.findings for one in finding.wanted)
    return tuple((entity, measure) for entity, _, measure in (one.partition(".") for one in wanted))

"""E-mail: the subject is the headline, the body the text, the sender the outlet; attachments are named, not read."""

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from reportedly.intake.encoding import decode
from reportedly.intake.html import article_of
from reportedly.intake.page import Metadata, Page, Stated, headed
from reportedly.model.errors import DamageError, EmptyError, InputError

PARSING = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def read_mail(data: bytes, path: str) -> Iterator[Page | InputError]:
    """The letter's page, then one refusal for each attachment."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        body = _body(message)
        known = _metadata(message)
        others = list(_attachments(message, body, path))
    except PARSING as error:
        yield DamageError(path, f"e-mail cannot be taken apart: {error}")
        return
    try:
        yield _page(data, path, body, known)
    except InputError as error:
        yield error
    yield from others


def _body(message: EmailMessage) -> EmailMessage | None:
    found = message.get_body(("plain", "html"))
    return found if isinstance(found, EmailMessage) else None


def _page(data: bytes, path: str, body: EmailMessage | None, known: Metadata) -> Page:
    if body is None:
        raise EmptyError(path, "e-mail without a text")
    payload = body.get_payload(decode=True)
    charset = body.get_content_charset()
    text = decode(payload if isinstance(payload, bytes) else b"", path, charset)
    if body.get_content_subtype() == "html":
        text, page = article_of(text, path)
        known = replace(known, marked=page.marked)
    text = headed(text, known.headline)
    return Page(path, data, text, known)


def _metadata(message: EmailMessage) -> Metadata:
    sender, address = parseaddr(_header(message, "From"))
    outlet = sender or address.rpartition("@")[2] or None
    return Metadata(
        headline=" ".join(_header(message, "Subject").split()) or None,
        outlet=outlet,
        published=_date(_header(message, "Date")),
        because=f"e-mail from “{outlet}”" if outlet else "",
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; bytes that no encoding explains become U+FFFD."""
    return str(message.get(name, "")).encode("utf-8", "replace").decode("utf-8")


def _date(value: str) -> Stated | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return Stated(moment.date(), "the e-mail's Date", moment if moment.tzinfo else None)


def _attachments(message: EmailMessage, body: Message | None, path: str) -> Iterator[InputError]:
    """A refusal for each part that is neither the body nor another form of it."""
    for number, part in enumerate(message.walk(), 1):
        kind = part.get_content_type()
        if part.is_multipart() or part is body:
            continue
        name = part.get_filename()
        if name is None and kind in ("text/plain", "text/html"):
            continue
        yield _unread(path, name or str(number), kind)


def _unread(path: str, name: str, kind: str) -> InputError:
    name = name.encode("utf-8", "replace").decode("utf-8")
    return InputError(
        f"{path}#{name}", f"attachment of type '{kind}' not read; give it as a file of its own"
    )

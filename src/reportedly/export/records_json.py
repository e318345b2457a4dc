"""Any record as one line of JSON, as it is: the form of `--json` on the commands that show records."""

import json

import msgspec

from reportedly.export.brief_json import flat
from reportedly.language.characters import encodable


def to_json(record: object, **labels: str) -> str:
    """The record on one line, `labels` before its own fields; citations as `{"report", "start", "end"}`.

    Damaged bytes are shown as U+FFFD, a character for a character, so that offsets hold.
    """
    fields = flat(msgspec.to_builtins(record))
    shown = {**labels, **fields} if isinstance(fields, dict) else fields
    return encodable(json.dumps(shown, ensure_ascii=False))

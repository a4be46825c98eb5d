"""Keeps signed receipts, one line of JSON each, for `rectify audit receipts check`."""

import os
from pathlib import Path
from typing import Any

from google.protobuf.message import Message
from rectify.envelope.v1 import envelope_pb2

from cli.failure import Exit, Failure
from cli.render import print_error
from cli.words import Language, say
from translog.receipt import Held, write_held


def keep(receipt: Message, file: str, lang: Language) -> None:
    """Append a receipt to a file; "" keeps none, and an answer that is no receipt (a dry run's) has none.

    Raises:
        Failure: the file cannot be written; the command stands all the same.
    """
    if not file or not isinstance(receipt, envelope_pb2.Receipt):
        return
    if not receipt.signed:
        print_error(say("receipt_unsigned", lang, command=receipt.command_id))
        return
    line = write_held(held(receipt))
    try:
        with Path(file).open("ab") as out:
            out.write(line)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        why = type(error).__name__
        raise Failure(
            "receipt-not-kept",
            "receipt_unkept",
            lang,
            next_key="receipt_unkept_next",
            where=file,
            exit=Exit.FAILED,
            why=why,
            command=receipt.command_id,
        ) from error


def held(receipt: Any) -> Held:
    """What a caller has in its hand."""
    return Held(receipt.signed.encode(), receipt.checkpoint.encode(), tuple(tuple(one.hashes) for one in receipt.proofs))

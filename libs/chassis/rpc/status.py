"""Refusals as gRPC statuses with rich details, and back: one table for both directions."""

from collections.abc import Iterable
from typing import Any

import grpc
from google.protobuf.any_pb2 import Any as AnyMessage
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo
from google.rpc.status_pb2 import Status
from grpc_status import rpc_status
from rectify.envelope.v1.envelope_pb2 import RefusalDetail

from chassis.refusals import Refused
from kernel.errors import Kind, Refusal

STATUS: dict[Kind, grpc.StatusCode] = {
    Kind.INVALID: grpc.StatusCode.INVALID_ARGUMENT,
    Kind.NOT_FOUND: grpc.StatusCode.NOT_FOUND,
    Kind.CONFLICT: grpc.StatusCode.ABORTED,
    Kind.DENIED: grpc.StatusCode.PERMISSION_DENIED,
    Kind.UNAUTHENTICATED: grpc.StatusCode.UNAUTHENTICATED,
    Kind.BLOCKED: grpc.StatusCode.FAILED_PRECONDITION,
    Kind.EXHAUSTED: grpc.StatusCode.RESOURCE_EXHAUSTED,
    Kind.UNAVAILABLE: grpc.StatusCode.UNAVAILABLE,
    Kind.INTERNAL: grpc.StatusCode.INTERNAL,
}
"""What each kind of refusal is on the wire."""

_DOMAIN = "rectify"
_DETAILS = "grpc-status-details-bin"
# Statuses that gRPC itself gives, without details of ours.
_BARE: dict[grpc.StatusCode, Kind] = {code: kind for kind, code in STATUS.items()} | {
    grpc.StatusCode.DEADLINE_EXCEEDED: Kind.UNAVAILABLE,
    grpc.StatusCode.CANCELLED: Kind.UNAVAILABLE,
    grpc.StatusCode.UNIMPLEMENTED: Kind.NOT_FOUND,
    grpc.StatusCode.ALREADY_EXISTS: Kind.CONFLICT,
    grpc.StatusCode.OUT_OF_RANGE: Kind.INVALID,
}
_BARE_TEXTS: dict[grpc.StatusCode, dict[str, str]] = {
    grpc.StatusCode.UNAVAILABLE: {
        "zh": "服务暂时无法连接",
        "next_en": "check that the service runs and its address is right, then repeat the same command (same id)",
        "next_zh": "请确认服务已启动且地址正确，再以同一命令编号重试",
    },
    grpc.StatusCode.DEADLINE_EXCEEDED: {
        "zh": "已超过调用时限",
        "next_en": "repeat the same command (same id); if it was recorded you get its first answer",
        "next_zh": "请以同一命令编号重试；若已记录，将返回首次结果",
    },
    grpc.StatusCode.RESOURCE_EXHAUSTED: {
        "zh": "消息过大或超出资源限制",
        "next_en": "send less at once",
        "next_zh": "请减少单次发送的内容",
    },
    grpc.StatusCode.UNIMPLEMENTED: {
        "zh": "服务不提供该方法",
        "next_en": "check the names of service and method, and that both sides have the same release",
        "next_zh": "请核对服务与方法名称，并确认双方版本一致",
    },
}


def status_of(refusal: Refusal | Refused) -> Any:
    """The `grpc.Status` to abort a call with: code, English text, and details for programs and for both languages."""
    if isinstance(refusal, Refused):
        texts = refusal.texts
    else:
        texts = {
            "en": refusal.text("en"),
            "zh": refusal.text("zh"),
            "next_en": refusal.next_step("en"),
            "next_zh": refusal.next_step("zh"),
        }
    detail = RefusalDetail(code=refusal.code, field=refusal.field, values=refusal.values, **texts)
    info = ErrorInfo(reason=refusal.code.upper().replace("-", "_"), domain=_DOMAIN, metadata=refusal.values)
    details = [_pack(detail), _pack(info)]
    if refusal.kind is Kind.INVALID and refusal.field:
        violation = BadRequest.FieldViolation(field=refusal.field, description=texts.get("en", ""))
        details.append(_pack(BadRequest(field_violations=[violation])))
    code: int = STATUS[refusal.kind].value[0]
    return rpc_status.to_status(Status(code=code, message=texts.get("en", ""), details=details))


def _pack(message: Any) -> AnyMessage:
    packed = AnyMessage()
    packed.Pack(message)
    return packed


def refused(code: grpc.StatusCode, message: str, metadata: Iterable[tuple[str, Any]]) -> Refused:
    """What a failed call says, as the giver worded it; of a status without our details, as well as can be told."""
    for key, value in metadata:
        if key == _DETAILS:
            for packed in Status.FromString(value).details:
                if packed.Is(RefusalDetail.DESCRIPTOR):
                    detail = RefusalDetail()
                    packed.Unpack(detail)
                    texts = {name: getattr(detail, name) for name in ("en", "zh", "next_en", "next_zh")}
                    kind = _BARE.get(code, Kind.INTERNAL)
                    return Refused(kind, detail.code, field=detail.field, values=detail.values, texts=texts, status=code.name)
    texts = {"en": message or code.name, **_BARE_TEXTS.get(code, {})}
    return Refused(_BARE.get(code, Kind.INTERNAL), _bare_code(code), texts=texts, status=code.name)


def _bare_code(code: grpc.StatusCode) -> str:
    words: dict[grpc.StatusCode, str] = {
        grpc.StatusCode.RESOURCE_EXHAUSTED: "too-large",
        grpc.StatusCode.DEADLINE_EXCEEDED: "deadline-passed",
        grpc.StatusCode.UNIMPLEMENTED: "unknown-method",
    }
    return words.get(code) or str(code.name).lower().replace("_", "-")

"""Why a log is not sealed: what was found is another log than the one that was signed."""

from typing import ClassVar

from kernel.errors import Kind, Refusal


class SealRefused(Refusal):
    """Nothing is signed any more until somebody has looked; `reason` names the alarm."""

    code = "seal-refused"
    kind = Kind.INTERNAL
    reason: ClassVar[str] = "refused"
    en = "the log {origin} is not sealed"
    zh = "日志 {origin} 未封存"
    next_en = "find out what was changed and by whom before anything is repaired"
    next_zh = "修复前请先查明何处、由何人改动"


class StoreShorter(SealRefused):
    """The store lost events that were signed (recovery R4)."""

    code = "store-shorter"
    reason = "shorter"
    en = "the store of {origin} ends at position {found}, and a checkpoint of {signed} events was signed"
    zh = "{origin} 的存储止于位置 {found}，而已签署的检查点含 {signed} 个事件"
    next_en = "it was rolled back or cut: copy what is missing from the mirror, nothing may be written before"
    next_zh = "存储被回退或截断：请先从镜像补回缺失部分，此前不得写入"


class StoreDiffers(SealRefused):
    """A stored event is not the one that was signed, or cannot be part of this log."""

    code = "store-differs"
    reason = "row"
    en = "position {position} of {origin} is not what belongs there: {why}"
    zh = "{origin} 的位置 {position} 与应有内容不符：{why}"
    next_en = "compare this position with the mirror, and restore it from there"
    next_zh = "请将该位置与镜像核对，并由镜像恢复"


class TilesDiffer(SealRefused):
    """A tile is not the one that was signed."""

    code = "tiles-differ"
    reason = "tile"
    en = "{path} of {origin} is not what was written there: {why}"
    zh = "{origin} 的 {path} 与写入内容不符：{why}"
    next_en = "move the tile folder away; the tiles are made again from the store, and must give the signed root"
    next_zh = "请移走分块目录；系统将由存储重建，且须得出已签署的根"


class CheckpointDiffers(SealRefused):
    """A checkpoint that was kept or published is not one that this log signed."""

    code = "checkpoint-differs"
    reason = "checkpoint"
    en = "the checkpoint of {origin} in {where} cannot be right: {why}"
    zh = "{where} 中 {origin} 的检查点有误：{why}"
    next_en = "compare it with the checkpoints that witnesses hold; a lost key is replaced by its custodians, never silently"
    next_zh = "请与见证方所持检查点核对；密钥遗失须由保管人依程序更换，不得擅自替换"


class RotationRefused(Refusal):
    """The key of the log is not changed."""

    code = "key-rotation-refused"
    kind = Kind.BLOCKED
    en = "the key of the log is not changed: {why}"
    zh = "日志密钥未更换：{why}"
    next_en = "repeat it when what stands in the way is mended; the present key goes on signing"
    next_zh = "排除障碍后重新执行；其间仍由现用密钥签署"

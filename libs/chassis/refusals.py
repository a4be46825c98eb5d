"""Refusals that the machine itself gives, whatever the context, and refusals that a neighbour gave."""

from collections.abc import Mapping

from kernel.errors import Kind, Refusal


class DeadlinePassed(Refusal):
    """The caller's deadline passed before the work was begun or its outcome known."""

    code = "deadline-passed"
    kind = Kind.UNAVAILABLE
    en = "the deadline passed while {what}"
    zh = "已超过调用时限：{what}"
    next_en = "repeat the same command (same id) with a longer deadline; if it was recorded you get its first answer"
    next_zh = "请以同一命令编号、较长时限重试；若已记录，将返回首次结果"


class ReadModelBehind(Refusal):
    """The read models do not yet hold the position the question asks for."""

    code = "read-model-behind"
    kind = Kind.UNAVAILABLE
    en = "the read models do not hold position {position} yet"
    zh = "读取视图尚未更新到位置 {position}"
    next_en = "ask again in a moment; the record itself is safe"
    next_zh = "请稍后再查；记录本身不受影响"


class NeighbourRefused(Refusal):
    """A neighbour that must be asked before deciding refused to answer."""

    code = "neighbour-refused"
    kind = Kind.BLOCKED
    en = "{service} refused {rpc}: {why} ({neighbour_code})"
    zh = "{service} 拒绝了 {rpc}：{why}（{neighbour_code}）"
    next_en = "resolve what {service} names, then repeat the command"
    next_zh = "请先处理 {service} 指出的问题，再重新提交"


class Draining(Refusal):
    """The service is shutting down and takes no new work."""

    code = "draining"
    kind = Kind.UNAVAILABLE
    en = "{service} is shutting down"
    zh = "{service} 正在停止服务"
    next_en = "repeat the same command (same id) in a moment; another replica or the restarted service answers"
    next_zh = "请稍后以同一命令编号重试"


class NotASandbox(Refusal):
    """Only a sandbox's clock can be set."""

    code = "not-a-sandbox"
    kind = Kind.BLOCKED
    en = "{service} runs on the system's clock, which is not set by anybody"
    zh = "{service} 使用系统时钟，不得人为设定"
    next_en = "start a sandbox on data of its own to move time"
    next_zh = "如需推移时间，请另行启动沙箱"


class ClockBackwards(Refusal):
    """Time was asked to go back."""

    code = "clock-backwards"
    kind = Kind.INVALID
    en = "the business clock stands at {now} and does not go back to {asked}"
    zh = "业务时钟现为 {now}，不能退回 {asked}"
    next_en = "give a later time, or start a new sandbox"
    next_zh = "请给出更晚的时间，或新建沙箱"


class NotIdle(Refusal):
    """The system did not come to rest in time."""

    code = "not-idle"
    kind = Kind.UNAVAILABLE
    en = "not everything has caught up: {behind}"
    zh = "仍有未处理完的内容：{behind}"
    next_en = "look at the named follower's log, then repeat; advancing goes on where it stopped"
    next_zh = "请查看所列处理者的日志后重试；推移会从中断处继续"


class SweepBusy(Refusal):
    """Another replica sweeps now and did not finish in time."""

    code = "sweep-busy"
    kind = Kind.UNAVAILABLE
    en = "another process of {service} holds the sweep"
    zh = "{service} 的另一进程正在执行日终处理"
    next_en = "ask again in a moment; a sweep is repeatable"
    next_zh = "请稍后再试；日终处理可以重复执行"


class FileNotKept(Refusal):
    """An upload that did not arrive as announced."""

    code = "file-not-kept"
    kind = Kind.INVALID
    en = "the file was not kept: {why}"
    zh = "文件未保存：{why}"
    next_en = "send the whole file again with its size and SHA-256"
    next_zh = "请连同大小与 SHA-256 重新上传完整文件"


class FileDamaged(Refusal):
    """A stored file no longer has its hash."""

    code = "file-damaged"
    kind = Kind.INTERNAL
    en = "the stored file {sha256} no longer reproduces its hash"
    zh = "已存文件 {sha256} 与其哈希不符"
    next_en = "restore it from a backup; what was signed is the hash, which has not changed"
    next_zh = "请从备份恢复；签署依据是哈希，哈希未变"


class FilesNotOffered(Refusal):
    """The service keeps no files."""

    code = "files-not-offered"
    kind = Kind.BLOCKED
    en = "{service} keeps no files"
    zh = "{service} 不保存文件"
    next_en = "send files to the service that the reference of interfaces names"
    next_zh = "请按接口说明将文件发送至相应服务"


class SettingsWrong(Refusal):
    """The settings contradict each other or lack something."""

    code = "settings-wrong"
    kind = Kind.INVALID
    en = "the settings cannot be used: {why}"
    zh = "配置无法使用：{why}"
    next_en = "correct {where} and start again"
    next_zh = "请更正 {where} 后重新启动"


class AlreadyRunning(Refusal):
    """Another instance works on the same data."""

    code = "already-running"
    kind = Kind.BLOCKED
    en = "another instance (process {pid}) is running on {data}"
    zh = "另一实例（进程 {pid}）正在使用 {data}"
    next_en = "use that one, stop it, or give another data directory"
    next_zh = "请直接使用该实例，或先将其停止，或另指定数据目录"


class PortInUse(Refusal):
    """A port that is needed belongs to somebody else."""

    code = "port-in-use"
    kind = Kind.BLOCKED
    en = "port {port}, needed for {what}, is in use"
    zh = "{what} 所需端口 {port} 已被占用"
    next_en = "stop what listens there, or choose another base port"
    next_zh = "请停止占用该端口的程序，或更换起始端口"


class WrongData(Refusal):
    """A sandbox's data was opened as real data, or the other way round."""

    code = "wrong-data"
    kind = Kind.BLOCKED
    en = "{data} holds the data of {held}, and {asked} was asked for"
    zh = "{data} 保存的是{held_zh}的数据，而当前要求以{asked_zh}方式启动"
    next_en = "{advice_en}"
    next_zh = "{advice_zh}"


class StartFailed(Refusal):
    """A part of the system did not become ready."""

    code = "start-failed"
    kind = Kind.UNAVAILABLE
    en = "{part} did not become ready: {why}"
    zh = "{part} 未能就绪：{why}"
    next_en = "read {log}"
    next_zh = "请查看 {log}"


class NotReadable(Refusal):
    """A directory or file of ours cannot be used."""

    code = "not-readable"
    kind = Kind.BLOCKED
    en = "{path} cannot be used: {why}"
    zh = "无法使用 {path}：{why}"
    next_en = "give this user access, or name another place"
    next_zh = "请授予当前用户访问权限，或另指定位置"


class Refused(Exception):
    """A refusal that came over the wire, as its giver worded it.

    Attributes:
        kind, code, field, values: as in the giver's `Refusal`.
        texts: `en`, `zh`, `next_en`, `next_zh`.
        status: name of the gRPC status (`FAILED_PRECONDITION`).
    """

    def __init__(
        self,
        kind: Kind,
        code: str,
        *,
        field: str = "",
        values: Mapping[str, str] | None = None,
        texts: Mapping[str, str] | None = None,
        status: str = "",
    ) -> None:
        self.kind = kind
        self.code = code
        self.field = field
        self.values = dict(values or {})
        self.texts = dict(texts or {})
        self.status = status
        super().__init__(self.text("en") or code)

    def text(self, language: str) -> str:
        """What is wrong, in `zh` or (anything else) `en`."""
        return self.texts.get("zh" if language == "zh" else "en", "")

    def next_step(self, language: str) -> str:
        """What to do about it, in `zh` or (anything else) `en`; may be empty."""
        return self.texts.get("next_zh" if language == "zh" else "next_en", "")

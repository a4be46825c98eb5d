"""What the witness that mirrors answers beyond the protocol: it cosigns only what it holds."""

from witness.errors import WitnessError


class MirrorBehind(WitnessError):
    """A checkpoint over events that have not been mirrored yet: 503, to be asked again."""

    code = "mirror-behind"
    en = "{where}: its events up to {size} are not mirrored yet ({why}). Nothing was cosigned; ask again in a moment."
    zh = "{where}：其至 {size} 的事件尚未镜像（{why}）。未作联署，请稍后重试。"


class MirrorDiffers(WitnessError):
    """A checkpoint that its log signed and whose root the mirrored events do not give: 422, and somebody must look."""

    code = "mirror-differs"
    en = "{where}: {why}. Nothing was cosigned; compare log and mirror (`rectify audit run`)."
    zh = "{where}：{why}。未作联署，请比对日志与镜像（rectify audit run）。"

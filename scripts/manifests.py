"""Render the Kubernetes manifests and validate them offline: `manifests.py [--write]`.

The accounts and subject permissions of the broker are generated from the services' declarations; `--write` writes
them, otherwise a difference fails. A machine without kubectl says so and skips the rendering; with CI=true that fails.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import yaml

from chassis.natsserver import accounts
from chassis.up import SERVICES

ROOT = Path(__file__).resolve().parent.parent
KUSTOMIZE = ROOT / "deploy" / "kustomize"
ACCOUNTS = KUSTOMIZE / "nats" / "accounts.conf"
MARK = "# Generated from the services' declarations by `scripts/manifests.py --write`; never edited.\n"


def account_text() -> str:
    """The accounts block; every password is a variable of the server's environment."""
    declared = [import_module(f"{name}.service").SERVICE for name in SERVICES]
    return MARK + accounts(declared, {name: f"${name.upper()}_PASSWORD" for name in SERVICES})


def rendered(kubectl: str) -> str:
    """All manifests of the base."""
    done = subprocess.run([kubectl, "kustomize", str(KUSTOMIZE / "base")], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"kubectl kustomize failed:\n{done.stderr}")
    return done.stdout


def validate(manifests: str) -> int:
    """Validate each document against the schemas that kubernetes-validate carries; how many there were."""
    documents = [document for document in yaml.safe_load_all(manifests) if document]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "all.yaml"
        path.write_text(manifests)
        tool = Path(sys.executable).with_name("kubernetes-validate")
        done = subprocess.run([tool, "--strict", str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the manifests are not valid:\n{done.stdout}{done.stderr}")
    return len(documents)


def check_services(manifests: str) -> None:
    """Every service has what makes it run: a deployment, a migration job, a service, its own secret."""
    documents = [document for document in yaml.safe_load_all(manifests) if document]
    have = {(document["kind"], document["metadata"]["name"]) for document in documents}
    wanted = {
        (kind, f"{name}-{what}")
        for name in SERVICES
        for kind, what in (("Deployment", "server"), ("Job", "migrate"), ("Service", "server"), ("ServiceAccount", "server"))
    }
    missing = sorted(wanted - have)
    if missing:
        sys.exit(f"the base lacks {missing}")
    for document in documents:
        if document["kind"] in ("Deployment", "Job"):
            volumes = document["spec"]["template"]["spec"]["volumes"]
            secret = next(volume["secret"]["secretName"] for volume in volumes if volume["name"] == "secrets")
            if not document["metadata"]["name"].startswith(secret.removesuffix("secrets")):
                sys.exit(f"{document['metadata']['name']} reads the secret {secret}, which is not its own")


def main() -> None:
    """Generate or compare the accounts, then render and validate."""
    text = account_text()
    if "--write" in sys.argv:
        ACCOUNTS.write_text(text)
    elif ACCOUNTS.read_text() != text:
        sys.exit(f"{ACCOUNTS.relative_to(ROOT)} differs from the declarations; run `python scripts/manifests.py --write`")
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        if os.environ.get("CI") == "true":
            sys.exit("kubectl is not installed; CI renders the manifests")
        print("manifests: not rendered, kubectl is not installed")
        return
    manifests = rendered(kubectl)
    check_services(manifests)
    print(f"manifests: {validate(manifests)} documents valid")


if __name__ == "__main__":
    main()

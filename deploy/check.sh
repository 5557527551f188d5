#!/usr/bin/env bash
# Checks what is in this folder as far as that is possible without running it somewhere: the unit, the alerts, the
# dashboard's questions, the proxies' files, the manifests and compose files against their schemas, the steps of the
# Dockerfile, and this script. It installs what it needs from Debian where it is missing.
#
#     deploy/check.sh PYTHON     PYTHON: one with what requirements-deploy.txt names
set -euo pipefail
python=${1:?which Python has what requirements-deploy.txt names?}
tools=$(dirname "$python")
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

need() { # program, Debian package
    command -v "$1" >/dev/null || missing+=("$2")
}

missing=()
export PATH=$PATH:/usr/sbin
need promtool prometheus
need nginx nginx-light
need caddy caddy
need shellcheck shellcheck
need yamllint yamllint
need systemd-analyze systemd
need openssl openssl
if [ "${#missing[@]}" -gt 0 ]; then
    as_root apt-get update -qq
    # Their services are not to be started: the programs alone are wanted.
    printf '#!/bin/sh\nexit 101\n' >"$work/policy-rc.d"
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        as_root install -m 755 "$work/policy-rc.d" /usr/sbin/policy-rc.d
        trap 'as_root rm -f /usr/sbin/policy-rc.d; rm -rf "$work"' EXIT
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

echo "shell"
shellcheck check.sh

echo "YAML"
yamllint -s -d '{extends: default, rules: {line-length: {max: 120}, document-start: disable,
    braces: {max-spaces-inside: 0}, comments: {min-spaces-from-content: 1}, truthy: {check-keys: false}}}' \
    compose.yaml compose.several.yaml kubernetes monitoring

echo "schemas"
"$tools/kubernetes-validate" --strict --quiet kubernetes/*.yaml
"$tools/check-jsonschema" --builtin-schema vendor.compose-spec compose.yaml compose.several.yaml

echo "alerts"
promtool check rules monitoring/alerts.yaml
promtool test rules monitoring/alerts_test.yaml
(cd monitoring && promtool check config --syntax-only prometheus.yaml)

echo "dashboard"
# Its questions as recording rules (JSON is YAML too), with a time in the place of Grafana's own variable.
"$python" - monitoring/dashboard.json >"$work/questions.yaml" <<'PYTHON'
import json, sys
panels = json.load(open(sys.argv[1], encoding="utf-8"))["panels"]
assert len({panel["id"] for panel in panels}) == len(panels), "two panels have one number"
asked = [target["expr"].replace("$__rate_interval", "5m") for panel in panels for target in panel["targets"]]
rules = [{"record": f"dashboard:question:{number}", "expr": one} for number, one in enumerate(asked)]
print(json.dumps({"groups": [{"name": "dashboard", "rules": rules}]}))
PYTHON
promtool check rules "$work/questions.yaml" >/dev/null

echo "systemd"
# The program is not installed here: only that its path is missing may be said.
mkdir -p "$work/bin" && ln -s /bin/true "$work/bin/nutshell"
sed "s|/opt/nutshell/venv/bin/nutshell|$work/bin/nutshell|" systemd/nutshell.service >"$work/nutshell.service"
systemd-analyze verify --man=no "$work/nutshell.service"
systemd-analyze security --offline=true --threshold=15 "$work/nutshell.service" | tail -n 1

echo "nginx"
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=bot.example.org \
    -keyout "$work/privkey.pem" -out "$work/fullchain.pem" 2>/dev/null
sed "s|/etc/letsencrypt/live/bot.example.org|$work|" proxy/nginx.conf >"$work/site.conf"
printf 'pid %s/pid; error_log stderr; events {} http { access_log off; include %s/site.conf; }' "$work" "$work" \
    >"$work/nginx.conf"
nginx -q -t -c "$work/nginx.conf"

echo "Caddy"
for file in proxy/Caddyfile proxy/Caddyfile.several; do
    HOME=$work caddy validate --config "$file" --adapter caddyfile >/dev/null 2>"$work/caddy.log" \
        || { cat "$work/caddy.log"; exit 1; }
    HOME=$work caddy fmt "$file" | diff "$file" -
done

echo "Dockerfile"
# What its first stage does, in a clean folder in the place of the image's root: copies, and commands as they stand.
"$python" - Dockerfile "$work/image" >"$work/steps.sh" <<'PYTHON'
import shlex, sys
file, root = sys.argv[1:]
steps = open(file, encoding="utf-8").read().replace("\\\n", " ").split("\nFROM ")[1].splitlines()
print(f"set -euo pipefail; export PIP_QUIET=1; mkdir -p {root}/src")
for step in steps:
    word, _, rest = step.partition(" ")
    if word == "COPY":
        *sources, target = rest.split()
        print(f"mkdir -p {root}/src/$(dirname {target}); cp -r {shlex.join(sources)} {root}/src/{target}")
    elif word == "ENV":
        print(f"export {rest}")
    elif word == "RUN":
        print(f"(cd {root}/src; {rest.replace('/opt/nutshell', root + '/opt/nutshell')})")
PYTHON
(cd .. && PATH=$tools:$PATH bash "$work/steps.sh")
env -i "$work/image/opt/nutshell/bin/nutshell" --version

echo "all of deploy/ that can be checked here is well"

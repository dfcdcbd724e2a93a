#!/usr/bin/env bash
# Proof that the README's two commands work on a system with nothing but Python: made from nothing, used, removed.
#
#   sudo packaging/prove_bare.sh [SUITE]        SUITE: bookworm (default, Python 3.11), trixie (Python 3.13), …
#
# In a minimal Debian (debootstrap, `python3`, certificates; no pip, no ensurepip, no Qt libraries) it clones the
# last commit of this checkout twice and runs `dev.py run` (there is no screen: headless), `dev.py test` and `dev.py lint`
#   * as a plain user, who must be given one line to type each time something is missing: the line is typed as root;
#   * as root, who must need nothing at all.
# Needs: root, debootstrap, git, 3 GB under ${TMPDIR:-/tmp}, some two to five minutes plus twice the tests. The mirror is the
# first of this machine's own apt sources (or T2DESK_MIRROR), and the machine's apt and pip settings are used inside.
# Exit code 0 only when all six runs passed; the systems are removed in the end unless KEEP=1.
set -euo pipefail

suite=${1:-bookworm}
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mirror=${T2DESK_MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{sources,list} 2>/dev/null |
    sed -nE 's/^(URIs:|deb( \[[^]]*\])?) *([^ ]+).*/\3/p' | head -n 1 || true)}
work=$(mktemp -d "${TMPDIR:-/tmp}/t2desk-bare.XXXXXX")
rounds=4 # lines a plain user may have to type before everything is there

tell() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

release() {
    for system in "$work"/user "$work"/root; do
        umount "$system/dev/pts" "$system/dev" "$system/proc" 2>/dev/null || true
    done
    [[ -n ${KEEP:-} ]] || rm -rf --one-file-system "$work"
}
trap release EXIT

make_system() { # the system that both users start from, with this machine's way to reach packages
    debootstrap --variant=minbase --include=ca-certificates,python3 "$suite" "$work/base" "$mirror" >"$work/debootstrap.log" ||
        { tail -n 5 "$work/debootstrap.log"; exit 1; }
    cp -rL /etc/apt/apt.conf.d/. "$work/base/etc/apt/apt.conf.d/"
    for setting in resolv.conf hosts pip.conf xdg/pip ssl/certs; do
        [[ -e /etc/$setting ]] || continue
        mkdir -p "$work/base/etc/$(dirname "$setting")"
        cp -rL "/etc/$setting" "$work/base/etc/$(dirname "$setting")/" 2>/dev/null || true
    done
    chroot "$work/base" useradd --create-home someone
}

start_system() { # NAME: a copy with the checkout's last commit in /home/someone/t2desk
    cp -a "$work/base" "$work/$1"
    git clone --quiet --no-hardlinks "$checkout" "$work/$1/home/someone/t2desk"
    chroot "$work/$1" chown -R someone: /home/someone/t2desk
    mount -t proc proc "$work/$1/proc"
    mount --bind /dev "$work/$1/dev"
    mount --bind /dev/pts "$work/$1/dev/pts"
}

inside() { # SYSTEM USER COMMAND: as a login would, from another folder, with the machine's certificate and pip settings
    local settings=(HOME="/home/$2" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 CI=true)
    [[ $2 == root ]] && settings[0]=HOME=/root
    while IFS= read -r setting; do settings+=("$setting"); done < <(env | grep -E '^(PIP_|SSL_|https?_proxy=|HTTPS?_PROXY=|no_proxy=)' | grep -v '^PIP_FIND_LINKS')
    chroot --userspec="$2:$2" "$work/$1" env -i "${settings[@]}" sh -c "cd / && $3" </dev/null
}

dev=/home/someone/t2desk/packaging/dev.py

as_user() { # COMMAND: type the line that is asked for, as often as one is asked for
    local code line output=$work/output
    for _ in $(seq "$rounds"); do
        code=0
        inside user someone "python3 $dev $1" 2>&1 | tee "$output" || code=${PIPESTATUS[0]}
        [[ $code == 3 ]] || return "$code"
        line=$(tail -n 1 "$output")
        [[ $line == "su -c 'apt-get install "* ]] || return 3
        tell "typed as root: $line"
        inside user root "apt-get update -qq && $line" >"$work/typed.log" 2>&1 || { cat "$work/typed.log"; return 1; }
    done
    return 3
}

[[ -n $mirror ]] || { echo "prove_bare.sh: no apt source found here; give one as T2DESK_MIRROR." >&2; exit 2; }
[[ $(id -u) == 0 ]] || { echo "prove_bare.sh: must be root to make a system; run it with sudo." >&2; exit 2; }
tell "making a bare $suite"
make_system
start_system user
start_system root
tell "bare system: $(inside user someone 'python3 --version; python3 -c "import ensurepip" 2>&1 | tail -n 1; python3 -m pip --version 2>&1')"
failed=()
for command in run test lint; do
    tell "a plain user: dev.py $command"
    as_user "$command" || failed+=("user/$command=$?")
    tell "root: dev.py $command"
    inside root root "python3 $dev $command" || failed+=("root/$command=$?")
done
if ((${#failed[@]})); then
    tell "on $suite these did not pass: ${failed[*]}"
    exit 1
fi
tell "all six runs passed on $suite"

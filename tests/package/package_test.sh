#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the Debian package from two paths, and installs, uses and purges it in a clean root.
# As root, in a clone without uncommitted changes: bash tests/package/package_test.sh
# Needs: apt-get install debhelper debootstrap dpkg-dev lintian python3-pexpect python3-pyte, and
# what the README's test command installs. The mirror is the one that this system uses.
set -euo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
root=$work/root
suite=${HIPFLOW_SUITE:-bookworm}

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
leave() {
    if mountpoint -q "$root/dev/pts"; then umount "$root/dev/pts"; fi
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    rm -rf --one-file-system "$work"
}
trap leave EXIT

# The first Debian archive that apt here knows of, in either of its two formats.
mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null |
        sed -nE 's/^(URIs:|deb( \[[^]]*\])?) +([^ ]+\/debian)\/?( .*)?$/\3/p' | head -n 1
}
in_root() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"; }
# All that is there, but for what the package manager writes about itself.
files() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/lib/dpkg \
        -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort)
}
build() {
    mkdir -p "$1/hipflow"
    git -C "$source" archive HEAD | tar -x -C "$1/hipflow"
    (cd "$1/hipflow" && dpkg-buildpackage -us -uc -b >"$1/build.log" 2>&1) || {
        tail -n 40 "$1/build.log"
        return 1
    }
}

step "The package from two paths has the same bytes"
build "$work/one"
build "$work/another/and/longer"
package=$(basename "$work"/one/hipflow_*.deb)
cmp "$work/one/$package" "$work/another/and/longer/$package"

step "lintian"
lintian --allow-root --fail-on error,warning "$work"/one/*.changes

step "A clean root"
debootstrap --variant=minbase "$suite" "$root" "$(mirror)" >"$work/debootstrap.log"
mount -t proc proc "$root/proc"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
# minbase leaves documentation and manuals out of nothing, but has no shells beside bash.
in_root apt-get install -y --no-install-recommends bash-completion fish zsh man-db \
    libfmt9 libsqlite3-0 libtomlplusplus3 >"$work/apt.log" 2>&1
files >"$work/before"

step "Install and use"
cp "$work/one/$package" "$root/tmp/"
in_root apt-get install -y --no-install-recommends "/tmp/$package" >>"$work/apt.log" 2>&1
in_root hipflow --version
in_root hipflow routine check
in_root man -w hipflow
in_root man -w 5 hipflow-config
/usr/bin/python3 "$source/tests/package/installed_completion.py" "$root"

step "Purge"
in_root dpkg --purge hipflow
rm -rf "$root"/root/.* 2>/dev/null || true
files >"$work/after"
# What the shells keep of their own, and nothing else, may differ.
diff <(grep -v '^./root/' "$work/before") <(grep -v '^./root/' "$work/after")

step "Done: $package"

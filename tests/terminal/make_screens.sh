#!/bin/sh
# SPDX-License-Identifier: MIT
# Real pictures of the live screen, to look at: make_screens.sh HIPFLOW FOLDER
# Every state at five sizes (or at those in SIZES) in an xterm without a display, on dark, or on
# light with THEME=light. docs/make_pictures.py makes those of the README. Needs xvfb, xterm, tmux,
# imagemagick and fonts-dejavu-core.
set -eu
hipflow=$(realpath "$1")
folder=$2
theme=${THEME:-dark}
if [ "$theme" = light ]; then
    paper='#ffffff' ink='#24292f'
else
    paper='#101418' ink='#d8dee4'
fi
mkdir -p "$folder"
work=$(mktemp -d)
socket=hipflow-screens-$$
server=
keep=
finish() {
    tmux -L "$socket" kill-server 2>/dev/null || true
    [ -z "$server" ] || kill "$server"
    rm -rf "$work"
}
trap finish EXIT

DISPLAY=:$((90 + $$ % 900))
Xvfb "$DISPLAY" -screen 0 2600x1700x24 >/dev/null 2>&1 &
server=$!
export DISPLAY LC_ALL=C.UTF-8

mkdir -p "$work/.config/hipflow/routines"
cat >"$work/.config/hipflow/routines/show.toml" <<'EOF'
format = 1
name = "Show"
level = 1
[gaps]
ready = "20s"
side = "30s"
position = "20s"
set = "30s"
[[step]]
exercise = "figure-4-supine"
hold = ["40s", "40s"]
[[step]]
exercise = "glute-bridge"
sets = 2
reps = [8, 8]
pace = "5s"
[[step]]
exercise = "cat-cow-seated"
until = "key"
cap = "3m"
EOF

send() { tmux -L "$socket" send-keys -t show "$@"; }

# Waits for a text to be on the screen.
see() {
    tries=0
    while ! tmux -L "$socket" capture-pane -p -t show | grep -qF -- "$1"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 200 ]; then
            echo "never saw: $1" >&2
            tmux -L "$socket" capture-pane -p -t show >&2
            exit 1
        fi
        sleep 0.1
    done
}

# begin COLUMNSxROWS: a fresh session in a terminal of that size.
begin() {
    [ -n "$keep" ] || rm -rf "$work/.local"
    [ -n "$keep" ] || [ ! -d "$work/read" ] || cp -r "$work/read" "$work/.local"
    # What became of it stays to be seen.
    tmux -L "$socket" -f /dev/null new-session -d -s show -x "${1%x*}" -y "${1#*x}" \
        "env HOME=$work TERM=tmux-256color TZ=UTC $hipflow ${CHARSET:-} start show --theme $theme; sleep 60"
    tmux -L "$socket" set -g status off
    tmux -L "$socket" resize-window -t show -x "${1%x*}" -y "${1#*x}"
}

picture() {
    xterm -geometry "$size" -fa 'DejaVu Sans Mono' -fs 10 -bg "$paper" -fg "$ink" -b 10 -bw 0 \
        -e tmux -L "$socket" attach -t show &
    terminal=$!
    # However busy the machine is: a picture of nothing is small.
    tries=0
    while
        sleep 0.7
        import -window root "$folder/$1-$size.png"
        tries=$((tries + 1))
        [ "$(stat -c %s "$folder/$1-$size.png")" -lt 6000 ] && [ "$tries" -lt 20 ]
    do :; done
    kill "$terminal"
    wait "$terminal" 2>/dev/null || true
}

end() { tmux -L "$socket" kill-session -t show; }

questions() {
    see "How strong is your pain right now"
    sleep 0.3
    send 3
    see "Where is it strongest?"
    sleep 0.7
    send 2
    see "Which side?"
    sleep 0.7
    send l
    see "GET READY"
}

press() {
    sleep 0.8
    send "$1"
    see "$2"
}

all() {
    size=$1
    begin "$size"
    see "How strong is your pain right now"
    sleep 0.3
    picture 01-before
    send 5
    see "Where is it strongest?"
    picture 02-site
    sleep 0.7
    send 2
    see "Which side?"
    sleep 0.7
    send r
    see "Press Enter to begin."
    picture 03-preview
    end

    begin "$size"
    questions
    picture 04-ready
    press n HOLD
    sleep 3
    picture 05-hold
    press '?' "this list"
    picture 06-keys
    send '?'
    press Space PAUSED
    picture 07-paused
    press Space "GET READY"
    picture 08-getting-ready
    press n HOLD
    press p "How strong is it"
    picture 09-pain
    sleep 0.3
    send 5
    see "Where is it strongest?"
    sleep 0.7
    send 2
    see "Which side?"
    sleep 0.7
    send r
    see "Is it:"
    picture 10-kind
    send s
    see "Enter rest"
    picture 11-stopped
    end
    keep=yes
    begin "$size"
    see "Not finished"
    picture 22-recovery
    end
    keep=

    begin "$size"
    questions
    press n HOLD
    press n "CHANGE SIDES"
    picture 12-side-change
    press n HOLD
    sleep 5
    picture 13-other-side
    press n "GET READY"
    sleep 5
    picture 14-next-exercise
    press n "REP 1 OF 8"
    see "REP 3 OF 8"
    sleep 2
    picture 15-rep
    press n REST
    sleep 5
    picture 16-rest
    press n "SET 2 OF 2"
    press n "CHANGE POSITION"
    sleep 5
    picture 21-position
    press n "AS LONG AS YOU LIKE"
    sleep 5
    picture 17-until-key
    press q "Finish here?"
    picture 18-finish
    sleep 0.3
    send t
    see "How strong is your pain now"
    sleep 0.7
    send 2
    see "Where is it strongest?"
    sleep 0.7
    send Enter
    see "Did any exercise"
    sleep 0.7
    picture 19-hurt-more
    send 0
    see "How was it?"
    sleep 0.7
    send o
    sleep 2
    picture 20-summary
    end
}

# The text of the first run, once.
size=120x40
begin "$size"
see "Press Enter when you have read this"
picture 00-first-run
send Enter
see "Which of these apply to you?"
sleep 0.3
send Enter
see "How strong is your pain right now"
end
cp -r "$work/.local" "$work/read"

for each in ${SIZES:-40x12 60x16 80x24 120x40 200x60}; do all "$each"; done

mogrify -trim +repage "$folder"/*.png
